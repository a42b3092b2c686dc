import PackhorseCore
import PackhorseParsing
import Testing

@Suite struct OutlineTests {
  @Test func listsWhatAPageHolds() async {
    let text = MarkedText(
      """
      ## What *matters* to `you`?

      [one](⟦two.md#x⟧ "t") ⟦[three][ref]⟧ ![four *é*](⟦five.png⟧) <⟦https://example.org⟧> [![six](⟦seven.png⟧)](<⟦ei ght⟧>)

      [@⟦nine⟧; @⟦ten⟧] ⟦:term[link worker]⟧ ⟦:stat[a b]⟧

      ⟦:::story name="eleven"⟧
      :::

      [ref]: /r
      """)
    let found = outline(text)
    #expect(found.headings.map(\.text) == ["What matters to you?"])
    #expect(found.headings.map(\.anchor) == ["what-matters-to-you"])
    #expect(
      found.links.map(\.value)
        == ["two.md#x", "/r", "https://example.org", "ei%20ght"].map { $0 == "ei%20ght" ? "ei ght" : $0 })
    #expect(found.images.map(\.value) == ["five.png", "seven.png"])
    #expect(found.citations.map(\.value) == ["nine", "ten"])
    #expect(found.directives.map(\.name) == [.story])
    #expect(found.inlineDirectives.map(\.value.text) == ["link worker", "a b"])
    let spans =
      found.links.map(\.span)
      + found.images.map(\.span)
      + found.citations.map(\.span) + found.directives.map(\.span)
      + found.inlineDirectives.map(\.span)
    #expect(spans.sorted { $0.start < $1.start } == text.spans.sorted { $0.start < $1.start })
  }

  @Test func findsDestinationsOnOtherLines() async {
    let text = MarkedText("> [a\n> b](\n> ⟦/c⟧\n> 'd') x [e](⟦/f⟧)\n\n| [g \\| h](⟦/i⟧) |\n|---|\n")
    #expect(outline(text).links.map(\.span) == text.spans)
  }

  @Test func givesEachHeadingItsAnchor() async {
    let text = MarkedText("## Main\n## A\n## a!\n## A 2\n## A\n## ¿Qué?\n## ***\n## !?\n## Top\n")
    let anchors = outline(text).headings.map(\.anchor)
    #expect(anchors == ["main-2", "a", "a-2", "a-2-2", "a-3", "¿qué", "section", "section-2", "top-2"])
  }

  @Test func keepsTheTreePacked() throws {
    let text = Array("## A\n\n<b>x</b>\n\n[@]\n".utf8)
    let page = SourcePage(
      path: "content/practice/a.md", kind: .practice, frontMatter: FrontMatter(), body: text[...],
      bodyLine: 10)
    let parsed = parse(text[...], of: page, allowsHTML: true, shelf: .memory)
    let tree = parseBody(text[...], options: BodyOptions(path: "a.md", allowsHTML: true)).value
    #expect(try parsed.value.document?.unpacked().sketch == tree.sketch)
    #expect(tree.nodes.count > 5)
    #expect(parsed.diagnostics.map(\.span?.start.line) == [14])
  }

  @Test func keepsPlainCommonMarkPlain() {
    let text = Array("# a\n\n:::x\n- [x] [@b]\n\n| a |\n|---|\n".utf8)
    let outcome = parseBody(text[...], options: BodyOptions(path: "a.md", additions: false))
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.sketch == "h1#(a)·p(:::x)·ul(li(t([x] [@b])))·p(| a |·/·|---|)")
  }
}
