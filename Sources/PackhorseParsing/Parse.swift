package import PackhorseCore

/// Makes an outline of a page's text, and its tree if there is a shelf for it; reports what is wrong with its Markdown.
package func parse(
  _ text: ArraySlice<UInt8>, of page: SourcePage, allowsHTML: Bool, shelf: Shelf? = nil
) -> Outcome<ParsedPage> {
  let options = BodyOptions(path: page.path, firstLine: page.bodyLine, allowsHTML: allowsHTML)
  let body = Body(text, options: options)
  let parsed = ParsedPage(
    source: page, outline: body.outline(), document: shelf.map { PackedDocument(body.document, on: $0) })
  return Outcome(parsed, body.diagnostics)
}

/// Turns a body's bytes into a tree.
///
/// Positions are those of the file.
package func parseBody(_ body: ArraySlice<UInt8>, options: BodyOptions) -> Outcome<Document> {
  let body = Body(body, options: options)
  return Outcome(body.document, body.diagnostics)
}
