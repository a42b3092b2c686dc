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

/// Readings with limits, cut into the stretches over which runs may count: at gaps, rebases and where limits are absent.
func controlPoints(
  _ readings: [Reading], _ limits: [ProcessLimits?], in segments: [ControlChart.Segment]
) -> [ControlChart.Point] {
  var causes: [SpecialCause?] = []
  for segment in segments {
    var stretch: [(value: Double, limits: ProcessLimits)] = []
    for period in segment.periods {
      if case .value(let value) = readings[period], let limits = limits[period] {
        stretch.append((value, limits))
      } else {
        causes += specialCauses(stretch) + [nil]
        stretch = []
      }
    }
    causes += specialCauses(stretch)
  }
  return readings.indices.map { period in
    ControlChart.Point(reading: readings[period], limits: limits[period], specialCause: causes[period])
  }
}

/// The stretches between rebases; nil where one lies outside the series, at its start, or where another lies.
func controlSegments(
  _ readings: [Reading], _ rebases: [Rebase], _ baseline: Int?
) -> [ControlChart.Segment]? {
  let rebases = rebases.sorted { $0.period < $1.period }
  let starts = [0] + rebases.map(\.period)
  guard zip(starts, starts.dropFirst()).allSatisfy(<), starts.last ?? 0 <= max(0, readings.count - 1) else {
    return nil
  }
  let ends = starts.dropFirst() + [readings.count]
  return zip(zip(starts, ends), [nil] + rebases).map { bounds, rebase in
    let periods = bounds.0..<bounds.1
    let known = readings[periods].count { $0 != .missing }
    return ControlChart.Segment(periods: periods, rebase: rebase, readings: min(known, baseline ?? known))
  }
}
