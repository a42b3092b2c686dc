package import PackhorseCore

/// Makes an outline of each page's text; reports what is wrong with its Markdown.
///
/// Pages that `memory` knows are taken over as they are.
package func parse(
  _ source: SourceSite, memory: PageMemory = PageMemory(), jobs: Int
) async -> Outcome<ParsedSite> {
  let allowsHTML = source.settings.allowsHTML
  let pages = await concurrentMap(source.pages, jobs: jobs) { page in
    memory.parsed(page, allowsHTML: allowsHTML).map { Outcome($0) } ?? outlined(page, allowsHTML: allowsHTML)
  }
  return Outcome(ParsedSite(source: source, pages: pages.map(\.value)), pages.flatMap(\.diagnostics))
}

private func outlined(_ page: SourcePage, allowsHTML: Bool) -> Outcome<ParsedPage> {
  let options = BodyOptions(path: page.path, firstLine: page.bodyLine, allowsHTML: allowsHTML)
  do {
    let body = Body(try page.body.bytes(), options: options)
    return Outcome(ParsedPage(source: page, outline: body.outline()), body.diagnostics)
  } catch {
    return Outcome(ParsedPage(source: page, outline: Outline()), [.unreadableFile(page.path, error)])
  }
}

/// Turns a body's bytes into a tree.
///
/// Positions are those of the file.
package func parseBody(_ body: ArraySlice<UInt8>, options: BodyOptions) -> Outcome<Document> {
  let body = Body(body, options: options)
  return Outcome(body.document, body.diagnostics)
}
