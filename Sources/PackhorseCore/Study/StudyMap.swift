/// What the study found and proposed, by the ids that front matter uses.
///
/// Source: Aughterson H, Baxter L, Fancourt D. BMC Family Practice 2020;21:194, sub-themes with their COM-B domain and
/// Table 2. The ids are ours, and so is which block delivers a technique (docs/coverage.md).
package enum StudyMap {
  /// What a behaviour rests on (Michie and others, 2011).
  package enum Domain: String, Sendable, CaseIterable { case capability, opportunity, motivation }

  package struct Theme: Sendable {
    package var id: String
    package var domain: Domain
  }

  package struct Technique: Sendable {
    package var id: String
    /// The interventions that use it.
    package var interventions: [Int]
    /// What has to stand on a page for the technique to be there, any one of them, as `Deliveries` names it.
    package var deliveredBy: [String]
  }

  package static let interventions = 1...10

  package static let themes: [Theme] = [
    Theme(id: "formal-training", domain: .capability),
    Theme(id: "gp-knowledge", domain: .capability),
    Theme(id: "interpersonal-skills", domain: .capability),
    Theme(id: "trust-patients", domain: .capability),
    Theme(id: "trust-community", domain: .capability),
    Theme(id: "time", domain: .capability),
    Theme(id: "whole-practice", domain: .capability),
    Theme(id: "atmosphere", domain: .capability),
    Theme(id: "infrastructure", domain: .capability),
    Theme(id: "community-groups", domain: .opportunity),
    Theme(id: "wider-health", domain: .opportunity),
    Theme(id: "nhs-crisis", domain: .opportunity),
    Theme(id: "community-sector", domain: .opportunity),
    Theme(id: "patient-motivation", domain: .opportunity),
    Theme(id: "unmet-need", domain: .opportunity),
    Theme(id: "holistic-care", domain: .motivation),
    Theme(id: "duty-of-care", domain: .motivation),
    Theme(id: "fun-rewarding", domain: .motivation),
    Theme(id: "demedicalise", domain: .motivation),
    Theme(id: "gp-unable", domain: .motivation),
    Theme(id: "informal-evidence", domain: .motivation),
    Theme(id: "formal-evidence", domain: .motivation),
  ]

  package static let techniques: [Technique] = [
    Technique(id: "behavioural-rehearsal", interventions: [1], deliveredBy: ["scenario"]),
    Technique(id: "demonstration", interventions: [1], deliveredBy: ["dialogue", "video"]),
    Technique(id: "instruction", interventions: [1], deliveredBy: ["page module", "do-dont"]),
    Technique(id: "problem-solving", interventions: [1], deliveredBy: ["goal", "scenario"]),
    Technique(id: "goal-setting-behaviour", interventions: [1, 2], deliveredBy: ["goal", "charter"]),
    Technique(id: "goal-setting-outcome", interventions: [1, 2], deliveredBy: ["goal", "action-plan"]),
    Technique(id: "discrepancy", interventions: [1], deliveredBy: ["confidence"]),
    Technique(id: "social-support", interventions: [1, 5], deliveredBy: ["discuss", "groups"]),
    Technique(id: "verbal-persuasion", interventions: [1], deliveredBy: ["dialogue", "story", "page story"]),
    Technique(id: "monitoring", interventions: [1], deliveredBy: ["check-ins", "chart", "table"]),
    Technique(
      id: "self-monitoring", interventions: [2], deliveredBy: ["confidence", "reflect", "checklist"]),
    Technique(id: "action-planning", interventions: [2], deliveredBy: ["action-plan"]),
    Technique(id: "identity", interventions: [2, 4, 6], deliveredBy: ["charter", "story", "page story"]),
    Technique(
      id: "restructuring-social", interventions: [2, 9, 10], deliveredBy: ["agenda", "discuss", "planner"]),
    Technique(
      id: "restructuring-physical", interventions: [8, 9, 10], deliveredBy: ["planner", "cards idea"]),
    Technique(
      id: "info-social-environmental", interventions: [3], deliveredBy: ["page evidence", "evidence-card"]),
    Technique(id: "info-health", interventions: [3], deliveredBy: ["page evidence", "evidence-card"]),
    Technique(
      id: "info-antecedents", interventions: [3], deliveredBy: ["criteria", "dialogue", "page evidence"]),
    Technique(id: "info-emotional", interventions: [6], deliveredBy: ["story", "page story"]),
    Technique(id: "credible-source", interventions: [3, 6], deliveredBy: ["citation", "page story"]),
    Technique(id: "pros-cons", interventions: [3, 6], deliveredBy: ["pros-cons"]),
    Technique(id: "feedback-behaviour", interventions: [4], deliveredBy: ["quiz", "scenario", "chart"]),
    Technique(id: "feedback-outcomes", interventions: [4], deliveredBy: ["chart", "table", "page summary"]),
    Technique(id: "positive-reinforcement", interventions: [4], deliveredBy: ["cards thank-you", "chart"]),
    Technique(
      id: "social-comparison", interventions: [4, 7, 8], deliveredBy: ["chart areas", "chart funnel"]),
    Technique(id: "reward", interventions: [4], deliveredBy: ["cards thank-you"]),
    Technique(id: "salience", interventions: [6], deliveredBy: ["story", "page story", "two-futures"]),
    Technique(id: "material-incentives", interventions: [6], deliveredBy: []),
    Technique(id: "comparative-imagining", interventions: [6], deliveredBy: ["two-futures"]),
    Technique(id: "framing", interventions: [6], deliveredBy: ["story", "page story", "two-futures"]),
    Technique(id: "substitution", interventions: [7, 8], deliveredBy: ["cards prompt"]),
    Technique(id: "habit-formation", interventions: [7, 8], deliveredBy: ["goal", "cards prompt"]),
    Technique(id: "habit-reversal", interventions: [7, 8], deliveredBy: ["cards prompt"]),
    Technique(id: "punishment", interventions: [7], deliveredBy: []),
    Technique(id: "prompts", interventions: [8], deliveredBy: ["cards prompt", "action-plan", "check-ins"]),
    Technique(id: "cueing", interventions: [8], deliveredBy: ["cards prompt", "goal"]),
    Technique(id: "conserving-mental-resources", interventions: [8], deliveredBy: ["criteria", "checklist"]),
    Technique(
      id: "adding-objects", interventions: [9],
      deliveredBy: ["cards idea", "cards prompt", "cards thank-you"]),
  ]

  package static let themeIDs = Set(themes.map(\.id))
  package static let techniqueIDs = Set(techniques.map(\.id))
}
