import PackhorseCore

/// The exact counts of one measure, added up to the periods in which it is published.
struct PeriodSums {
  struct Sum {
    var numerator = 0
    var denominator = 0
    /// A bit for each month of the period that a row covers.
    var months = 0
  }

  private(set) var sums: [Period: Sum] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let length: Period.Length

  /// Adds up rows of one measure and one practice; the order they come in makes no difference.
  init(_ rows: [Observation], by length: Period.Length) {
    self.length = length
    for row in rows.sorted(by: { ($0.period, $0.practice.span.start) < ($1.period, $1.practice.span.start) })
    {
      add(row)
    }
  }

  private mutating func add(_ row: Observation) {
    guard let outer = row.period.containing(length) else {
      diagnostics.append(.periodTooLong(row, for: length))
      return
    }
    guard case .proportion(let numerator, let denominator) = row.value, numerator >= 0,
      numerator <= denominator, denominator <= largestCount
    else {
      diagnostics.append(.impossibleCounts(row))
      return
    }
    let months = row.months << (row.period.firstMonth - outer.firstMonth)
    var sum = sums[outer] ?? Sum()
    guard sum.months & months == 0 else {
      diagnostics.append(.periodCountedTwice(row))
      return
    }
    sum.numerator += numerator
    sum.denominator += denominator
    sum.months |= months
    sums[outer] = sum
  }
}

/// More people than any practice can have counted; sums of such counts stay far from the end of `Int`.
private let largestCount = 1_000_000_000

extension Period.Length {
  fileprivate var inWords: String { rawValue.replacing("-", with: " ") }
}

extension Diagnostic {
  fileprivate static func periodTooLong(_ row: Observation, for length: Period.Length) -> Diagnostic {
    Diagnostic(
      .error, "period-too-long",
      "\(row.period.code) does not fit into one \(length.inWords)", at: row.practice.span,
      because:
        "Measure '\(row.measure.value)' is published by \(length.inWords), and a count cannot be split.",
      suggestion: "give shorter periods, or set a longer 'publish-by' for the measure in measures.yml")
  }

  fileprivate static func periodCountedTwice(_ row: Observation) -> Diagnostic {
    Diagnostic(
      .error, "period-counted-twice",
      "\(row.period.code) of measure '\(row.measure.value)' overlaps another row", at: row.practice.span,
      because: "The same people would be counted twice.",
      suggestion: "keep one row for each practice, period and measure")
  }

  fileprivate static func impossibleCounts(_ row: Observation) -> Diagnostic {
    Diagnostic(
      .error, "impossible-counts",
      "Counts of measure '\(row.measure.value)' in \(row.period.code) cannot be right", at: row.practice.span,
      because: "A numerator is a part of its denominator, and neither is below 0 or above \(largestCount).")
  }
}
