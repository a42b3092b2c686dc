/// The pages that an earlier build read and parsed without finding fault, for the next one to take over.
///
/// A page is taken over where its file is in the state in which it was read. What stands in the way of a story being
/// shown is decided anew in every build, so stories are not remembered.
package struct PageMemory: Sendable {
  /// In the order of their paths.
  package private(set) var pages: [ParsedPage] = []
  private var byPath: [String: ParsedPage] = [:]
  /// Parsing goes by it: what was parsed under the other rule is not taken over.
  package var allowsHTML: Bool

  package init() {
    allowsHTML = false
  }

  /// Remembers the pages of a site, apart from those of the given paths.
  package init(of site: ParsedSite, without faulty: Set<String>) {
    let pages = site.pages.filter { page in
      page.source.kind != .story && page.source.version.state != nil && !faulty.contains(page.source.path)
    }
    self.init(pages: pages, allowsHTML: site.source.settings.allowsHTML)
  }

  /// `pages` are in the order of their paths.
  package init(pages: [ParsedPage], allowsHTML: Bool) {
    self.allowsHTML = allowsHTML
    self.pages = pages
    byPath = Dictionary(pages.map { ($0.source.path, $0) }, uniquingKeysWith: { $1 })
  }

  package var count: Int { pages.count }

  /// The page that was read from a file in its present state, and parsed under the same rule.
  package func page(for file: PageFile, allowsHTML: Bool) -> ParsedPage? {
    guard allowsHTML == self.allowsHTML, let state = file.state, let page = byPath[file.path],
      page.source.version.state == state
    else {
      return nil
    }
    return page
  }

  /// True where a later build would save much by this memory over an older one.
  package func isWorthKeeping(after old: PageMemory) -> Bool {
    let new = pages.count { page in
      old.byPath[page.source.path].map { $0.source !== page.source } ?? true
    }
    return allowsHTML != old.allowsHTML || new * 100 > pages.count
  }
}
