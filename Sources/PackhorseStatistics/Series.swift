import PackhorseCore

/// One measure of the site's practice, with every published period in order and no exact count left.
func publishedSeries(
  _ measure: Measure, of practice: Practice, sums: [Period: PeriodSums.Sum], control: DisclosureControl
) -> PublishedSeries {
  let points = everyPeriod(from: sums.keys.min(), to: sums.keys.max()).map { period in
    publishedPoint(period, sums[period], control)
  }
  return PublishedSeries(
    measure: measure, level: .practice, areaCode: practice.code, areaName: practice.name, points: points,
    axis: chartAxis(holding: points.compactMap(\.estimate?.upper95)))
}

private func publishedPoint(
  _ period: Period, _ sum: PeriodSums.Sum?, _ control: DisclosureControl
) -> PublishedPoint {
  guard let sum else {
    return PublishedPoint(
      period: period, numerator: .notAvailable, denominator: .notAvailable, estimate: nil, monthsCovered: 0)
  }
  let (numerator, denominator) = control.published(sum.numerator, of: sum.denominator)
  return PublishedPoint(
    period: period, numerator: numerator, denominator: denominator,
    estimate: control.estimate(numerator, of: denominator), monthsCovered: sum.months.nonzeroBitCount)
}

/// The periods from the first to the last, all of one length, those between them that nobody gave rows for included.
private func everyPeriod(from first: Period?, to last: Period?) -> [Period] {
  guard let first, let last else { return [] }
  return stride(from: first.firstMonth, through: last.firstMonth, by: first.months).compactMap { month in
    Period(length: .month, year: month / 12, part: month % 12 + 1).containing(first.length)
  }
}
