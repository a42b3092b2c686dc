import PackhorseCore

/// The exact counts of one measure and one practice, added up to the periods in which it is published.
struct PeriodSums {
  private(set) var sums = ByPeriod<PeriodCounts>()
  private(set) var faults: [SumFault] = []
  private let length: Period.Length
  /// The rows that were added up.
  private var counted: [CountedRow] = []
  private var hasOverlap = false

  /// Adds up rows in the order of their periods.
  init(_ rows: [CountedRow], by length: Period.Length) {
    self.length = length
    counted.reserveCapacity(rows.count)
    sums.reserveCapacity(rows.count)
    for row in rows { add(row) }
  }

  private mutating func add(_ row: CountedRow) {
    guard let outer = row.period.containing(length) else {
      faults.append(.tooLong(row, length))
      return
    }
    let months = row.months << (row.period.firstMonth - outer.firstMonth)
    guard let counts = row.counts?.covering(months) else {
      faults.append(.impossible(row))
      return
    }
    guard !isCovered(months, of: outer) else {
      report(overlap: row)
      return
    }
    counted.append(row)
    sums.add(counts, in: outer)
  }

  /// Whether people of some months of a period are counted already; periods come in order.
  private func isCovered(_ months: Int, of period: Period) -> Bool {
    sums.last.map { $0.key == period && $0.value.months & months != 0 } ?? false
  }
}

/// What stands against adding up a row.
enum SumFault {
  case tooLong(CountedRow, Period.Length)
  case impossible(CountedRow)
  /// The same people are counted by the first.
  case overlap(CountedRow, first: CountedRow)
}

extension ByPeriod<PeriodCounts> {
  /// Adds people who were counted in a period.
  mutating func add(_ counts: PeriodCounts, in period: Period) { merge(counts, in: period, +=) }
}

extension PeriodSums {
  /// One overlap tells what is wrong with all of a practice and measure.
  private mutating func report(overlap row: CountedRow) {
    guard !hasOverlap, let other = counted.last(where: { $0.period.overlaps(row.period) }) else { return }
    hasOverlap = true
    faults.append(.overlap(row, first: other))
  }
}

extension PeriodCounts {
  /// The counts of one row of one month; nil where no people can be counted so.
  init?(_ value: Observation.Value) {
    switch value {
    case .proportion(let numerator, let denominator):
      self.init(whole: denominator, parts: [numerator], months: 1)
    case .count(let count): self.init(whole: count, parts: [], months: 1)
    case .rate(let events, let listSize):
      guard listSize.map((0...largestCount).contains) != false else { return nil }
      self.init(whole: events, parts: [], months: 1, personMonths: listSize)
    case .flow(let statuses):
      guard statuses.allSatisfy((0...largestCount).contains), statuses.count < 100 else { return nil }
      self.init(whole: statuses.reduce(0, +), parts: statuses, order: .apart, months: 1)
    case .change(let change):
      let steps = change.steps
      guard change.sum.isFinite, change.sumOfSquares.isFinite else { return nil }
      self.init(whole: steps[0], parts: Array(steps.dropFirst()), months: 1, change: change)
    }
    guard isPossible else { return nil }
  }

  /// Whether no count is below 0 or beyond what it is a part of.
  private var isPossible: Bool {
    guard (0...largestCount).contains(whole) else { return false }
    var outer = whole
    for part in parts {
      guard 0 <= part, part <= outer else { return false }
      if order == .nested { outer = part }
    }
    return true
  }

  /// The same people, counted in some months in place of one.
  fileprivate func covering(_ months: Int) -> PeriodCounts {
    var counts = self
    counts.months = months
    counts.personMonths = personMonths.map { $0 * months.nonzeroBitCount }
    return counts
  }

  /// Adds other people, counted in the same way.
  fileprivate static func += (sum: inout PeriodCounts, other: PeriodCounts) {
    sum.whole += other.whole
    for part in 0..<min(sum.parts.count, other.parts.count) { sum.parts[part] += other.parts[part] }
    sum.months |= other.months
    sum.personMonths = added(sum.personMonths, other.personMonths)
    if let change = sum.change { sum.change = other.change.map { change + $0 } }
  }
}

/// More people than any practice can have counted; sums of such counts stay far from the end of `Int`.
let largestCount = 1_000_000_000

extension Period.Length {
  fileprivate var inWords: String { rawValue.replacing("-", with: " ") }
}

extension Diagnostic {
  /// What stands against a row, as `observation` gives it.
  init(_ fault: SumFault, _ observation: (CountedRow) -> Observation) {
    switch fault {
    case .tooLong(let row, let length): self = .periodTooLong(observation(row), for: length)
    case .impossible(let row): self = .impossibleCounts(observation(row))
    case .overlap(let row, let first):
      self = .periodCountedTwice(observation(row), first: observation(first).practice.span)
    }
  }

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
