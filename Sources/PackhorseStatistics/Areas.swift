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
  /// The site's own practice; of a site for several the smallest area that holds them all, if there is one.
  private(set) var own: Area?
  private var indices: [Key: Int] = [:]

  private struct Key: Hashable {
    var level: AreaLevel
    var code: String
  }

  init(_ site: ResolvedSite) {
    self.init(site.publication.settings, name: site.publication.practice.name, site.practices)
  }

  /// The areas of a site whose own practice has a name; it comes first and need not be in the list.
  init(_ settings: SiteSettings, name: String, _ practices: [ListedPractice]) {
    guard let code = settings.practice else {
      for practice in practices { add(practice) }
      own = settings.chosen(from: practices).commonArea
      return
    }
    own = Area(level: .practice, code: code.value, name: name)
    let listed = practices.first { $0.code.value == code.value }
    add(ListedPractice(code: code, name: name, pcn: listed?.pcn, icb: listed?.icb))
    for practice in practices where practice.code.value != code.value { add(practice) }
  }

  /// The largest area that each one is a part of; practices that are part of none have the first of them.
  var regions: [Area: Area] {
    let unplaced = entries.first { $0.parent == nil && $0.area.level == .practice }?.area
    var regions: [Area] = []
    for entry in entries {
      let own = entry.area.level == .practice ? unplaced : nil
      regions.append(entry.parent.map { regions[$0] } ?? own ?? entry.area)
    }
    return Dictionary(uniqueKeysWithValues: zip(entries.map(\.area), regions))
  }

  /// The smallest area that each one is a part of.
  var parents: [Area: Area] {
    let within = entries.compactMap { entry in entry.parent.map { (entry.area, entries[$0].area) } }
    return Dictionary(uniqueKeysWithValues: within)
  }

  /// The same areas in lots of some hundred, each area in one lot with all that it is a part of.
  ///
  /// Nothing that is told of one lot bears on another.
  var lots: [Areas] {
    var lots = [Areas()]
    var places: [(lot: Int, index: Int)] = []
    for var entry in entries {
      let above = entry.parent.map { places[$0] }
      if above == nil, lots[lots.count - 1].entries.count >= 200 { lots.append(Areas()) }
      let lot = above?.lot ?? lots.count - 1
      entry.parent = above?.index
      places.append((lot, lots[lot].entries.count))
      lots[lot].entries.append(entry)
    }
    return lots
  }

  private init() {}

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
