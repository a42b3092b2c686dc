import PackhorseCore

/// The areas whose figures are published: practices, and the networks and boards that they add up to.
struct Areas {
  struct Entry {
    var area: Area
    /// The index of the smallest area that this one is a part of.
    var parent: Int?
    /// Codes of the practices whose people are counted in it.
    var practices: Set<String>
  }

  private(set) var entries: [Entry] = []
  /// The site's own practice.
  let own: Area
  private var indices: [Key: Int] = [:]

  private struct Key: Hashable {
    var level: AreaLevel
    var code: String
  }

  init(_ site: ResolvedSite) {
    self.init(
      own: ListedPractice(
        code: site.publication.settings.practice, name: site.publication.practice.name),
      site.practices)
  }

  /// The site's own practice comes first; it need not be in the list.
  init(own: ListedPractice, _ practices: [ListedPractice]) {
    let code = own.code.value
    self.own = Area(level: .practice, code: code, name: own.name)
    let listed = practices.first { $0.code.value == code }
    add(ListedPractice(code: own.code, name: own.name, pcn: listed?.pcn, icb: listed?.icb))
    for practice in practices where practice.code.value != code { add(practice) }
  }

  /// The same areas in lots of some hundred, each area in one lot with all that it is a part of.
  ///
  /// Nothing that is told of one lot bears on another.
  var lots: [Areas] {
    var lots = [Areas(own: own)]
    var places: [(lot: Int, index: Int)] = []
    for var entry in entries {
      let above = entry.parent.map { places[$0] }
      if above == nil, lots[lots.count - 1].entries.count >= 200 { lots.append(Areas(own: own)) }
      let lot = above?.lot ?? lots.count - 1
      entry.parent = above?.index
      places.append((lot, lots[lot].entries.count))
      lots[lot].entries.append(entry)
    }
    return lots
  }

  private init(own: Area) { self.own = own }

  private mutating func add(_ practice: ListedPractice) {
    var parent: Int?
    for area in [practice.icb, practice.pcn].compactMap(\.self) {
      parent = index(of: area, in: parent)
      entries[parent ?? 0].practices.insert(practice.code.value)
    }
    entries.append(
      Entry(
        area: Area(level: .practice, code: practice.code.value, name: practice.name), parent: parent,
        practices: [practice.code.value]))
  }

  private mutating func index(of area: Area, in parent: Int?) -> Int {
    let key = Key(level: area.level, code: area.code)
    if let index = indices[key] { return index }
    indices[key] = entries.count
    entries.append(Entry(area: area, parent: parent, practices: []))
    return entries.count - 1
  }
}
