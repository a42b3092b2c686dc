import PackhorseCore

/// The counts of measures that belong together in areas that do, over periods that overlap, as sums of the same people.
struct AreaTable {
  private struct Place {
    var measure, area: Int
    var period: Period
    /// The index of its whole among the cells; its parts come before.
    var whole: Int
  }

  private var places: [Place] = []
  var counts: CountTable

  /// `family` holds the indices of the areas, which are the same for every measure.
  init(
    _ measures: [[MeasuredArea]], _ family: [Int], _ told: [ToldAreas], _ periods: [Period],
    _ shared: [SharedPeople], control: DisclosureControl
  ) {
    let leaves = TableLeaves(measures, family, periods)
    counts = CountTable(places: leaves.leaves.map(\.steps))
    // The finest areas come first, then their codes.
    for (order, area) in leaves.family.enumerated() {
      for (measure, areas) in measures.enumerated() {
        let rows = leaves.rows(of: measure, in: area)
        var current: [(steps: Int, rows: [Range<Int>])] = []
        for period in periods.sorted() {
          guard let exact = areas[area].counts[period], let told = told[measure][area][period] else {
            continue
          }
          let within = rows.filter { period.monthNumbers.contains($0.period.firstMonth) }.map(\.atoms)
          let whole = add(exact, told, within, control, order: order)
          places.append(Place(measure: measure, area: area, period: period, whole: whole))
          current.append((exact.parts.count, within))
        }
        if !areas[area].released.isEmpty, let order = areas[area].counts.values.first?.order {
          addReleased(of: areas[area], rows: rows, current: current, order: order, control)
        }
      }
    }
    tie(shared, leaves)
  }

  /// Ties counts of the same people to one another; of three, the third is tied to one of the others.
  private mutating func tie(_ shared: [SharedPeople], _ leaves: TableLeaves) {
    var known: [[Int]: [Int]] = [:]
    func first(_ atoms: [Int]) -> [Int] { known[atoms].map(first) ?? atoms }
    for area in leaves.family {
      for pair in shared {
        let rows = rowsTogether(
          leaves.ownRows(of: pair.one.measure, in: area), leaves.ownRows(of: pair.other.measure, in: area))
        for (one, other) in rows {
          let (atoms, others) = (first(pair.one.atoms(of: one)), first(pair.other.atoms(of: other)))
          // Where a row holds an error, the two are not the same.
          guard atoms != others, counts.sum(of: atoms) == counts.sum(of: others) else { continue }
          counts.tie(atoms, to: others)
          known[others] = atoms
        }
      }
    }
  }

  /// Adds a whole and its parts; gives the index of the whole.
  private mutating func add(
    _ exact: PeriodCounts, _ told: ToldCounts, _ leaves: [Range<Int>], _ control: DisclosureControl,
    order: Int
  ) -> Int {
    // Parts go before wholes, which more figures hang on.
    func rank(isWhole: Bool) -> Int { order * 2 + (isWhole ? 1 : 0) }
    let first = counts.cells.count
    for part in exact.parts.indices {
      let atoms = leaves.flatMap { AreaTable.atoms(of: part + 1, in: $0, exact.order) }
      // That nobody of a small group is in a part is a secret too.
      let isOfFew = (1..<PublishedCount.smallestRounded).contains(exact.wholes[part])
      _ = counts.add(
        atoms, told: told.parts[part],
        isProtected: control.protected.contains(exact.parts[part]) || isOfFew, rank: rank(isWhole: false))
    }
    return counts.add(
      leaves.flatMap(Array.init), told: told.whole, isProtected: control.protected.contains(exact.whole),
      rank: rank(isWhole: true), parts: first..<counts.cells.count)
  }

  /// Notes what has been withheld besides; of a withheld whole no part is told.
  func read(_ counts: CountTable, into told: inout [ToldAreas]) {
    for place in places {
      guard var counted = told[place.measure][place.area][place.period] else { continue }
      let first = place.whole - counted.parts.count
      counted.whole = counts.cells[place.whole].told
      for part in counted.parts.indices {
        counted.parts[part] = counted.whole == .withheld ? .withheld : counts.cells[first + part].told
      }
      told[place.measure][place.area][place.period] = counted
    }
  }
}
