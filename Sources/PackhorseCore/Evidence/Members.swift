/// The practices of a network or board, and when: those that belong to it, or those whose rows are counted in it.
package struct Members: Sendable, Hashable {
  /// Months, counted from the year 0, by the practice's code.
  package private(set) var months: [String: [Range<Int>]] = [:]

  package init() {}

  package var isEmpty: Bool { months.isEmpty }

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

  /// Whether a practice is among them in a month.
  package func hold(_ practice: String, in month: Int) -> Bool {
    months[practice]?.contains { $0.contains(month) } ?? false
  }

  /// Those that are among them in the part of a period that is covered, in its months alone.
  package func within(_ period: Period, covered: Int) -> Members {
    let part = period.part(covered)
    var within = Members()
    within.months = months.mapValues { $0.map { $0.clamped(to: part) }.filter { !$0.isEmpty } }
      .filter { !$0.value.isEmpty }
    return within
  }

  /// Those that are among others too, in the months that both have.
  package func common(with others: Members) -> Members {
    var common = Members()
    for (practice, ranges) in months {
      for range in ranges {
        for both in (others.months[practice] ?? []).map({ $0.clamped(to: range) }) where !both.isEmpty {
          common.add(practice, in: both)
        }
      }
    }
    return common
  }

  /// Codes of those with months in which they are not among others, in order.
  package func missing(in others: Members) -> [String] {
    let missing = months.filter { practice, ranges in
      let theirs = others.months[practice] ?? []
      return !ranges.allSatisfy { range in theirs.contains { range.clamped(to: $0) == range } }
    }
    return missing.keys.sorted()
  }
}

/// How `content/data/released.csv` writes the practices of a figure: `DEMO01 DEMO02:2-3`.
///
/// Months of the period, counted from 1, follow where they are not all from the first that is covered to the last.
/// `covered` has a bit for each month of the period, the first lowest.
extension Members {
  /// Reads what `written(in:covered:)` writes; nil where it is something else.
  package init?(_ written: String, in period: Period, covered: Int) {
    for text in written.split(separator: " ") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard let practice = parts.first, !practice.isEmpty, parts.count <= 2 else { return nil }
      guard parts.count == 2 else {
        add(String(practice), in: period.part(covered))
        continue
      }
      let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], 1 <= first, first <= last,
        last <= period.months
      else { return nil }
      add(String(practice), in: period.firstMonth + first - 1..<period.firstMonth + last)
    }
  }

  /// Those that are within the part of a period that is covered, by code and month.
  package func written(in period: Period, covered: Int) -> String {
    let part = period.part(covered)
    let texts = months.sorted { $0.key < $1.key }.flatMap { practice, ranges in
      ranges.map { months in
        let first = months.lowerBound - period.firstMonth + 1
        let last = months.upperBound - period.firstMonth
        return months == part ? practice : "\(practice):\(first)-\(last)"
      }
    }
    return texts.joined(separator: " ")
  }
}

extension Period {
  /// From the first month that is covered to the last.
  fileprivate func part(_ covered: Int) -> Range<Int> {
    guard covered > 0 else { return firstMonth..<firstMonth }
    return firstMonth + covered.trailingZeroBitCount..<firstMonth + Int.bitWidth - covered.leadingZeroBitCount
  }
}
