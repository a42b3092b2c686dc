/// What a chart is made with, whatever its limits are made of.
struct ChartSettings {
  let screening: MovingRangeScreening
  /// How many first readings of each segment its limits come from; nil for all.
  let baseline: Int?
  let rebases: [Rebase]
  let events: [ChartEvent]
}

/// A chart whose limits are made for each segment from its baseline.
///
/// Nil where a rebase or an event lies outside the series, a rebase at its start or where another lies, or a baseline has
/// fewer than 2 readings.
func controlChart(
  _ readings: [Reading], _ settings: ChartSettings,
  limits: (_ periods: Range<Int>, _ baseline: Range<Int>) -> [ProcessLimits?]
) -> ControlChart? {
  guard settings.baseline ?? 2 >= 2, settings.events.allSatisfy({ readings.indices.contains($0.period) }),
    let segments = controlSegments(readings, settings.rebases, settings.baseline)
  else { return nil }
  let all = segments.flatMap { segment in
    limits(segment.periods, baselinePeriods(readings[segment.periods], first: settings.baseline))
  }
  return ControlChart(
    points: controlPoints(readings, all, in: segments), segments: segments, screening: settings.screening,
    events: settings.events)
}

/// The periods that hold a segment's first readings, gaps between them included; all of it without a number.
private func baselinePeriods(_ readings: ArraySlice<Reading>, first count: Int?) -> Range<Int> {
  guard let count else { return readings.indices }
  let known = readings.indices.filter { readings[$0] != .missing }
  return readings.startIndex..<(known.prefix(count).last.map { $0 + 1 } ?? readings.startIndex)
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
