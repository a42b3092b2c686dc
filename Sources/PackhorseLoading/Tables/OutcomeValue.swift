import PackhorseCore

extension TableRow<OutcomeColumn> {
  /// What a row counts, as its measure's kind asks for; nil after a report, and where every cell is marked as missing.
  ///
  mutating func value(of kind: Measure.Kind, scores: ClosedRange<Int>?) -> Observation.Value? {
    switch kind {
    case .proportion:
      guard !isMissing(.numerator, .denominator) else { return nil }
      let (numerator, denominator) = (count(.numerator), count(.denominator))
      guard let numerator, let denominator else { return nil }
      if numerator <= denominator { return .proportion(numerator: numerator, denominator: denominator) }
      report(.numeratorExceedsDenominator(number, at: span(.numerator)))
      return nil
    case .rate:
      guard !isMissing(.numerator, .denominator) else { return nil }
      let (events, people) = (count(.numerator), count(.denominator))
      guard let events, let people else { return nil }
      return .rate(numerator: events, listSize: people)
    case .count:
      guard !isMissing(.numerator, .numerator) else { return nil }
      return count(.numerator).map(Observation.Value.count)
    case .meanChange: return change(scores: scores)
    case .flow:
      report(.flowInTable(number, at: span(.measure)))
      return nil
    }
  }

  private mutating func change(scores: ClosedRange<Int>?) -> Observation.Value? {
    guard !isMissing(.n, .mean) || !isMissing(.sd, .sd) else { return nil }
    let pairs = count(.n)
    let width = Double(scores.map { $0.upperBound - $0.lowerBound } ?? 1_000)
    let mean = number(.mean, in: -width...width)
    let sd = number(.sd, in: 0...width)
    guard let pairs, let mean, let sd else { return nil }
    return .change(ChangeSummary(pairs: pairs, mean: mean, sd: sd))
  }

  private mutating func number(_ column: OutcomeColumn, in range: ClosedRange<Double>) -> Double? {
    guard let number = decimalNumber(bytes(column)) else {
      if let mark = FigureMark(bytes(column)) {
        fail(column, holding: mark)
        return nil
      }
      fail(column, found: isEmpty(column) ? "nothing" : "something else", due: "a number, as 1.25")
      return nil
    }
    if range.contains(number) { return number }
    report(.impossibleMean(column.rawValue, number: self.number, at: span(column)))
    return nil
  }

  private func isMissing(_ one: OutcomeColumn, _ other: OutcomeColumn) -> Bool {
    FigureMark(bytes(one)) == .notAvailable && FigureMark(bytes(other)) == .notAvailable
  }
}

extension Diagnostic {
  static func numeratorExceedsDenominator(_ row: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "numerator-exceeds-denominator", "Numerator of row \(row) is larger than its denominator",
      at: span,
      because: "It counts some of the people that the denominator counts.")
  }

  fileprivate static func flowInTable(_ row: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "flow-in-table", "Row \(row) is of a flow, which outcomes.csv cannot hold", at: span,
      because: "A flow counts people by status, from a file of records.",
      suggestion: "name the file of records and this measure in content/data/sources.yml")
  }

  fileprivate static func impossibleMean(_ column: String, number row: Int, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .error, "score-out-of-range", "'\(column)' in row \(row) lies outside what the scale allows", at: span,
      because: "A mean change is at most the width of the scale, from 'lowest' to 'highest' in measures.yml.")
  }
}
