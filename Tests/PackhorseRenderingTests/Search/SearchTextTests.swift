import PackhorseCore
import PackhorseParsing
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

private func parts(_ markdown: String, summary: String = "In short.") -> [SearchPart] {
  let document = parseBody(Array(markdown.utf8)[...], options: BodyOptions(path: "x.md")).value
  return SearchText(summary, document, in: FixtureSite.site).parts
}

private func text(_ markdown: String) -> String {
  String(decoding: parts(markdown, summary: "").first?.text ?? [], as: UTF8.self)
}

@Suite struct SearchTextTests {
  @Test func beginsAPartAtEachHeading() {
    let found = parts("One.\n\n## Two *and* three\n\n- four\n- five\n")
    #expect(found.map(\.heading) == ["", "Two and three"])
    #expect(found.map(\.anchor) == ["", "two-and-three"])
    #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == ["In short. One.", "four five"])
  }

  @Test func readsAsThePageDoes() {
    #expect(
      text("Ask your :word[link-worker plural] about a :term[plan].") == "Ask your link workers about a plan."
    )
    #expect(text("It helped some [@kiely2022]. It is **un**sure.") == "It helped some. It is unsure.")
    #expect(text(":stat[attended value] took it up.") == "41% took it up.")
  }

  @Test func keepsWhatBlocksSayAndNoMarkup() {
    #expect(
      text(":::callout kind=\"safety\" title=\"Medicines\"\nAsk <b onclick=x>first</b>.\n:::")
        == "Medicines Ask first.")
    #expect(text("![a picture](x.png) and [a link](https://example.org/secret)") == "a picture and a link")
  }
}
