/// What is known of one period of a control chart.
package enum Reading: Equatable, Sendable {
  case value(Double)
  /// No figure: not reported, withheld, or nobody to count. It ends every run, and the chart says so.
  case missing
}

/// The counts of one period of a share or rate chart.
package enum CountReading: Equatable, Sendable {
  /// Events, and the people or person-time that they are out of.
  case counts(Double, of: Double)
  case missing
}

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

/// The decision to calculate limits anew from a period on, which nobody may take without a reason.
package struct Rebase: Equatable, Sendable {
  /// The place in the series, from 0, of the first period of the new limits.
  package let period: Int
  package let reason: String

  /// Nil where the reason is blank.
  package init?(at period: Int, reason: String) {
    guard reason.contains(where: { !$0.isWhitespace }) else { return nil }
    self.period = period
    self.reason = reason
  }
}
