import PackhorseCore
import Testing

/// What scenes and choices may depend on, and what is said where that cannot work.
struct ScenarioRuleTests {
  private func scenario(_ scenes: String...) -> String {
    ":::scenario title=\"a\"\n\n\(scenes.joined(separator: "\n"))\n:::\n"
  }

  /// A scene, each choice a target and then the lines of its rules.
  private func scene(_ title: String, _ choices: [String]..., only: String = "") -> String {
    let lead = only.isEmpty ? "" : "**Only if:** \(only)\n\n"
    return "## \(title)\n\n\(lead)**He:** Well.\n\n" + choices.map(choice).joined()
  }

  private func choice(_ lines: [String]) -> String {
    "- [Say](#\(lines[0]))\n\n  It does.\n" + lines.dropFirst().map { "\n  \($0)\n" }.joined()
  }

  @Test func acceptsChoicesAndScenesThatDependOnEarlierOnes() {
    let whole = scenario(
      scene("A", ["b", "**Remember:** asked about Safety, trust +2."], ["b", "**Remember:** trust −1"]),
      scene("B", ["c", "**Only if:** asked about safety, trust at least 2"], ["d"]),
      scene("C", only: "Asked  about safety"),
      scene("D", ["c"], ["e"], only: "trust at most 9"), scene("E"))
    #expect(body(MarkedText(whole)).diagnostics.map(\.id) == [])
  }

  @Test func aRuleIsNoFeedback() {
    expect(
      scenario("## A\n\n⟦- [Say](#b)⟧\n\n  **Remember:** trust +1\n", scene("B")),
      reports: "choice-without-feedback")
  }

  @Test func namesRulesThatCannotBeRead() {
    for rule in [
      "**Remember:** not asked", "**Remember:** trust +11", "**Remember:** trust +0", "**Remember:** a,, b",
      "**Only if:** trust at least 11", "**Only if:** trust +1", "**Only if:**",
      "**Remember:** trust +99999999999999999999",
      "**Remember:** trust at most 2",
      "**Remember:** trust +1, trust",
    ] {
      expect(scenario(scene("A", ["b", "⟦\(rule)⟧"]), scene("B")), reports: "bad-scenario-rule")
    }
    let inScene = "## A\n\n⟦**Remember:** asked⟧\n\n" + choice(["b"])
    expect(scenario(inScene, scene("B")), reports: "bad-scenario-rule")
  }

  @Test func suggestsTheNameThatIsRemembered() {
    let text = scenario(
      scene("A", ["b", "**Remember:** asked about safety"]),
      scene("B", ["c", "⟦**Only if:** asked abuot safety⟧"], ["c"]),
      scene("C", ["d", "**Only if:** asked about safety"], ["d"]), scene("D"))
    expect(text, reports: "unknown-scenario-note")
    #expect(problem(text.filter { !"⟦⟧".contains($0) })?.suggestion == "did you mean 'asked about safety'?")
  }

  @Test func namesWhatIsRememberedForNothing() {
    expect(
      scenario(scene("A", ["b", "⟦**Remember:** asked⟧"], ["b", "**Remember:** trust +1"]), scene("B")),
      reports: "unused-scenario-note")
  }

  @Test func theFirstSceneDependsOnNothing() {
    let first = "## A\n\n⟦**Only if:** asked⟧\n\n" + choice(["b", "**Remember:** asked"])
    expect(scenario(first, scene("B")), reports: "first-scene-depends")
  }

  @Test func namesAChoiceThatNobodyIsOffered() {
    expect(
      scenario(
        scene("A", ["b", "**Remember:** trust +2"]),
        scene("B", ["c", "⟦**Only if:** trust at least 3⟧"], ["c"]), scene("C")),
      reports: "condition-never-holds")
  }

  @Test func aSceneWhoseConditionNeverHoldsIsNotReached() {
    expect(
      scenario(
        scene("A", ["b", "**Remember:** trust +2"], ["c"]),
        scene("C", ["b"]), scene("B", ["d"], ["e"]),
        scene("D", only: "trust at least 3").replacing("## D", with: "⟦## D⟧"), scene("E")),
      reports: "unreachable-scene")
  }

  @Test func namesASceneInWhichNothingMayBeLeftToChoose() {
    let text = scenario(
      scene("A", ["b", "**Remember:** asked"], ["b"]),
      scene("B", ["c", "**Only if:** asked"]).replacing("## B", with: "⟦## B⟧"), scene("C"))
    expect(text, reports: "stuck-scene")
    let explanation = problem(text.filter { !"⟦⟧".contains($0) })?.explanation
    #expect(explanation == "None of its choices applies when 'asked' was not remembered.")
  }

  @Test func namesACircleThatOnlySomeStatesAreCaughtIn() {
    expect(
      scenario(
        scene("A", ["b", "**Remember:** asked"], ["b"]),
        scene("B", ["c", "**Only if:** asked"], ["b"]).replacing("## B", with: "⟦## B⟧"), scene("C")),
      reports: "endless-scene")
  }

  @Test func aScoreStopsAtItsBounds() {
    let whole = scenario(
      scene("A", ["a", "**Remember:** trust +1"], ["b", "**Only if:** trust at least 10"]),
      scene("B", ["b", "**Remember:** trust -7"], ["c", "**Only if:** trust at most 0"]), scene("C"))
    #expect(body(MarkedText(whole)).diagnostics.map(\.id) == [])
  }

  @Test func moreWaysThanCanBeFollowedAreReportedInBoundedTime() {
    let many = (0..<16).map { ["a", "**Remember:** n\($0) +1"] }
    let asking = (0..<16).map { ["c", "**Only if:** n\($0) at least 9"] }
    let list = many.map(choice).joined() + choice(["b"])
    let text =
      "⟦:::scenario⟧\n\n## A\n\n\(list)\n## B\n\n\(asking.map(choice).joined())\(choice(["c"]))\n## C\n:::\n"
    expect(text, reports: "scenario-too-large")
    let again = (1..<30).map { text.replacing("## ", with: "## x\($0) ").replacing("(#", with: "(#x\($0)-") }
    let ids = body(MarkedText(text + again.joined())).diagnostics.map(\.id)
    #expect(ids == [String](repeating: "scenario-too-large", count: 30))
  }
}
