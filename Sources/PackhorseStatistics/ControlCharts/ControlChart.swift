/// A control chart: each period against what the process gives by its own nature.
///
/// Made by `xmrChart` or `countChart`. Runs that the rules count end at a gap and at a rebase.
package struct ControlChart: Equatable, Sendable {
  /// One period of the chart, gaps included.
  package struct Point: Equatable, Sendable {
    package let reading: Reading
    /// Nil where its segment has no two readings in a row to make limits from.
    package let limits: ProcessLimits?
    /// Nil for common cause variation, and for a gap.
    package let specialCause: SpecialCause?
  }

  /// Periods that share one calculation of limits.
  package struct Segment: Equatable, Sendable {
    package let periods: Range<Int>
    /// Why limits were calculated anew here; nil for the first segment.
    package let rebase: Rebase?
    /// How many readings its limits are made from.
    package let readings: Int
    /// Whether those are fewer than the 12 from which limits can be trusted: they are trial limits.
    package var hasTrialLimits: Bool { readings < 12 }
  }

  package let points: [Point]
  package let segments: [Segment]
  package let screening: MovingRangeScreening
  /// What happened when; no number depends on it.
  package let events: [ChartEvent]

  /// The periods without a figure: whoever shows the chart says which.
  package var gaps: [Int] { points.indices.filter { points[$0].reading == .missing } }
}
