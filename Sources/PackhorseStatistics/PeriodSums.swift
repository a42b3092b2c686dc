import PackhorseCore

/// The exact counts of one measure, added up to the periods in which it is published.
struct PeriodSums {
  private(set) var sums: [Period: PeriodCounts] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let length: Period.Length
  /// The rows that were added up.
  private var counted: [Observation] = []
  private var hasOverlap = false

  /// Adds up rows of one measure and one practice; the order they come in makes no difference.
  init(_ rows: [Observation], by length: Period.Length) {
    self.length = length
    for row in rows.sorted(by: { ($0.period, $0.practice.span.start) < ($1.period, $1.practice.span.start) })
    {
      add(row)
    }
  }

  /// Rows of one measure and one practice that hold possible counts, by their own periods.
  static func rows(_ rows: [Observation]) -> [Period: PeriodCounts] {
    rows.reduce(into: [:]) { sums, row in
      if let counts = PeriodCounts(row.value, months: 1) { sums.add(counts, in: row.period) }
    }
  }

  private mutating func add(_ row: Observation) {
    guard let outer = row.period.containing(length) else {
      diagnostics.append(.periodTooLong(row, for: length))
      return
    }
    let months = row.months << (row.period.firstMonth - outer.firstMonth)
    guard let counts = PeriodCounts(row.value, months: months) else {
      diagnostics.append(.impossibleCounts(row))
      return
    }
    guard sums[outer].map({ $0.months & months == 0 }) != false else {
      report(overlap: row)
      return
    }
    counted.append(row)
    sums.add(counts, in: outer)
  }
}

extension [Period: PeriodCounts] {
  /// Adds people who were counted in a period.
  mutating func add(_ counts: PeriodCounts, in period: Period) {
    if let place = index(forKey: period) { values[place] += counts } else { self[period] = counts }
  }
}

extension PeriodSums {
  /// One overlap tells what is wrong with all of a practice and measure.
  private mutating func report(overlap row: Observation) {
    guard !hasOverlap, let other = counted.last(where: { $0.period.overlaps(row.period) }) else { return }
    hasOverlap = true
    diagnostics.append(.periodCountedTwice(row, first: other.practice.span))
  }
}

extension PeriodCounts {
  /// The counts of one row; nil where no people can be counted so.
  fileprivate init?(_ value: Observation.Value, months: Int) {
    switch value {
    case .proportion(let numerator, let denominator):
      self.init(whole: denominator, parts: [numerator], months: months)
    case .count(let count): self.init(whole: count, parts: [], months: months)
    case .rate(let events, let listSize):
      guard listSize.map((0...largestCount).contains) != false else { return nil }
      self.init(
        whole: events, parts: [], months: months, personMonths: listSize.map { $0 * months.nonzeroBitCount })
    case .flow(let statuses):
      guard statuses.allSatisfy((0...largestCount).contains), statuses.count < 100 else { return nil }
      self.init(whole: statuses.reduce(0, +), parts: statuses, order: .apart, months: months)
    case .change(let change):
      let steps = change.steps
      guard change.sum.isFinite, change.sumOfSquares.isFinite else { return nil }
      self.init(whole: steps[0], parts: Array(steps.dropFirst()), months: months, change: change)
    }
    let isWithin = zip(parts, wholes).allSatisfy { 0 <= $0 && $0 <= $1 }
    guard (0...largestCount).contains(whole), isWithin else { return nil }
  }

  /// Adds other people, counted in the same way.
  fileprivate static func += (sum: inout PeriodCounts, other: PeriodCounts) {
    sum.whole += other.whole
    for (part, count) in zip(sum.parts.indices, other.parts) { sum.parts[part] += count }
    sum.months |= other.months
    sum.personMonths = added(sum.personMonths, other.personMonths)
    sum.change = sum.change.flatMap { change in other.change.map { change + $0 } }
  }
}

/// More people than any practice can have counted; sums of such counts stay far from the end of `Int`.
let largestCount = 1_000_000_000

extension Period.Length {
  fileprivate var inWords: String { rawValue.replacing("-", with: " ") }
}

extension Diagnostic {
  fileprivate static func periodTooLong(_ row: Observation, for length: Period.Length) -> Diagnostic {
    Diagnostic(
      .error, "period-too-long",
      "\(row.period.code) does not fit into one \(length.inWords)", at: row.practice.span,
      because:
        "Measure '\(row.measure)' is published by \(length.inWords), and a count cannot be split.",
      suggestion: "give shorter periods, or set a longer 'publish-by' for the measure in measures.yml")
  }

  fileprivate static func periodCountedTwice(_ row: Observation, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "period-counted-twice",
      "\(row.period.code) of measure '\(row.measure)' overlaps another row", at: row.practice.span,
      because: "The same people would be counted twice.", notes: [Note("the other row", at: first)],
      suggestion: "keep one row for each practice, period and measure")
  }

  fileprivate static func impossibleCounts(_ row: Observation) -> Diagnostic {
    Diagnostic(
      .error, "impossible-counts",
      "Counts of measure '\(row.measure)' in \(row.period.code) cannot be right", at: row.practice.span,
      because: "A numerator is a part of its denominator, and neither is below 0 or above \(largestCount).")
  }
}
