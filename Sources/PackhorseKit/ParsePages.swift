import PackhorseCore
import PackhorseLoading
import PackhorseParsing

/// Reads and parses the pages of a site, in the order of their paths; those that `memory` knows are taken over.
///
/// A page is read, typed and parsed in one go: no more than a few texts are held at any time, however large the site.
func parsePages(
  _ files: [PageFile], memory: PageMemory, shelf: Shelf?, allowsHTML: Bool, jobs: Int
) async -> Outcome<[ParsedPage]> {
  let files = files.sorted { $0.path < $1.path }
  let known = memory.pages(for: files, allowsHTML: allowsHTML)
  let pages = await concurrentMap(Array(zip(files, known)), jobs: jobs) {
    file, known -> Outcome<ParsedPage?> in
    if let known { return Outcome(known) }
    let loaded = loadPage(file)
    guard let (page, text) = loaded.value else { return Outcome(nil, loaded.diagnostics) }
    let parsed = parse(text, of: page, allowsHTML: allowsHTML, shelf: shelf)
    return Outcome(parsed.value, loaded.diagnostics + parsed.diagnostics)
  }
  return Outcome(pages.compactMap(\.value), pages.flatMap(\.diagnostics))
}
