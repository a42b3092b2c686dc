import PackhorseCore

/// What was published before stands in the table too: it cannot be withheld any more, and the difference to what is
/// published now is a count like any other.
extension AreaTable {
  /// Adds what was released of an area, and what is left of each of its counts when that is taken away.
  ///
  /// `leaves` are the atoms of the area's rows by period; `current` are its counts as they would be published now.
  mutating func addReleased(
    of area: MeasuredArea, leaves: [(period: Period, atoms: Range<Int>)],
    current: [(step: Int, atoms: [Int])],
    steps: (PeriodCounts.Order, Int), _ control: DisclosureControl
  ) {
    var released: [(step: Int, atoms: [Int])] = []
    for figure in area.released {
      guard case .count(let step) = figure.kind, step <= steps.1 else { continue }
      let months = Set(figure.coveredMonths)
      let rows = leaves.filter { months.isSuperset(of: $0.period.monthNumbers) }
      let atoms = rows.flatMap { AreaTable.atoms(of: step, in: $0.atoms, steps.0) }
      // Figures that were corrected since are about other people; nothing can be worked out from the two together.
      guard !atoms.isEmpty else { continue }
      guard CountTable.possible(figure.told).contains(counts.sum(of: atoms)) else { continue }
      _ = counts.add(atoms, told: figure.told, isProtected: false, rank: 0, isReleased: true)
      released.append((step, atoms))
    }
    for cell in current {
      for atoms in remainders(of: cell.atoms, without: released.filter { $0.step == cell.step }.map(\.atoms))
      {
        _ = counts.add(
          atoms, told: .withheld, isProtected: control.protected.contains(counts.sum(of: atoms)), rank: 0)
      }
    }
  }

  /// What is left of a count without each of those that are a part of it, and without all of them.
  private func remainders(of atoms: [Int], without released: [[Int]]) -> Set<[Int]> {
    let whole = Set(atoms)
    let parts = released.map(Set.init).filter { !$0.isEmpty && $0.isStrictSubset(of: whole) }
    var rest = whole
    for part in parts.sorted(by: { ($0.count, $0.min() ?? 0) > ($1.count, $1.min() ?? 0) })
    where part.isSubset(of: rest) {
      rest.subtract(part)
    }
    let all = parts.map { whole.subtracting($0) } + [rest]
    return Set(all.filter { !$0.isEmpty && $0 != whole }.map { $0.sorted() })
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
  /// The months that it covered, counted from the year 0.
  var coveredMonths: [Int] {
    (0..<period.months).filter { months >> $0 & 1 == 1 }.map { period.firstMonth + $0 }
  }
}
