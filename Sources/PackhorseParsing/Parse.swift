package import PackhorseCore

/// Makes an outline of each page's text; reports what is wrong with its Markdown.
///
/// Pages that `memory` knows are taken over as they are. The texts of a large site are let go of unless `holdsTexts`.
package func parse(
  _ source: consuming SourceSite, memory: PageMemory = PageMemory(), holdsTexts: Bool = false, jobs: Int
) async -> Outcome<ParsedSite> {
  let allowsHTML = source.settings.allowsHTML
  let holdsTexts = holdsTexts || source.pages.reduce(0) { $0 + $1.body.heldCount } <= mostHeld
  var source = consume source
  var batches: [[Outcome<ParsedPage>]] = []
  // From the end, so that each batch can be let go of with its texts once it is parsed.
  while !source.pages.isEmpty {
    let batch = Array(source.pages.suffix(batchSize))
    source.pages.removeLast(batch.count)
    batches.append(
      await concurrentMap(batch, jobs: jobs) { page in
        memory.parsed(page, allowsHTML: allowsHTML).map { Outcome($0) }
          ?? outlined(page, allowsHTML: allowsHTML, holdsText: holdsTexts)
      })
  }
  let pages = batches.reversed().flatMap(\.self)
  source.pages = pages.map(\.value.source)
  return Outcome(ParsedSite(source: source, pages: pages.map(\.value)), pages.flatMap(\.diagnostics))
}

/// The bytes of text up to which a site's pages are held for rendering; those of a larger site are read again.
private let mostHeld = 8 << 20

private let batchSize = 1_000

private func outlined(_ page: SourcePage, allowsHTML: Bool, holdsText: Bool) -> Outcome<ParsedPage> {
  let options = BodyOptions(path: page.path, firstLine: page.bodyLine, allowsHTML: allowsHTML)
  do {
    let body = Body(try page.body.bytes(), options: options)
    let source = holdsText ? page : page.released
    return Outcome(ParsedPage(source: source, outline: body.outline()), body.diagnostics)
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
