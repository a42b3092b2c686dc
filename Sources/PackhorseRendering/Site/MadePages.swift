import PackhorseCore

extension Frame {
  /// The pages that are made from data and lists: home, sections, pathways, criteria, the directory, the figures.
  func madePages() -> [PlannedPage] {
    [homePage()] + sections() + pathways() + criteria() + groups() + lists() + references()
  }

  func homePage() -> PlannedPage {
    // Practices have it for themselves; the first page of all of them is not theirs.
    let page = isShared ? nil : publication.pages.first { $0.kind == .home }?.moved(by: place)
    let head = PageHead(
      address: place(.home),
      title: page.map { text($0.source.frontMatter.title) } ?? text(publication.settings.title),
      description: text(publication.settings.description), kind: "home",
      language: page?.source.frontMatter.language, isInteractive: page?.bindings.isInteractive ?? false,
      hasPaper: page?.bindings.hasPaper ?? false, reviewed: page?.source.frontMatter.reviewed)
    let digest = page.map { contentDigest(of: $0) }
    return self.page(head, digest: digest) { try HomePage(frame: $0, address: head.address, page: page) }
  }

  func sections() -> [PlannedPage] {
    publication.sections.filter { isMadeHere($0.address) }.map { section in
      var section = section
      section.address = lies(section.address)
      let page = section.page.map { publication.pages[$0] }
      let matter = page?.source.frontMatter
      let head = PageHead(
        address: section.address, title: text(section.title), description: text(section.summary),
        kind: "section",
        language: matter?.language, crumbs: [modulesCrumb],
        isInteractive: page?.bindings.isInteractive ?? false,
        hasPaper: page?.bindings.hasPaper ?? false, reviewed: matter?.reviewed)
      let digest = page.map { contentDigest(of: $0) }
      return self.page(head, digest: digest) { [section] frame in
        try SectionPage(frame: frame, section: section)
      }
    }
  }

  func pathways() -> [PlannedPage] {
    publication.pathways.filter { isMadeHere($0.address) }.map { pathway in
      var pathway = pathway
      pathway.address = lies(pathway.address)
      let head = PageHead(
        address: pathway.address, title: text(pathway.source.title),
        description: text(pathway.source.summary),
        kind: "pathway", crumbs: [pathwaysCrumb], isInteractive: true)
      return page(head) { [pathway] frame in PathwayPage(frame: frame, pathway: pathway) }
    }
  }

  private func criteria() -> [PlannedPage] {
    publication.criteria.map { criteria in
      let head = PageHead(
        address: criteria.address, title: text(criteria.source.title),
        description: text(criteria.source.summary),
        kind: "criteria", crumbs: [criteriaCrumb], isSheet: true, reviewed: criteria.source.reviewed)
      return page(head) { CriteriaPage(frame: $0, criteria: criteria) }
    }
  }

  private func groups() -> [PlannedPage] {
    guard publication.settings.has(.groupPages) else { return [] }
    let crumb = Crumb(title: words("page.groups.title"), address: .groups)
    return publication.allGroups.filter(\.isListed).map { group in
      let head = PageHead(
        address: .group(group.id.value), title: group.name, description: group.description, kind: "group",
        crumbs: [crumb], isSheet: true)
      return page(head) { GroupPage(frame: $0, group: group) }
    }
  }

  /// A list for each kind of page that the site has; a folder that somebody introduced in Markdown needs none.
  private func lists() -> [PlannedPage] {
    let written = Set(publication.pages.lazy.map(\.address))
    let kinds = Set(publication.pages.map(\.kind))
    func list(_ crumb: Crumb, _ key: String, of kind: PageKind) -> PlannedPage? {
      guard kinds.contains(kind), !written.contains(crumb.address) else { return nil }
      return self.list(crumb, key) { [.init(entries: $0.entries(of: kind))] }
    }
    let criteria = self.list(criteriaCrumb, "criteria") {
      [.init(entries: $0.publication.criteria.map($0.entry))]
    }
    return [
      listOfModules, listOfPathways,
      publication.criteria.isEmpty ? nil : criteria, list(storiesCrumb, "stories", of: .story),
      list(evidenceCrumb, "evidence", of: .evidence), list(summariesCrumb, "summaries", of: .summary),
      practiceFolder,
    ].compactMap(\.self)
  }

