import PackhorseCore

/// A summary that is written once for networks or boards becomes a page for each, and a list of them at its own address.
extension Frame {
  /// The pages of a summary: one, unless it is for a level that has several areas.
  func summary(_ page: ResolvedPage) -> [PlannedPage] {
    if isShared, page.source.isOfPractice { return [PlannedPage(choiceOf: page, in: summariesCrumb, self)] }
    guard let level = page.source.frontMatter.level, level == .pcn || level == .icb else {
      return [article(page, in: summariesCrumb)]
    }
    let areas = site.evidence.areas(at: level)
    if areas.count == 1 { return areas.map { summary(page, about: $0, at: page.address, in: []) } }
    let crumb = Crumb(title: text(page.source.frontMatter.title), address: page.address)
    let list = PlannedPage(list: page, of: areas, in: self)
    return [list] + areas.map { summary(page, about: $0, at: page.address.of($0), in: [crumb]) }
  }

  private func summary(
    _ page: ResolvedPage, about area: Area, at address: Address, in crumbs: [Crumb]
  ) -> PlannedPage {
    let page = page.moved(to: address)
    let head = head(page, in: [summariesCrumb] + crumbs, kind: page.kind.rawValue, about: area)
    return self.page(head, digest: contentDigest(of: page)) {
      try ArticlePage(frame: $0, page: page, about: area)
    }
  }

  /// The title of a page, with the name of the area that it is about.
  func title(of page: ResolvedPage, about area: Area?) -> String {
    let title = text(page.source.frontMatter.title)
    return area.map { words("page.summary.about", ["title": title, "area": $0.name]) } ?? title
  }
}

extension PlannedPage {
  fileprivate init(list page: ResolvedPage, of areas: [Area], in frame: Frame) {
    let head = frame.head(page, in: [frame.summariesCrumb], kind: "list")
    self = frame.page(head, digest: frame.contentDigest(of: page)) { frame in
      ListPage(
        frame: frame, address: page.address, title: head.title, summary: head.description,
        parts: [
          .init(
            entries: areas.map { area in
              ListingEntry(address: page.address.of(area), title: area.name, summary: "", facts: [])
            })
        ])
    }
  }
}

extension Address {
  /// The page about one area of a summary: `summaries/this-year/n01.html`.
  fileprivate func of(_ area: Area) -> Address {
    Address(path.dropLast(".html".count) + "/" + area.code.lowercased() + ".html")
  }
}
