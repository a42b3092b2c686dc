import PackhorseCore

extension Publication {
  /// The title of whatever stands at an address; that of the site where it is no page that has one.
  func title(at address: Address) -> String {
    if let page = allPages.first(where: { $0.address == address }) {
      return title(of: page)
    }
    if let pathway = pathways.first(where: { $0.address == address }) {
      return localText(pathway.source.title)
    }
    if let criteria = criteria.first(where: { $0.address == address }) {
      return localText(criteria.source.title)
    }
    if let group = allGroups.first(where: { .group($0.id.value) == address }) { return group.name }
    if let section = sections.first(where: { $0.address == address }) { return localText(section.title) }
    if address == .linkWorker { return words("page.worker.meet", ["link-worker": linkWorkerWord]) }
    return Self.madeTitles[address].map { words($0) } ?? localText(settings.title)
  }

  /// The words that name pages which Packhorse makes by itself.
  private static let madeTitles: [Address: String] = [
    .groups: "page.groups.title", .glossary: "page.glossary.title", .outcomes: "page.outcomes.title",
    .digest: "page.digest.title",
    .changes: "page.changes.title", .checked: "page.checked.title", .coverage: "page.coverage.title",
    .search: "page.search.title",
    .modules: "page.list.modules", .pathways: "page.list.pathways", .criteria: "page.list.criteria",
    .stories: "page.list.stories", .evidence: "page.list.evidence", .summaries: "page.list.summaries",
    .practice: "page.list.practice",
  ]
}
