import PackhorseCore

/// The areas whose figures are published: practices, and the networks and boards that they add up to.
struct Areas {
  struct Entry {
    var area: Area
    /// The indices of the areas that this one is a part of, the oldest first.
    var placings: [Placing<Int>]
    /// The practices that are counted in it.
    var members: Members

    /// The index of the smallest area that this one is a part of now.
    var parent: Int? { placings.last?.whole }

    /// How many practices belong to it when a period begins.
    func practices(in period: Period) -> Int {
      members.months.values.count { months in months.contains { $0.contains(period.firstMonth) } }
    }
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
    add(ListedPractice(code: code, name: name, memberships: listed?.memberships ?? []))
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

  /// What each one is or was a part of; nothing for what never was part of another.
  var placings: [Area: [Placing<Area>]] {
    let within = entries.filter { $0.placings.contains { $0.whole != nil } }.map { entry in
      (entry.area, entry.placings.map { Placing($0.whole.map { entries[$0].area }, since: $0.since) })
    }
    return Dictionary(uniqueKeysWithValues: within)
  }

  /// The practices of each network and board.
  var members: [Area: Members] {
    let areas = entries.filter { $0.area.level != .practice }.map { ($0.area, $0.members) }
    return Dictionary(uniqueKeysWithValues: areas)
  }

  /// Some of the areas, and where they stand among all.
  struct Lot {
    var areas = Areas()
    var places: [Int] = []
  }

  /// The same areas in lots of some hundred, each area in one lot with all that it is or was a part of.
  ///
  /// Nothing that is told of one lot bears on another.
  var lots: [Lot] {
    var lots = [Lot()]
    var lotsOfFamilies: [Int: Int] = [:]
    var indices: [Int] = []
    for (place, (var entry, family)) in zip(entries, families(entries.map(\.placings))).enumerated() {
      if lotsOfFamilies[family] == nil, lots[lots.count - 1].places.count >= 200 { lots.append(Lot()) }
      let lot = lotsOfFamilies[family] ?? lots.count - 1
      lotsOfFamilies[family] = lot
      for place in entry.placings.indices {
        entry.placings[place].whole = entry.placings[place].whole.map { indices[$0] }
      }
      indices.append(lots[lot].places.count)
      lots[lot].areas.entries.append(entry)
      lots[lot].places.append(place)
    }
    return lots
  }

  private init() {}

  private mutating func add(_ practice: ListedPractice) {
    let code = practice.code.value
    let ends = practice.memberships.dropFirst().map(\.since) + [.max]
    let placings = zip(practice.memberships, ends).map { membership, end in
      var smallest: Int?
      for area in membership.areas {
        let whole = index(of: area, in: smallest)
        entries[whole].members.add(code, in: membership.since..<end)
        smallest = whole
      }
      return Placing(smallest, since: membership.since)
    }
    var itself = Members()
    itself.add(code, in: .always)
    let area = Area(level: .practice, code: code, name: practice.name)
    entries.append(Entry(area: area, placings: placings, members: itself))
  }

  private mutating func index(of area: Area, in parent: Int?) -> Int {
    let key = Key(level: area.level, code: area.code)
    if let index = indices[key] { return index }
    indices[key] = entries.count
    entries.append(Entry(area: area, placings: parent.map { [Placing($0)] } ?? [], members: Members()))
    return entries.count - 1
  }
}
