import PackhorseCore
import Testing

/// Blocks that a reader writes in.
struct FormTests {
  private var fixture = BodyFixture()

  @Test func confidenceIsAScaleWithTheNameOfItsPair() throws {
    func scale(_ name: String, _ when: String) -> String {
      fixture.html(":::confidence name=\"\(name)\" when=\"\(when)\"\nHow *sure*?\n:::")
    }
    let before = scale("offer", "before")
    let opening = "<legend>Before you read on: how sure are you?</legend>\n<p>How <em>sure</em>?</p>"
    #expect(before.contains(opening))
    #expect(before.matches(of: /<label><input type="radio"/).count == 11)
    func name(_ html: String) -> Substring? { html.firstMatch(of: /data-confidence="(.+?)"/)?.1 }
    #expect(try #require(name(before)) == #require(name(scale("offer", "after"))))
    #expect(name(before) != name(scale("<b>", "before")))
  }

  @Test func aGoalIsAnIfAndAThen() {
    #expect(
      fixture.html(":::goal\nThink.\n:::") == """
        <section class="form" id="goal.1" data-form="goal">
        <p class="block-title">Your plan</p>
        <p>Think.</p>
        <p class="field field-if"><label for="goal.1.if">If this happens</label> <textarea rows="2" autocomplete="off" id="goal.1.if"></textarea></p>
        <p class="field field-then"><label for="goal.1.then">Then I will</label> <textarea rows="2" autocomplete="off" id="goal.1.then"></textarea></p>
        </section>

        """)
  }

  @Test func everyFieldOfAPageHasALabelAndAnIdOfItsOwn() {
    let html = fixture.html(
      ":::action-plan lines=\"2\"\n:::\n\n:::action-plan\n:::\n\n:::goal\n:::\n\n:::goal\n:::\n\n:::reflect\n:::"
    )
    let fields = html.matches(of: /id="(\S+?\.[a-z]+)"/).map(\.1)
    let labels = html.matches(of: /<label for="(\S+?)"/).map(\.1)
    #expect(fields.count == 2 * 3 + 3 * 3 + 2 * 2 + 5)
    #expect(fields == labels)
    #expect(Set(fields).count == fields.count)
  }

  @Test func aReflectionBeginsWithThePagesCapabilities() {
    var fixture = fixture
    fixture.frontMatter.capabilities = ["Communicating & consulting", "Holistic practice"]
    #expect(
      fixture.html(":::reflect\n:::").contains("value=\"Communicating &amp; consulting; Holistic practice\""))
  }

  @Test func emptyCellsOfAPlannerAreNamedByRowAndColumn() {
    let html = fixture.html(":::planner\n| Room | Monday |\n| --- | --- |\n| A & B | |\n| | x |\n:::")
    let field =
      "<textarea rows=\"1\" autocomplete=\"off\" id=\"planner.1.1.2.2\" aria-label=\"A &amp; B, Monday\">"
    #expect(html.contains("<td>A &amp; B</td>\n<td class=\"field\">" + field + "</textarea></td>"))
    #expect(html.contains("aria-label=\"2, Room\"></textarea></td>\n<td>x</td>"))
    let outside = fixture.html("| Room | Monday |\n| --- | --- |\n| A | |")
    #expect(!outside.contains("textarea"))
  }

  @Test func anAgendaCountsItsMinutes() {
    let html = fixture.html(":::agenda minutes=\"9\"\n1. A (4 minutes)\n\n   Aloud.\n2. B (5 minutes)\n:::")
    #expect(html.contains("<p class=\"from\">From minute 4</p>\n<p class=\"what\">B (5 minutes)</p>"))
    #expect(html.contains("<p class=\"leader-title\">For whoever leads</p>\n<p>Aloud.</p>"))
    #expect(html.contains("9 of 9 minutes are planned."))
  }
}
