import PackhorseCore

/// What was published before stands in the table too: it cannot be withheld any more, and the difference to what is
/// published now is a count like any other.
extension AreaTable {
  /// A count of some rows: how many of their people came as far as a step.
  private typealias Counted = (step: Int, rows: Set<Range<Int>>)

  /// Adds what was released of an area, and what is left of each of its counts when that is taken away.
  ///
  /// `rows` are the rows of the area with their atoms; `current` are the steps and rows that its counts of today are the
  /// sums of.
  mutating func addReleased(
    of area: MeasuredArea, rows: [TableLeaves.Row],
    current: [(steps: Int, rows: [Range<Int>])], order: PeriodCounts.Order, _ control: DisclosureControl
  ) {
    let steps = current.map(\.steps).max() ?? 0
    var released: [Counted] = []
    for figure in area.released {
      guard case .count(let step) = figure.kind, step <= steps else { continue }
      // Rows that came since are not in it.
      let covered = Set(rows.filter { figure.counted($0.period, of: $0.practice) }.map(\.atoms))
      let count = (step: step, rows: covered)
      // Figures that were corrected since are about other people; nothing can be worked out from the two together.
      guard !covered.isEmpty,
        CountTable.possible(figure.told).contains(counts.sum(of: atoms(of: count, order)))
      else { continue }
      add(count, told: figure.told, order, control, isReleased: true)
      released.append(count)
    }
    for cell in current {
      for step in 0...cell.steps {
        let parts = released.filter { $0.step == step }.map(\.rows)
        for rest in remainders(of: Set(cell.rows), without: parts) {
          add((step, rest), told: .withheld, order, control, isReleased: false)
        }
      }
    }
  }

  /// Adds a count that no figure of today is; a small one is protected, and so is a part of few people.
  private mutating func add(
    _ count: Counted, told: PublishedCount, _ order: PeriodCounts.Order, _ control: DisclosureControl,
    isReleased: Bool
  ) {
    let atoms = atoms(of: count, order)
    let whole: Counted = (order == .nested ? count.step - 1 : 0, count.rows)
    let isOfFew =
      count.step > 0
      && (1..<PublishedCount.smallestRounded).contains(counts.sum(of: self.atoms(of: whole, order)))
    let isSmall = control.protected.contains(counts.sum(of: atoms))
    _ = counts.add(
      atoms, told: told, isProtected: told == .withheld && (isSmall || isOfFew), rank: 0,
      isReleased: isReleased)
  }

  private func atoms(of count: Counted, _ order: PeriodCounts.Order) -> [Int] {
    count.rows.sorted { $0.lowerBound < $1.lowerBound }.flatMap {
      AreaTable.atoms(of: count.step, in: $0, order)
    }
  }

  /// What is left of rows without each of those that are a part of them, and without all of them, in a fixed order.
  private func remainders(
    of whole: Set<Range<Int>>, without released: [Set<Range<Int>>]
  ) -> [Set<Range<Int>>] {
    let parts = released.filter { !$0.isEmpty && $0.isStrictSubset(of: whole) }
    func first(_ rows: Set<Range<Int>>) -> Int { rows.map(\.lowerBound).min() ?? 0 }
    var rest = whole
    for part in parts.sorted(by: { (-$0.count, first($0)) < (-$1.count, first($1)) })
    where part.isSubset(of: rest) {
      rest.subtract(part)
    }
    let all = parts.map { whole.subtracting($0) } + [rest]
    var seen: Set<Set<Range<Int>>> = [[], whole]
    return all.filter { seen.insert($0).inserted }
  }

  /// The atoms of a row that a whole (0) or one of its parts is the sum of.
  static func atoms(of step: Int, in row: Range<Int>, _ order: PeriodCounts.Order) -> [Int] {
    switch order {
    case .nested: Array(row.dropFirst(step))
    case .apart: step == 0 ? Array(row) : [row.lowerBound + step - 1]
    }
  }
}

extension ReleasedFigure {
  /// Whether it counted the row of a practice that was there then: all of its months or, where any will do, a part of
  /// them.
  func counted(_ row: Period, of practice: String, wholly: Bool = true) -> Bool {
    let covered = row.monthNumbers.filter { month in
      let place = month - period.firstMonth
      return (0..<period.months).contains(place) && months >> place & 1 == 1
    }
    guard wholly ? covered.count == row.months : !covered.isEmpty else { return false }
    // Data may begin or end within the row: any month that was counted tells that the practice was there.
    return practices.isEmpty || covered.contains { practices.hold(practice, in: $0) }
  }
}
