import PackhorseCore

/// One measure in one area, with every published period in order and no exact count left.
func publishedSeries(
  _ measure: Measure, _ counted: MeasuredArea, told: [Period: ToldCounts], control: DisclosureControl
) -> PublishedSeries {
  let points = everyPeriod(from: told.keys.min(), to: told.keys.max()).map { period in
    publishedPoint(period, told[period], months: counted.counts[period]?.months ?? 0, control)
  }
  return PublishedSeries(
    measure: measure, area: counted.area, points: points,
    axis: chartAxis(holding: points.compactMap(\.estimate?.upper95)))
}

private func publishedPoint(
  _ period: Period, _ told: ToldCounts?, months: Int, _ control: DisclosureControl
) -> PublishedPoint {
  guard let told, let numerator = told.parts.first else {
    return PublishedPoint(
      period: period, numerator: .notAvailable, denominator: .notAvailable, estimate: nil, monthsCovered: 0)
  }
  return PublishedPoint(
    period: period, numerator: numerator, denominator: told.whole,
    estimate: control.estimate(numerator, of: told.whole), monthsCovered: months.nonzeroBitCount)
}

/// The periods from the first to the last, all of one length, those between them that nobody gave rows for included.
private func everyPeriod(from first: Period?, to last: Period?) -> [Period] {
  guard let first, let last else { return [] }
  return stride(from: first.firstMonth, through: last.firstMonth, by: first.months).compactMap { month in
    Period(length: .month, year: month / 12, part: month % 12 + 1).containing(first.length)
  }
}
