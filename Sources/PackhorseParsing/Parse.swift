package import PackhorseCore

/// Makes an outline of each page's text; reports what is wrong with its Markdown.
package func parse(_ source: SourceSite, jobs: Int) async -> Outcome<ParsedSite> {
  let allowsHTML = source.settings.allowsHTML
  let pages = await concurrentMap(source.pages, jobs: jobs) { page in
    let body = Body(
      page.body, options: BodyOptions(path: page.path, firstLine: page.bodyLine, allowsHTML: allowsHTML))
    return Outcome(ParsedPage(source: page, outline: body.outline()), body.diagnostics)
  }
  return Outcome(ParsedSite(source: source, pages: pages.map(\.value)), pages.flatMap(\.diagnostics))
}

/// Turns a body's bytes into a tree.
///
/// Positions are those of the file.
package func parseBody(_ body: ArraySlice<UInt8>, options: BodyOptions) -> Outcome<Document> {
  let body = Body(body, options: options)
  return Outcome(body.document, body.diagnostics)
}
