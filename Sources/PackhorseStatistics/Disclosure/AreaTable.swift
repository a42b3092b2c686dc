import PackhorseCore

/// The counts of one measure in all areas over periods that overlap, with all that adds up among them.
struct AreaTable {
  private struct Place: Hashable {
    var area: Int
    var period: Period
  }

  /// Indices of a place's cells.
  private struct Cells {
    var whole: Int
    var parts: [Int]
  }

  private let areas: [MeasuredArea]
  private var cells: [Place: Cells] = [:]
  private(set) var counts = CountTable()

  init(
    _ areas: [MeasuredArea], _ family: [Int], _ told: [[Period: ToldCounts]], _ periods: [Period],
    control: DisclosureControl
  ) {
    self.areas = areas
    // The finest areas come first, then their codes; parts before wholes, which more figures hang on.
    let order = family.sorted { areas[$0].area < areas[$1].area }
    for (place, area) in order.enumerated() {
      for period in periods.sorted() {
        guard let exact = areas[area].counts[period], let told = told[area][period] else { continue }
        add(exact, told, at: Place(area: area, period: period), order: place, control)
      }
    }
    for parent in order {
      relate(parent, to: order.filter { areas[$0].parent == parent }, over: periods)
    }
  }

  private mutating func add(
    _ exact: PeriodCounts, _ told: ToldCounts, at place: Place, order: Int, _ control: DisclosureControl
  ) {
    let level = areas[place.area].area.level.order
    let isSmall = control.protected.contains(exact.whole)
    func cell(_ count: Int, _ told: PublishedCount, isWhole: Bool) -> Int {
      // Nothing is told of the parts of nobody, because they are nobody.
      let telling = told == .notAvailable ? PublishedCount.exact(0) : told
      return counts.add(
        count, telling == .withheld ? .withheld : .shown(telling),
        // That nobody of a small group is in a part is a secret too.
        isProtected: control.protected.contains(count) || isSmall,
        rank: ((level * 2 + (isWhole ? 1 : 0)) << 32) + order)
    }
    let parts = zip(exact.parts, told.parts).map { cell($0, $1, isWhole: false) }
    let whole = cell(exact.whole, told.whole, isWhole: true)
    cells[place] = Cells(whole: whole, parts: parts)
    let rest = exact.whole - exact.parts.reduce(0, +)
    guard !parts.isEmpty else { return }
    counts.relate(
      [whole], to: parts + (exact.hasRest ? [counts.add(rest, .unpublished, rank: Int.max)] : []))
  }

  /// An area's counts are the sums of those of its parts, over every time that both have in whole periods.
  private mutating func relate(_ parent: Int, to children: [Int], over periods: [Period]) {
    guard !children.isEmpty else { return }
    let given = periods.filter { period in
      ([parent] + children).contains { areas[$0].counts[period] != nil }
    }
    for block in overlapping(Set(given)) {
      relate(cells(of: [parent], in: block), cells(of: children, in: block))
    }
  }

  private func cells(of areas: [Int], in periods: [Period]) -> [Cells] {
    areas.flatMap { area in periods.compactMap { cells[Place(area: area, period: $0)] } }
  }

  private mutating func relate(_ sums: [Cells], _ counted: [Cells]) {
    counts.relate(sums.map(\.whole), to: counted.map(\.whole))
    for part in (sums.first ?? counted.first)?.parts.indices ?? 0..<0 {
      counts.relate(sums.map { $0.parts[part] }, to: counted.map { $0.parts[part] })
    }
  }

  /// Notes what has been withheld besides; of a withheld whole no part is told.
  func read(_ counts: CountTable, into told: inout [[Period: ToldCounts]]) {
    for (place, cells) in cells {
      func isHidden(_ cell: Int) -> Bool { counts.cells[cell].telling == .withheld }
      let isWholeHidden = isHidden(cells.whole)
      if isWholeHidden { told[place.area][place.period]?.whole = .withheld }
      for (part, cell) in cells.parts.enumerated() where isWholeHidden || isHidden(cell) {
        told[place.area][place.period]?.parts[part] = .withheld
      }
    }
  }
}
