/// The ids that front matter may use for the study's themes, techniques and interventions.
///
/// Source: Aughterson H, Baxter L, Fancourt D. BMC Family Practice 2020;21:194, sub-themes and Table 2; the ids are ours.
enum StudyVocabulary {
  static let interventions = 1...10

  static let themes: Set<String> = [
    "formal-training", "gp-knowledge", "interpersonal-skills", "trust-patients", "trust-community", "time",
    "whole-practice", "atmosphere", "infrastructure", "community-groups", "wider-health", "nhs-crisis",
    "community-sector", "patient-motivation", "unmet-need", "holistic-care", "duty-of-care", "fun-rewarding",
    "demedicalise", "gp-unable", "informal-evidence", "formal-evidence",
  ]

  static let techniques: Set<String> = [
    "behavioural-rehearsal", "demonstration", "instruction", "problem-solving", "goal-setting-behaviour",
    "goal-setting-outcome", "discrepancy", "social-support", "verbal-persuasion", "monitoring",
    "self-monitoring",
    "action-planning", "identity", "restructuring-social", "restructuring-physical",
    "info-social-environmental",
    "info-health", "info-antecedents", "info-emotional", "credible-source", "pros-cons", "feedback-behaviour",
    "feedback-outcomes", "positive-reinforcement", "social-comparison", "reward", "salience",
    "material-incentives",
    "comparative-imagining", "framing", "substitution", "habit-formation", "habit-reversal", "punishment",
    "prompts",
    "cueing", "conserving-mental-resources", "adding-objects",
  ]
}
