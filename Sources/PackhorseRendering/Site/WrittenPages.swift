import PackhorseCore

/// A page of the output with what the layout and the site map know of it.
struct PlannedPage: Sendable {
  var head: PageHead
  var file: OutputFile
}

extension Frame {
  /// The pages that were written in Markdown, apart from home and the introductions of sections; `places` are those of
  /// modules.
  func writtenPages(at places: [ModulePlace?]) -> [PlannedPage] {
    zip(publication.pages, places).flatMap { page, place in
      page.kind == .summary ? summary(page) : [writtenPage(page, at: place)].compactMap(\.self)
    }
  }

  /// Those that each of several practices has for itself.
  func ownWrittenPages() -> [PlannedPage] {
    publication.pages.filter(\.source.isOfPractice).compactMap { page in
      switch page.kind {
      case .practice: article(page.moved(by: place), in: practiceCrumb)
      case .summary: article(page.moved(by: place), in: summariesCrumb)
      default: nil
      }
    }
  }

  private func writtenPage(_ page: ResolvedPage, at place: ModulePlace?) -> PlannedPage? {
    switch page.kind {
    case .home, .section, .summary: nil
    case .module: module(page, at: place)
    case .story:
      self.page(head(page, in: [storiesCrumb], kind: "story"), digest: contentDigest(of: page)) {
        try StoryPage(frame: $0, page: page)
      }
    case .evidence: article(page, in: evidenceCrumb)
    case .practice:
      isShared ? PlannedPage(choiceOf: page, in: practiceCrumb, self) : article(page, in: practiceCrumb)
    }
  }

  func module(_ page: ResolvedPage, at place: ModulePlace?) -> PlannedPage {
    self.page(moduleHead(page, place), digest: contentDigest(of: page, at: place)) {
      try ModulePage(frame: $0, page: page, place: place)
    }
  }

  func article(_ page: ResolvedPage, in folder: Crumb) -> PlannedPage {
    let isIndex = page.address.withoutFolder == folder.address
    let entries = isIndex ? entries(of: page.kind).filter { $0.address != folder.address } : []
    return self.page(
      head(page, in: isIndex ? [] : [folder], kind: page.kind.rawValue), digest: contentDigest(of: page)
    ) {
      try ArticlePage(frame: $0, page: page, entries: entries)
    }
  }

  private func moduleHead(_ page: ResolvedPage, _ place: ModulePlace?) -> PageHead {
    let section = place.map { publication.sections[$0.section] }
    let crumb = section.map { Crumb(title: text($0.title), address: $0.address) }
    // A reader can mark every module as done.
    return head(
      page, in: [modulesCrumb] + [crumb].compactMap(\.self), kind: "module", isInteractive: true)
  }

  func head(
    _ page: ResolvedPage, in crumbs: [Crumb], kind: String, about area: Area? = nil,
    isInteractive: Bool = false
  ) -> PageHead {
    PageHead(
      address: page.address, title: title(of: page, about: area),
      description: text(page.source.frontMatter.summary),
      kind: kind, language: page.source.frontMatter.language, crumbs: crumbs,
      isInteractive: isInteractive || page.bindings.isInteractive, hasPaper: page.bindings.hasPaper,
      reviewed: page.source.frontMatter.reviewed)
  }

  /// The pages of one kind as entries of a list.
  func entries(of kind: PageKind) -> [ListingEntry] {
    publication.pages.filter { $0.kind == kind }.map(entry)
  }

  var modulesCrumb: Crumb { Crumb(title: words("page.list.modules"), address: publication.listOfModules) }
  var pathwaysCrumb: Crumb { Crumb(title: words("page.list.pathways"), address: publication.listOfPathways) }
  var criteriaCrumb: Crumb { Crumb(title: words("page.list.criteria"), address: .criteria) }
  var storiesCrumb: Crumb { Crumb(title: words("page.list.stories"), address: .stories) }
  var evidenceCrumb: Crumb { Crumb(title: words("page.list.evidence"), address: .evidence) }
  var summariesCrumb: Crumb { Crumb(title: words("page.list.summaries"), address: .summaries) }
  var practiceCrumb: Crumb { Crumb(title: words("page.list.practice"), address: .practice) }
}