  /// All modules by section; nil without any.
  var listOfModules: PlannedPage? {
    guard publication.pages.contains(where: { $0.kind == .module }) else { return nil }
    return list(modulesCrumb, "modules", isInteractive: true) { frame in
      frame.publication.sections.filter { !$0.modules.isEmpty }.map { section in
        ListPage.Part(
          title: frame.text(section.title), address: section.address,
          entries: section.modules.map { frame.entry(frame.publication.pages[$0]) })
      }
    }
  }

  var listOfPathways: PlannedPage? {
    guard !publication.pathways.isEmpty else { return nil }
    return list(pathwaysCrumb, "pathways") { [.init(entries: $0.publication.pathways.map($0.entry))] }
  }

  /// The list of a practice's own pages, where nobody introduced them.
  var practiceFolder: PlannedPage? {
    let pages = publication.pages.filter { $0.kind == .practice }
    guard !pages.isEmpty, !pages.contains(where: { $0.address == .practice }) else { return nil }
    return list(practiceCrumb, "practice") { [.init(entries: $0.entries(of: .practice))] }
  }

  /// A list whose entries are gathered when it is rendered.
  private func list(
    _ crumb: Crumb, _ key: String, isInteractive: Bool = false,
    _ parts: @escaping @Sendable (Frame) -> [ListPage.Part]
  ) -> PlannedPage {
    let summary = words("page.list.\(key)-summary")
    let head = PageHead(
      address: lies(crumb.address), title: crumb.title,
      description: summary, kind: "list", isInteractive: isInteractive)
    return page(head) { frame in
      ListPage(
        frame: frame, address: head.address, title: crumb.title, summary: summary, parts: parts(frame))
    }
  }

  /// The pages that every practice has unless the site leaves them out: directory, figures, link worker.
  ///
  /// Where there is nothing to show they say so.
  func ownReferences() -> [PlannedPage] {
    let (groups, outcomes) = (place(.groups), place(.outcomes))
    return [
      page(head(groups, "groups", hasScript: true)) { GroupsPage(frame: $0, address: groups) },
      page(head(outcomes, "outcomes")) { OutcomesPage(frame: $0, address: outcomes) },
    ] + (publication.settings.has(.linkWorker) ? [linkWorker] : [])
      + (publication.settings.has(.digest) ? [digest] : [])
  }

  private var digest: PlannedPage {
    let head = head(place(.digest), "digest")
    if isShared { return page(head) { ChoicePage(frame: $0, head: head, others: []) } }
    return page(head) { DigestPage(frame: $0, address: head.address) }
  }

  private func references() -> [PlannedPage] {
    ownReferences() + [
      page(head(.glossary, "glossary")) { GlossaryPage(frame: $0) },
      page(head(.changes, "changes", isInteractive: true)) { ChangesPage(frame: $0) },
      page(head(.checked, "checked")) { CheckedPage(frame: $0) },
    ] + (hasCoverage ? [page(head(.coverage, "coverage")) { CoveragePage(frame: $0) }] : [])
      + (publication.settings.isSearched
        ? [page(head(.search, "search", hasScript: true)) { SearchPage(frame: $0) }] : [])
  }

  private var linkWorker: PlannedPage {
    let head = PageHead(
      address: place(.linkWorker), title: linkWorkerTitle, description: words("page.worker.description"),
      kind: "link-worker")
    return page(head) { LinkWorkerPage(frame: $0, address: head.address) }
  }

  private func head(
    _ address: Address, _ key: String, isInteractive: Bool = false, hasScript: Bool = false
  ) -> PageHead {
    PageHead(
      address: address, title: words("page.\(key).title"), description: words("page.\(key).description"),
      kind: key, isInteractive: isInteractive, hasScript: hasScript)
  }

  /// Where stories stood that may no longer be shown.
  func tombstones() -> [OutputFile] {
    publication.tombstones.map { address in
      let head = PageHead(
        address: address, title: words("page.tombstone.title"), description: "", kind: "tombstone",
        isForSearch: false)
      return page(head) { TombstonePage(frame: $0, address: address) }.file
    }
  }
}
