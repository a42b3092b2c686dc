import PackhorseCore

/// Gives each practice the groups that are for everybody, its board, its network or itself; reports areas that nobody knows.
func addGroups(of source: SourceSite, to publication: inout Publication) -> [Diagnostic] {
  publication.network = source.listedPractice.flatMap { $0.pcn ?? $0.icb }
  publication.groups = source.shownGroups
  if source.settings.practice == nil {
    // Those of a nation are not copied where all are somebody's own.
    if publication.groups.allSatisfy({ $0.hasArea }) {
      swap(&publication.groups, &publication.localGroups)
    } else {
      publication.localGroups = publication.groups.filter { $0.hasArea }
      publication.groups.removeAll { $0.hasArea }
    }
    let places = Dictionary(grouping: publication.localGroups.indices) {
      publication.localGroups[$0].area?.value
    }
    for (index, home) in publication.homes.enumerated() {
      let near = Set([home.practice.code, home.pcn?.code, home.icb?.code].compactMap(\.self))
      publication.homes[index].groups = near.flatMap { places[$0] ?? [] }.sorted()
    }
  }
  return checkAreas(of: source)
}

private func checkAreas(of source: SourceSite) -> [Diagnostic] {
  let areas = source.practices.map(\.code.value) + source.practices.areas.map(\.code)
  let known = Set(areas + [source.settings.practice?.value].compactMap(\.self))
  var suggestions = Suggestions()
  return unknown(source.groups.lazy.compactMap(\.area), among: known, as: .area, &suggestions)
}

extension SourceSite {
  /// The site's own practice as practices.csv has it.
  fileprivate var listedPractice: ListedPractice? {
    settings.practice.flatMap { own in practices.first { $0.code.value == own.value } }
  }

  /// The groups that get a page: of a site for one practice those that are for its people.
  var shownGroups: [CommunityGroup] {
    guard let own = settings.practice else { return groups }
    let listed = listedPractice
    let near = Set([own.value, listed?.pcn?.code, listed?.icb?.code].compactMap(\.self))
    return groups.filter { $0.area.map { near.contains($0.value) } ?? true }
  }
}
