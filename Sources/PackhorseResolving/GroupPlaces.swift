import PackhorseCore

/// Gives each practice the groups that are for everybody, its board, its network or itself; reports areas that nobody knows.
func addGroups(of source: SourceSite, to publication: inout Publication) -> [Diagnostic] {
  let isForAll = { (group: CommunityGroup) in group.area == nil }
  if let own = source.settings.practice {
    let listed = source.practices.first { $0.code.value == own.value }
    publication.network = listed?.pcn ?? listed?.icb
    let near = Set([own.value, listed?.pcn?.code, listed?.icb?.code].compactMap(\.self))
    publication.groups = source.groups.filter { $0.area.map { near.contains($0.value) } ?? true }
  } else {
    publication.groups = source.groups.filter(isForAll)
    publication.localGroups = source.groups.filter { !isForAll($0) }
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
  let areas = source.practices.flatMap { [$0.code.value, $0.pcn?.code, $0.icb?.code] }
  let known = Set((areas + [source.settings.practice?.value]).compactMap(\.self))
  var suggestions = Suggestions()
  return unknown(source.groups.compactMap(\.area), among: known, as: .area, &suggestions)
}
