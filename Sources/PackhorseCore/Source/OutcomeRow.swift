/// An aggregate row of `content/data/outcomes.csv`: exact counts, which end at the compute stage.
package struct OutcomeRow: Sendable {
  package var practice: Located<String>
  package var period: Period
  package var measure: Located<String>
  package var numerator: Int
  package var denominator: Int

  package init(
    practice: Located<String>, period: Period, measure: Located<String>, numerator: Int, denominator: Int
  ) {
    self.practice = practice
    self.period = period
    self.measure = measure
    self.numerator = numerator
    self.denominator = denominator
  }
}
