import PackhorseCore

/// A row of the data with what is counted in it.
struct CountedRow {
  let period: Period
  /// A bit for each month of the period that the data reach into.
  let months: Int
  /// As if of one month; nil where no people can be counted so.
  let counts: PeriodCounts?
  /// Where it stands among all rows.
  let place: Int
  private let start: SourcePosition

  init(_ row: Observation, _ counts: PeriodCounts?, at place: Int) {
    (period, months, start) = (row.period, row.months, row.practice.span.start)
    (self.counts, self.place) = (counts, place)
  }

  /// Its period comes first, or it stands before the other.
  func isBefore(_ other: CountedRow) -> Bool { (period, start) < (other.period, other.start) }
}

extension [CountedRow] {
  var isInOrder: Bool { indices.dropFirst().allSatisfy { !self[$0].isBefore(self[$0 - 1]) } }

  /// What is possible of them, by their own periods.
  var byPeriod: ByPeriod<PeriodCounts> {
    var sums = ByPeriod<PeriodCounts>()
    sums.reserveCapacity(count)
    for row in self {
      if let counts = row.counts { sums.add(counts, in: row.period) }
    }
    return sums
  }

  /// Those whose period begins in months: a row belongs to the area that its practice was in then.
  func within(_ months: [Range<Int>]) -> [CountedRow] {
    filter { row in months.contains { $0.contains(row.period.firstMonth) } }
  }
}
