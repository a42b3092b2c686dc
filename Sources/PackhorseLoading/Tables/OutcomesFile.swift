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
  private(set) var rows: [Observation] = []
  private let measures: [String: Measure]
  /// The measures that rows name, and the number of each by its id.
  private var named: [NamedMeasure] = []
  private var numbers: [String: Int] = [:]
  /// The number of the measure that is due, where rows name them by turns.
  private var next = 0
  /// The practice of the row before, with what is written for it: most have many rows, one behind the other.
  private var lastPractice: (word: UInt64, code: String)?
  /// Periods by what is written for them: few are written often.
  private var periods: [UInt64: Period] = [:]

  init(measures: [String: Measure]) { self.measures = measures }

  mutating func take(_ row: inout TableRow<OutcomeColumn>) {
    let practice = practice(&row)
    let period = period(&row)
    let measure = row.id(.measure)
    let number = measure.map { self.number(of: $0.value) }
    let value = row.value(
      of: number.map { named[$0].kind } ?? .proportion, scores: number.flatMap { named[$0].scores })
    guard let practice, let period, let measure, let number,
      let key = GroupTable.Key(practice: practice.value, period: period)
    else { return }
    if let first = named[number].take(key, of: row.number, at: practice.span) {
      row.report(.duplicateOutcome(row.number, first.row, at: practice.span, first: first.span))
      return
    }
    checkLength(of: period, measure.value, number, &row)
    guard let value else { return }
    rows.append(Observation(practice: practice, period: period, measure: measure, value: value))
  }

  private mutating func practice(_ row: inout TableRow<OutcomeColumn>) -> Located<String>? {
    let word = row.word(.practice)
    if let last = lastPractice, last.word == word { return Located(last.code, at: row.span(.practice)) }
    let read = row.practiceCode(.practice)
    if let word, let read { lastPractice = (word, read.value) }
    return read
  }

  private mutating func number(of id: String) -> Int {
    let isNext = next < named.count && named[next].id == id
    let number = isNext ? next : numbers[id] ?? named.count
    next = number + 1
    if number == named.count {
      numbers[id] = number
      named.append(NamedMeasure(id, measures[id]))
    }
    if next == named.count { next = 0 }
    return number
  }

  private mutating func period(_ row: inout TableRow<OutcomeColumn>) -> Period? {
    guard row.require(.period) else { return nil }
    let word = row.word(.period)
    if let period = word.flatMap({ periods[$0] }) { return period }
    if let period = Period(row.text(.period)) {
      if let word { periods[word] = period }
      return period
    }
    row.fail(.period, found: "something else", due: "a period as 2025-Q3, 2025-07, 2025 or 2025/26")
    return nil
  }

  private mutating func checkLength(
    of period: Period, _ measure: String, _ number: Int, _ row: inout TableRow<OutcomeColumn>
  ) {
    let span = row.span(.period)
    guard let first = named[number].firstPeriod else {
      named[number].firstPeriod = Located(period.length, at: span)
      return
    }
    guard first.value != period.length, !named[number].isMixed else { return }
    named[number].isMixed = true
    row.report(.mixedPeriodLengths(measure, row.number, at: span, first: first.span))
  }
}

/// What rows have said of a measure.
private struct NamedMeasure {
  let id: String
  let kind: Measure.Kind
  let scores: ClosedRange<Int>?
  /// The length of its periods, where it was first used.
  var firstPeriod: Located<Period.Length>?
  /// Whether periods of different lengths were reported.
  var isMixed = false
  /// Its practices and periods, and by their numbers the row and place of the first.
  private var groups = GroupTable()
  private var first: [(row: Int32, start: SourcePosition, end: SourcePosition)] = []

  /// A measure that nobody defined is read as a proportion: a later stage reports it.
  init(_ id: String, _ measure: Measure?) {
    self.id = id
    kind = measure?.kind ?? .proportion
    scores = measure?.scores
  }

  /// Takes the practice and period of a row; gives the row, with its place, that had them before.
  mutating func take(_ key: GroupTable.Key, of row: Int, at span: SourceSpan) -> (
    row: Int, span: SourceSpan
  )? {
    let (number, isNew) = groups.number(of: key)
    if isNew {
      first.append((Int32(clamping: row), span.start, span.end))
      return nil
    }
    let place = first[number]
    return (Int(place.row), SourceSpan(path: span.path, start: place.start, end: place.end))
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
