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
}
