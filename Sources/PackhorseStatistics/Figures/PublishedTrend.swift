import PackhorseCore

/// The trend of the last five years of a series, from published figures.
///
/// The test is made for years: in quarters the seasons would look like one. Of shares and rates alone, whose intervals say
/// how sure each figure is; a change of scores is no figure that rises by what is done. Nil where one of the five is missing
/// or a part of a year.
func publishedTrend(of measure: Measure, _ points: [PublishedPoint]) -> PublishedTrend? {
  let isCounted = measure.kind == .proportion || measure.kind == .rate
  guard isCounted, let length = points.first?.period.length, length == .year || length == .financialYear
  else { return nil }
  let series = points.map { point in
    point.isPartial
      ? nil
      : point.figure.estimate.map { TrendPoint(value: $0.value, lower95: $0.lower95, upper95: $0.upper95) }
  }
  switch recentTrend(series) {
  case .increasing: return .higher
  case .decreasing: return .lower
  case .noSignificantChange: return .unclear
  case .cannotBeCalculated: return nil
  }
}
