import PackhorseCore
import PackhorseParsing
import Testing

/// A page's body as the tests write it.
func body(_ text: MarkedText, allowsHTML: Bool = false) -> Outcome<Document> {
  let options = BodyOptions(path: MarkedText.path, firstLine: MarkedText.firstLine, allowsHTML: allowsHTML)
  return parseBody(text.bytes[...], options: options)
}

/// Expects problems of these ids, and nothing else, at the marked places in order.
func expect(
  _ marked: String, reports ids: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let found = body(text).diagnostics.ordered()
  #expect(found.map(\.id) == ids, sourceLocation: sourceLocation)
  #expect(found.map(\.span) == text.spans.sorted { $0.start < $1.start }, sourceLocation: sourceLocation)
}

/// The one problem of a text.
func problem(_ markdown: String) -> Diagnostic? {
  let found = body(MarkedText(markdown)).diagnostics
  return found.count == 1 ? found.first : nil
}

/// Expects a tree without problems.
func expect(_ markdown: String, gives tree: String, sourceLocation: Testing.SourceLocation = #_sourceLocation)
{
  let outcome = body(MarkedText(markdown))
  #expect(outcome.diagnostics.map(\.id) == [], sourceLocation: sourceLocation)
  #expect(outcome.value.sketch == tree, sourceLocation: sourceLocation)
}

/// The outline of a page's text.
func outline(_ text: MarkedText) -> Outline {
  let page = SourcePage(
    path: MarkedText.path, kind: .module, frontMatter: FrontMatter(), body: text.bytes[...],
    bodyLine: MarkedText.firstLine)
  return parse(text.bytes[...], of: page, allowsHTML: false).value.outline
}
