import PackhorseCore
import Testing

/// What a scenario has to hold, and the places that are named where it does not.
struct ScenarioTests {
  private func scenario(_ scenes: String...) -> String {
    "## Try\n\n:::scenario title=\"a\"\nBefore.\n\n\(scenes.joined(separator: "\n"))\n:::\n\n## Elsewhere\n"
  }

  private func scene(_ title: String, _ choices: String...) -> String {
    "### \(title)\n\n**He:** Well.\n\n" + choices.map { "- [Say](#\($0))\n\n  It does.\n" }.joined()
  }

  @Test func acceptsScenesThatLeadToAnEnd() {
    let whole = scenario(scene("A", "b", "c"), scene("B", "c", "a"), scene("C"))
    #expect(body(MarkedText(whole)).diagnostics.isEmpty)
  }

  @Test func asksForScenes() {
    expect("⟦:::scenario⟧\nText.\n:::\n", reports: "scenario-without-scenes")
  }

  @Test func namesScenesThatNobodyReaches() {
    expect(
      scenario(scene("A", "b"), scene("B"), scene("C", "d").marked, scene("D", "c").marked),
      reports: "unreachable-scene", "unreachable-scene")
  }

  @Test func namesScenesThatNeverEnd() {
    expect(
      scenario(scene("A", "b", "e"), scene("B", "c").marked, scene("C", "b", "c").marked, scene("E")),
      reports: "endless-scene", "endless-scene")
    expect(scenario(scene("A", "a").marked), reports: "endless-scene")
  }

  @Test func aChoiceIsALinkWithFeedback() {
    let end = scene("B")
    expect(
      scenario("### A\n\n⟦- Say nothing⟧\n- [Say](#b)\n\n  It does.\n", end), reports: "choice-without-link")
    expect(
      scenario("### A\n\n⟦- [Say](#b) and more⟧\n- [Say](#b)\n\n  Yes.\n", end),
      reports: "choice-without-link")
    expect(scenario("### A\n\n⟦- [Say](#b)⟧\n", end), reports: "choice-without-feedback")
  }

  @Test func aChoiceStaysInItsScenario() {
    for target in ["#elsewhere", "#try", "other.md", "https://example.org"] {
      expect(
        scenario("### A\n\n⟦- [Say](\(target))⟧\n\n  Out.\n- [Say](#b)\n\n  In.\n", scene("B")),
        reports: "choice-leaves-scenario")
    }
  }

  @Test func aDeadLinkIsLeftToTheCheckOfLinks() {
    #expect(body(MarkedText(scenario(scene("A", "b", "nowhere"), scene("B")))).diagnostics.isEmpty)
  }

  @Test func deeperHeadingsAndListsOfATextBlockAreNoScenes() {
    let inner = "### A\n\n#### Note\n\n:::callout kind=\"info\"\n- a\n- b\n:::\n\n- [Say](#b)\n\n  It does.\n"
    #expect(body(MarkedText(scenario(inner, scene("B")))).diagnostics.isEmpty)
  }
}

extension String {
  /// The scene with its heading marked.
  fileprivate var marked: String { replacing(/^###.*/) { "⟦\($0.0)⟧" } }
}
