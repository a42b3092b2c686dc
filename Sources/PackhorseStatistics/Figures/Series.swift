import PackhorseCore

/// One measure in every area, with each published period in order and no exact count left.
func publishedSeries(
  _ shared: SharedMeasure, _ counted: [MeasuredArea], _ told: ToldAreas, _ control: DisclosureControl
) -> [PublishedSeries] {
  let measure = shared.measure
  let means = measure.kind == .meanChange ? control.means(of: counted, told) : counted.map { _ in [:] }
  return counted.indices.map { area in
    var points: [PublishedPoint] = []
    points.reserveCapacity(told[area].count)
    for ((period, counts), (toldPeriod, told)) in zip(counted[area].counts, told[area]) {
      // Rather no page than a figure of another period.
      precondition(period == toldPeriod)
      // Those between that nobody gave rows for are included.
      while let next = points.last?.period.next, next < period {
        points.append(PublishedPoint(period: next, figure: .notAvailable(measure), months: 0))
      }
      points.append(
        PublishedPoint(
          period: period, figure: control.figure(measure, counts, told, means[area][period]),
          months: counts.months, practices: counted[area].practices[period]))
    }
    return madeSeries(shared, counted[area].area, points)
  }
}

/// Published points with what charts make of them.
func madeSeries(_ shared: SharedMeasure, _ area: Area, _ points: [PublishedPoint]) -> PublishedSeries {
  let measure = shared.measure
  var series = PublishedSeries(
    measure: shared, area: area, points: points, axis: axis(measure, points),
    control: controlChart(of: measure, points))
  series.trend = publishedTrend(of: measure, points)
  return series
}

private func axis(_ measure: Measure, _ points: some Sequence<PublishedPoint>) -> [Double] {
  var values: [Double] = []
  values.reserveCapacity(3 * points.underestimatedCount)
  for point in points {
    if let value = point.figure.value { values.append(value) }
    if let estimate = point.figure.estimate {
      values.append(estimate.lower95)
      values.append(estimate.upper95)
    }
    if case .change(let change) = point.figure, let expected = change.expected {
      values += [expected.lowerBound, expected.upperBound]
    }
  }
  return measure.kind == .proportion ? shareAxis(holding: values) : chartAxis(holding: values)
}

/// The values at which a chart of all areas is marked.
func commonAxis(_ measure: Measure, _ series: [PublishedSeries]) -> [Double] {
  axis(measure, series.lazy.map(\.points).joined())
}
