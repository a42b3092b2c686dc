/// The pages that an earlier build read and parsed without finding fault, for the next one to take over.
///
/// A page is taken over where its file is in the state in which it was read. What stands in the way of a story being
/// shown is decided anew in every build, so stories are not remembered.
package struct PageMemory: Sendable {
  /// In the order of their paths.
  package private(set) var pages: [ParsedPage] = []
  /// Parsing goes by it: what was parsed under the other rule is not taken over.
  package var allowsHTML: Bool

  package init() {
    allowsHTML = false
  }

  /// Remembers pages of a site, in the order of their paths, apart from those of the given paths.
  ///
  /// One whose state tells nothing is never taken over, but a later build can see from it what changed.
  package init(of pages: [ParsedPage], without faulty: Set<String>, allowsHTML: Bool) {
    let pages = pages.filter { page in
      page.source.kind != .story && !faulty.contains(page.source.path)
    }
    self.init(pages: pages, allowsHTML: allowsHTML)
  }

  /// `pages` are in the order of their paths.
  package init(pages: [ParsedPage], allowsHTML: Bool) {
    self.allowsHTML = allowsHTML
    self.pages = pages
  }

  package var count: Int { pages.count }

  /// For each file the page that was read from it in its present state, and parsed under the same rule.
  ///
  /// The files are in the order of their paths.
  package func pages(for files: [PageFile], allowsHTML: Bool) -> [ParsedPage?] {
    guard allowsHTML == self.allowsHTML else { return files.map { _ in nil } }
    return zip(files, pages(at: files.lazy.map(\.path))).map { file, page in
      file.state != nil && page?.source.version.state == file.state ? page : nil
    }
  }

  /// True where a later build would save much by this memory over an older one: a page is taken over by its state alone.
  package func isWorthKeeping(after old: PageMemory) -> Bool {
    let new = zip(pages, old.pages(at: pages.lazy.map(\.source.path))).count {
      $0.source.version.state != nil && $0.source !== $1?.source
    }
    return allowsHTML != old.allowsHTML || new * 100 > pages.count
  }

  /// The page at each path; both lists are in order, so that one walk finds them.
  private func pages(at paths: some Sequence<String>) -> [ParsedPage?] {
    var index = 0
    return paths.map { path in
      while index < pages.count {
        let known = pages[index].source.path
        if known == path { return pages[index] }
        if known > path { return nil }
        index += 1
      }
      return nil
    }
  }
}
