/// What was counted in one practice and period for one measure: exact, and ending at the compute stage.
///
/// Every kind of data file folds into these; none holds anything about one person.
package struct Observation: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case proportion(numerator: Int, denominator: Int)
    /// Events and the people on the practice's list; nil where no list size is known.
    case rate(numerator: Int, listSize: Int?)
    case count(Int)
    indirect case change(ChangeSummary)
    /// People by status, in the order of the measure's statuses.
    case flow([Int])
  }

  package var practice: Located<String>
  package var measure: String
  private var measureStart: SourcePosition
  private var measureEnd: SourcePosition
  package var value: Value
  // Two bytes, and what is small after what is large: a nation has hundreds of thousands of rows.
  private var storedMonths: UInt16
  package var period: Period

  package init(
    practice: Located<String>, period: Period, measure: Located<String>, value: Value, months: Int? = nil
  ) {
    self.practice = practice
    self.period = period
    self.measure = measure.value
    let span = measure.span.path == practice.span.path ? measure.span : practice.span
    (measureStart, measureEnd) = (span.start, span.end)
    self.value = value
    storedMonths = UInt16(truncatingIfNeeded: months ?? (1 << period.months) - 1)
  }

  /// Where the row names its measure; of one that another file names, where it names its practice.
  package var measureSpan: SourceSpan {
    SourceSpan(path: practice.span.path, start: measureStart, end: measureEnd)
  }

  /// A bit for each month of the period that the data reach into, the first lowest.
  package var months: Int { Int(storedMonths) }
}

/// Scores of the same people before and after, added up, in whole points of the scale.
package struct ChangeSummary: Sendable, Hashable {
  /// People referred, with scores or without; nil where the data do not say.
  package var people: Int?
  /// People with a score before.
  package var before: Int?
  /// People with both scores.
  package var pairs = 0
  /// Of those with both, the sum of after − before, and of its squares.
  package var sum = 0.0
  package var sumOfSquares = 0.0
  /// Of those with both, the sum of the scores before; nil where the data do not say.
  package var sumBefore: Double?
  /// Of those with both, how many changed for the better by the important change or more; nil where none is known.
  package var reached: Int?

  package init() {}

  /// The summary of which only the mean change, its standard deviation (of a sample) and the people are known.
  package init(pairs: Int, mean: Double, sd: Double) {
    self.pairs = pairs
    sum = mean * Double(pairs)
    sumOfSquares = sd * sd * Double(max(0, pairs - 1)) + mean * sum
  }
}

/// The people on a practice's list in a month.
package struct ListSize: Sendable, Hashable {
  package var practice: String
  /// Months since the year 0, as `Period.firstMonth`.
  package var month: Int
  package var patients: Int

  package init(practice: String, month: Int, patients: Int) {
    self.practice = practice
    self.month = month
    self.patients = patients
  }
}
