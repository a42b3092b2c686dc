import PackhorseCore

/// Columns of `content/data/outcomes.csv`: counts, or means, or both.
enum OutcomeColumn: String, CaseIterable {
  case practice = "practice_code"
  case period, measure, numerator, denominator, n, mean, sd

  static let means: Set<OutcomeColumn> = [.n, .mean, .sd]
  static let counts: Set<OutcomeColumn> = [.numerator, .denominator]
}

/// Reads `content/data/outcomes.csv`: a row for a practice, a period and a measure of `measures`.
func readOutcomes(_ file: DataFile, measures: [String: Measure]) -> Outcome<[Observation]> {
  if let fault = publishedTableFault(file) { return Outcome([], [fault]) }
  var rows = OutcomeRows(measures: measures)
  let faults = readTable(
    file, as: OutcomeColumn.self, optional: optionalColumns, refusing: Set(Identifier.allCases)
  ) { rows.take(&$0) }
  return Outcome(rows.rows, faults)
}

/// Means need not be there; where they are, counts need not.
private func optionalColumns(_ header: CSVHeader) -> Set<OutcomeColumn> {
  let named = Set(header.names.compactMap { OutcomeColumn(rawValue: $0.value) })
  if named.isDisjoint(with: OutcomeColumn.means) { return OutcomeColumn.means }
  return named.isDisjoint(with: OutcomeColumn.counts) ? OutcomeColumn.counts : []
}

/// The rows read so far, with what they must agree with.
private struct OutcomeRows {
  private struct Key: Hashable {
    var practice: String
    var period: Period
    var measure: String
  }

  private(set) var rows: [Observation] = []
  private let measures: [String: Measure]
  /// The row and place of each key's first row.
  private var first: [Key: (row: Int, span: SourceSpan)] = [:]
  /// The length of a measure's periods, where it was first used, and whether a mixture was reported.
  private var lengths: [String: (length: Period.Length, span: SourceSpan, isReported: Bool)] = [:]

  /// Periods by what is written for them: few are written often.
  private var periods: [String: Period] = [:]

  init(measures: [String: Measure]) { self.measures = measures }

  mutating func take(_ row: inout TableRow<OutcomeColumn>) {
    let practice = row.practiceCode(.practice)
    let period = period(&row)
    let measure = row.id(.measure)
    let value = row.value(of: measure.flatMap { measures[$0.value] })
    guard let practice, let period, let measure else { return }
    let key = Key(practice: practice.value, period: period, measure: measure.value)
    if let first = first[key] {
      row.report(.duplicateOutcome(row.number, first.row, at: practice.span, first: first.span))
      return
    }
    first[key] = (row.number, practice.span)
    checkLength(of: period, measure.value, &row)
    guard let value else { return }
    rows.append(Observation(practice: practice, period: period, measure: measure, value: value))
  }

  private mutating func period(_ row: inout TableRow<OutcomeColumn>) -> Period? {
    guard let text = row.requiredText(.period) else { return nil }
    if let period = periods[text] { return period }
    if let period = Period(text) {
      periods[text] = period
      return period
    }
    row.fail(.period, found: "something else", due: "a period as 2025-Q3, 2025-07, 2025 or 2025/26")
    return nil
  }

  private mutating func checkLength(
    of period: Period, _ measure: String, _ row: inout TableRow<OutcomeColumn>
  ) {
    let span = row.span(.period)
    guard let known = lengths[measure] else {
      lengths[measure] = (period.length, span, false)
      return
    }
    guard known.length != period.length, !known.isReported else { return }
    lengths[measure]?.isReported = true
    row.report(.mixedPeriodLengths(measure, row.number, at: span, first: known.span))
  }
}

extension Diagnostic {
  fileprivate static func duplicateOutcome(
    _ row: Int, _ firstRow: Int, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-outcome", "Row \(row) repeats the practice, period and measure of row \(firstRow)",
      at: span,
      because: "The same people would be counted twice.", notes: [Note("row \(firstRow)", at: first)])
  }

  fileprivate static func mixedPeriodLengths(
    _ measure: String, _ row: Int, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "mixed-period-lengths",
      "'\(measure)' has periods of different lengths, the first in row \(row)", at: span,
      because: "The same people would be counted twice when periods are added up.",
      notes: [Note("the measure's first period", at: first)])
  }
}
