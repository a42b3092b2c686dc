/// An XmR chart: single values against natural process limits from their moving ranges.
///
/// Centre x̄, limits x̄ ± 2.66 times the mean moving range (D. J. Wheeler, "Understanding variation" (1993); 2.66 = 3/1.128),
/// near limits at two thirds. With `baseline`, limits come from that many first readings of each segment, and hold for the
/// rest of it. A number that is not finite counts as missing. Nil where a rebase or an event lies outside
/// the series, a rebase at its start or where another lies, or a baseline has fewer than 2 readings.
package func xmrChart(
  _ readings: [Reading], screening: MovingRangeScreening, baseline: Int? = nil, rebases: [Rebase] = [],
  events: [ChartEvent] = []
) -> ControlChart? {
  let readings = readings.map(\.orMissing)
  let settings = ChartSettings(screening: screening, baseline: baseline, rebases: rebases, events: events)
  return controlChart(readings, settings) { periods, baseline in
    let base = readings[baseline]
    let centre = accurateMean(base.compactMap(\.number))
    let limits = meanMovingRange(base, screening: screening).flatMap { range in
      ProcessLimits(centre: centre, distance: 2.66 * range)
    }
    return Array(repeating: limits, count: periods.count)
  }
}

extension Reading {
  /// Its value; nil for a gap.
  package var number: Double? {
    if case .value(let number) = self { number } else { nil }
  }

  fileprivate var orMissing: Reading { number?.isFinite == true ? self : .missing }
}
