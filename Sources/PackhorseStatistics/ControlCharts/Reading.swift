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
