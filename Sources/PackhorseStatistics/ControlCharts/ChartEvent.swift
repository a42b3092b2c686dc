/// Something that happened at a period and may explain a change: it is shown, and changes no number.
package struct ChartEvent: Equatable, Sendable {
  /// The period's place in the series, from 0.
  package let period: Int
  package let note: String

  package init(at period: Int, note: String) {
    self.period = period
    self.note = note
  }
}
