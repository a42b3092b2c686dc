/// The practices that belong to a network or board, and when.
package struct Members: Sendable, Hashable {
  /// Months, counted from the year 0, by the practice's code.
  package private(set) var months: [String: [Range<Int>]] = [:]

  package init() {}

  /// Adds months that come after all that a practice has; adjoining ones become one range.
  package mutating func add(_ practice: String, in months: Range<Int>) {
    var known = self.months[practice] ?? []
    if let last = known.last, last.upperBound == months.lowerBound {
      known[known.count - 1] = last.lowerBound..<months.upperBound
    } else {
      known.append(months)
    }
    self.months[practice] = known
  }

  /// Codes of those that belong to it in the part of a period that is covered, in order; with the months of the period,
  /// counted from 1, where it is not all of that part: `DEMO02:2-3`.
  ///
  /// `covered` has a bit for each month of the period, the first lowest.
  package func written(in period: Period, covered: Int) -> [String] {
    guard covered > 0 else { return [] }
    let part =
      period.firstMonth + covered.trailingZeroBitCount..<period.firstMonth + Int.bitWidth
      - covered.leadingZeroBitCount
    return months.flatMap { practice, ranges in
      ranges.map { $0.clamped(to: part) }.filter { !$0.isEmpty }.map { months in
        let first = months.lowerBound - period.firstMonth + 1
        let last = months.upperBound - period.firstMonth
        return months == part ? practice : "\(practice):\(first)-\(last)"
      }
    }.sorted()
  }
}
