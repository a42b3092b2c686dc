import PackhorseCore

/// The counts of one measure in areas that belong together, over periods that overlap, as sums of the same people.
struct AreaTable {
  private struct Place {
    var area: Int
    var period: Period
    /// The index of its whole among the cells; its parts come before.
    var whole: Int
  }

  private var places: [Place] = []
  var counts: CountTable

  /// `family` holds the indices of the areas.
  init(
    _ areas: [MeasuredArea], _ family: [Int], _ told: [[Period: ToldCounts]], _ periods: [Period],
    control: DisclosureControl
  ) {
    let span = periods.reduce(into: Set<Int>()) { $0.formUnion($1.monthNumbers) }
    let leaves = family.sorted { areas[$0].area < areas[$1].area }.flatMap { area in
      areas[area].rows.filter { span.contains($0.key.firstMonth) }.sorted { $0.key < $1.key }.map {
        (area: area, period: $0.key, steps: $0.value.steps)
      }
    }
    counts = CountTable(places: leaves.map(\.steps))
    let above = family.reduce(into: [Int: Set<Int>]()) { $0[$1] = areasAbove($1, in: areas) }
    // The finest areas come first, then their codes.
    for (order, area) in family.sorted(by: { areas[$0].area < areas[$1].area }).enumerated() {
      let rows = rows(of: leaves, in: area, above)
      var current: [(steps: Int, rows: [Range<Int>])] = []
      for period in periods.sorted() {
        guard let exact = areas[area].counts[period], let told = told[area][period] else { continue }
        let within = rows.filter { period.monthNumbers.contains($0.period.firstMonth) }.map(\.atoms)
        add(exact, told, within, control, area, period, order: order)
        current.append((exact.parts.count, within))
      }
      if !areas[area].released.isEmpty, let order = areas[area].counts.values.first?.order {
        addReleased(of: areas[area], rows: rows, current: current, order: order, control)
      }
    }
  }

  /// The rows that count people of an area, each with its atoms.
  private func rows(
    of leaves: [(area: Int, period: Period, steps: [Int])], in area: Int, _ above: [Int: Set<Int>]
  ) -> [(period: Period, atoms: Range<Int>)] {
    var start = 0
    var rows: [(period: Period, atoms: Range<Int>)] = []
    for leaf in leaves {
      let end = start + leaf.steps.count
      if above[leaf.area]?.contains(area) == true { rows.append((leaf.period, start..<end)) }
      start = end
    }
    return rows
  }

  private mutating func add(
    _ exact: PeriodCounts, _ told: ToldCounts, _ leaves: [Range<Int>], _ control: DisclosureControl,
    _ area: Int, _ period: Period, order: Int
  ) {
    // Parts go before wholes, which more figures hang on.
    func rank(isWhole: Bool) -> Int { order * 2 + (isWhole ? 1 : 0) }
    for part in exact.parts.indices {
      let atoms = leaves.flatMap { AreaTable.atoms(of: part + 1, in: $0, exact.order) }
      // That nobody of a small group is in a part is a secret too.
      let isOfFew = (1..<CountTable.smallestRounded).contains(exact.wholes[part])
      _ = counts.add(
        atoms, told: told.parts[part],
        isProtected: control.protected.contains(exact.parts[part]) || isOfFew, rank: rank(isWhole: false))
    }
    let whole = counts.add(
      leaves.flatMap(Array.init), told: told.whole, isProtected: control.protected.contains(exact.whole),
      rank: rank(isWhole: true))
    places.append(Place(area: area, period: period, whole: whole))
  }

  /// Notes what has been withheld besides; of a withheld whole no part is told.
  func read(_ counts: CountTable, into told: inout [[Period: ToldCounts]]) {
    for place in places {
      guard var counted = told[place.area][place.period] else { continue }
      let first = place.whole - counted.parts.count
      counted.whole = counts.cells[place.whole].told
      for part in counted.parts.indices {
        counted.parts[part] = counted.whole == .withheld ? .withheld : counts.cells[first + part].told
      }
      told[place.area][place.period] = counted
    }
  }
}

/// An area and all that it is a part of.
private func areasAbove(_ area: Int, in areas: [MeasuredArea]) -> Set<Int> {
  var above: Set<Int> = [area]
  var next = areas[area].parent
  while let index = next {
    above.insert(index)
    next = areas[index].parent
  }
  return above
}
