import PackhorseCore

/// One measure in every area, with each published period in order and no exact count left.
func publishedSeries(
  _ measure: Measure, _ counted: [MeasuredArea], _ told: ToldAreas, _ control: DisclosureControl
) -> [PublishedSeries] {
  let means = measure.kind == .meanChange ? control.means(of: counted, told) : counted.map { _ in [:] }
  return counted.indices.map { area in
    let periods = told[area].keys
    let points = everyPeriod(from: periods.min(), to: periods.max()).map { period in
      guard let counts = counted[area].counts[period], let told = told[area][period] else {
        return PublishedPoint(period: period, figure: .notAvailable(measure), months: 0)
      }
      return PublishedPoint(
        period: period, figure: control.figure(measure, counts, told, means[area][period]),
        months: counts.months, practices: counted[area].practices[period])
    }
    var series = PublishedSeries(
      measure: measure, area: counted[area].area, points: points, axis: axis(measure, points),
      control: controlChart(of: measure, points))
    series.trend = publishedTrend(of: measure, points)
    return series
  }
}

private func axis(_ measure: Measure, _ points: [PublishedPoint]) -> [Double] {
  let figures = points.map(\.figure)
  var values =
    figures.compactMap(\.value) + figures.compactMap(\.estimate).flatMap { [$0.lower95, $0.upper95] }
  for case .change(let change) in figures {
    if let expected = change.expected { values += [expected.lowerBound, expected.upperBound] }
  }
  return measure.kind == .proportion ? shareAxis(holding: values) : chartAxis(holding: values)
}

/// The values at which a chart of all areas is marked.
func commonAxis(_ measure: Measure, _ series: [PublishedSeries]) -> [Double] {
  axis(measure, series.flatMap(\.points))
}

/// The periods from the first to the last, all of one length, those between them that nobody gave rows for included.
private func everyPeriod(from first: Period?, to last: Period?) -> [Period] {
  guard let first, let last else { return [] }
  return stride(from: first.firstMonth, through: last.firstMonth, by: first.months).compactMap { month in
    Period(length: .month, year: month / 12, part: month % 12 + 1).containing(first.length)
  }
}
