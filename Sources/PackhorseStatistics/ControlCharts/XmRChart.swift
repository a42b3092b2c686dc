/// An XmR chart: single values against natural process limits from their moving ranges.
///
/// Centre x̄, limits x̄ ± 2.66 times the mean moving range (D. J. Wheeler, "Understanding variation" (1993); 2.66 = 3/1.128),
/// near limits at two thirds. With `baseline`, limits come from that many first readings of each segment, and hold for the
/// rest of it. A number that is not finite counts as missing. Nil where a rebase lies outside the series, at its start or
/// where another lies, or a baseline has fewer than 2 readings.
package func xmrChart(
  _ readings: [Reading], screening: MovingRangeScreening, baseline: Int? = nil, rebases: [Rebase] = [],
  events: [ChartEvent] = []
) -> ControlChart? {
  let readings = readings.map(\.orMissing)
  guard baseline ?? 2 >= 2, let segments = controlSegments(readings, rebases, baseline) else { return nil }
  let limits = segments.flatMap { segment in
    let base = baselineReadings(readings[segment.periods], first: baseline)
    let centre = accurateMean(base.compactMap(\.number))
    let limits = meanMovingRange(base, screening: screening).flatMap { range in
      ProcessLimits(centre: centre, distance: 2.66 * range)
    }
    return Array(repeating: limits, count: segment.periods.count)
  }
  return ControlChart(
    points: controlPoints(readings, limits, in: segments), segments: segments, screening: screening,
    events: events)
}

/// The part of a segment that holds its first readings, gaps between them included; all of it without a number.
func baselineReadings(_ readings: ArraySlice<Reading>, first count: Int?) -> ArraySlice<Reading> {
  guard let count else { return readings }
  let taken = readings.indices.filter { readings[$0] != .missing }.prefix(count)
  return taken.last.map { readings[...$0] } ?? []
}

extension Reading {
  /// Its value; nil for a gap.
  package var number: Double? {
    if case .value(let number) = self { number } else { nil }
  }

  fileprivate var orMissing: Reading { number?.isFinite == true ? self : .missing }
}
