import PackhorseCore

/// Modules by section, both in their order: by `order`, then by title.
func sections(of pages: [ResolvedPage]) -> [ModuleSection] {
  var modules: [String: [Int]] = [:]
  var introductions: [String: Int] = [:]
  for (index, page) in pages.enumerated() {
    guard let section = page.section else { continue }
    if page.kind == .section {
      introductions[section] = index
    } else {
      modules[section, default: []].append(index)
    }
  }
  let ids = Set(modules.keys).union(introductions.keys)
  return ids.map { id in
    let page = introductions[id]
    return ModuleSection(
      id: id, title: page.map { pages[$0].source.frontMatter.title } ?? titleCase(id),
      summary: page.map { pages[$0].source.frontMatter.summary } ?? "", address: Address.section(id),
      modules: modules[id, default: []], page: page)
  }.sorted { one, other in
    sortKey(one, pages) < sortKey(other, pages)
  }
}

/// "Referral criteria" from `referral-criteria`, for a section that nobody introduced.
private func titleCase(_ id: String) -> String {
  let words = String(id.map { $0 == "-" ? " " : $0 })
  return words.prefix(1).uppercased() + words.dropFirst()
}

private func sortKey(_ section: ModuleSection, _ pages: [ResolvedPage]) -> (Int, String) {
  (section.page.flatMap { pages[$0].source.frontMatter.order } ?? Int.max, section.title)
}

/// The site's order of pages: by kind, then place, then title, then path.
func inSiteOrder(_ pages: [ResolvedPage]) -> [ResolvedPage] {
  let kinds = Dictionary(uniqueKeysWithValues: PageKind.allCases.enumerated().map { ($1, $0) })
  let ranked = pages.map { page in
    (kind: kinds[page.kind] ?? 0, order: page.source.frontMatter.order ?? Int.max, page: page)
  }
  return ranked.sorted { one, other in
    // Numbers first: texts are compared only where they decide.
    if one.kind != other.kind { return one.kind < other.kind }
    if one.order != other.order { return one.order < other.order }
    return (one.page.source.frontMatter.title, one.page.address.path)
      < (other.page.source.frontMatter.title, other.page.address.path)
  }.map(\.page)
}
