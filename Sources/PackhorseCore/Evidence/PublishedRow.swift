/// A row of a file of published figures (`data/outcomes.csv` of a built site) that is read again.
///
/// Its counts are what was told of them: nothing is added up from them, nothing is rounded again, and what was withheld stays so.
package struct PublishedRow: Sendable {
  package struct Key: Hashable, Sendable {
    package var level: AreaLevel
    package var area: String
    package var measure: String
    package var period: Period
    package var statistic: PublishedStatistic

    package init(
      level: AreaLevel, area: String, measure: String, period: Period, statistic: PublishedStatistic
    ) {
      (self.level, self.area, self.measure) = (level, area, measure)
      (self.period, self.statistic) = (period, statistic)
    }
  }

  package var key: Key
  /// Where its first cell stands.
  package var span: SourceSpan
  package var n: PublishedCount?
  package var numerator: PublishedCount?
  package var denominator: PublishedCount?
  /// Nil where the file has no number.
  package var value: Double?
  package var deviation: Double?
  /// As the file prints them; nil where it has none.
  package var intervals: Estimate?
  package var note = PublishedNote()

  package init(key: Key, at span: SourceSpan) {
    self.key = key
    self.span = span
  }
}

/// What the note of a row of published figures says.
package struct PublishedNote: Sendable, Hashable {
  /// Months that the data cover, where some are missing.
  package var monthsCovered: Int?
  /// Practices that have figures, where some are missing.
  package var practices: PracticesCounted?
  /// A mean is that of practices whose own mean is told.
  package var isOfPractices = false
  /// Between which numbers a count lies that is a sum of rounded ones, by its column.
  package var possible: [PublishedColumn: ClosedRange<Int>] = [:]

  package init() {}
}
