package import PackhorseCore

/// The share of each measure's figures for practices that would be withheld, as the site publishes it and one step coarser,
/// and what is wrong with counts that are to be added up to published periods.
///
/// A figure is what one practice gets for one period. Of a flow, each status is one. What is withheld to hide another
/// figure counts as well.
package func forecastWithheld(
  _ observations: [Observation], measures: [Measure], settings: SiteSettings, practices: [ListedPractice],
  jobs: Int
) async -> Outcome<[WithheldShare]> {
  let control = DisclosureControl(settings)
  let areas = Areas(settings, name: "", practices)
  let rows = RowsByPractice(observations, of: measures)
  let all = areas.lots
  let jobsInLot = max(1, jobs / max(1, all.count))
  let lots = await concurrentMap(all, jobs: jobs) { lot in
    await forecast(AreaRows(rows, in: lot.areas), of: measures, control, jobs: jobsInLot)
  }
  let shares = measures.indices.map { measure in lots.compactMap { $0[measure] } }
  return Outcome(
    shares.compactMap { shares in shares.dropFirst().reduce(shares.first?.value) { $0?.adding($1.value) } },
    shares.flatMap { $0.flatMap(\.diagnostics) })
}

/// For each measure that has rows what would be withheld, now and with every measure published one step coarser: those
/// that count the same people bear on one another.
private func forecast(
  _ rows: AreaRows, of measures: [Measure], _ control: DisclosureControl, jobs: Int
) async -> [Outcome<WithheldShare>?] {
  let counted = measures.enumerated().filter { rows.hasRows(of: $0.offset) }.map {
    NumberedMeasure(number: $0.offset, measure: $0.element)
  }
  var shares = await withheld(rows, of: counted, control, jobs: jobs)
  let withCoarser = counted.indices.filter {
    coarser(than: counted[$0].measure.periodLength(for: .practice)) != nil
  }
  if !withCoarser.isEmpty {
    let next = await withheld(rows, of: counted.map(\.coarser), control, jobs: jobs)
    for index in withCoarser { shares[index].value.coarser = [next[index].value] }
  }
  let byNumber = Dictionary(uniqueKeysWithValues: zip(counted.map(\.number), shares))
  return measures.indices.map { byNumber[$0] }
}

/// A measure with its number among all.
private struct NumberedMeasure {
  var number: Int
  var measure: Measure

  /// The same with figures of practices one step coarser, where there is one.
  var coarser: NumberedMeasure {
    var coarser = self
    let length = measure.periodLength(for: .practice)
    coarser.measure.publishBy[.practice] = PackhorseStatistics.coarser(than: length) ?? length
    return coarser
  }
}

extension WithheldShare {
  /// The share of these figures and of others.
  fileprivate func adding(_ other: WithheldShare) -> WithheldShare {
    var sum = self
    sum.figures += other.figures
    sum.withheld += other.withheld
    sum.coarser = zip(coarser, other.coarser).map { $0.adding($1) }
    return sum
  }
}

private func coarser(than length: Period.Length) -> Period.Length? {
  switch length {
  case .month: .quarter
  case .quarter: .year
  case .year, .financialYear: nil
  }
}

private func withheld(
  _ rows: AreaRows, of measures: [NumberedMeasure], _ control: DisclosureControl, jobs: Int
) async -> [Outcome<WithheldShare>] {
  let counted = measures.map { rows.count($0.number, of: $0.measure) }
  let areas = counted.map(\.value)
  let told = await control.told(of: areas, jobs: jobs) { sharedPeople(areas) }
  return measures.indices.map { index in
    let measure = measures[index].measure
    let figures = shown(counted[index].value, told[index], of: measure, control)
    var share = WithheldShare(measure: measure.id, length: measure.periodLength(for: .practice))
    share.figures = figures.count
    share.withheld = figures.count { !$0 }
    return Outcome(share, counted[index].diagnostics)
  }
}

/// Whether each figure of a practice would be shown.
private func shown(
  _ counted: [MeasuredArea], _ told: ToldAreas, of measure: Measure, _ control: DisclosureControl
) -> [Bool] {
  let means = measure.kind == .meanChange ? control.means(of: counted, told) : []
  return counted.indices.filter { counted[$0].area.level == .practice }.flatMap { area in
    told[area].flatMap { period, told in
      switch measure.kind {
      case .proportion: [told.parts.first?.shown != nil || told.whole.shown == 0]
      case .flow: told.parts.map { $0.shown != nil || told.whole.shown == 0 }
      case .rate, .count: [told.whole.shown != nil]
      case .meanChange: [means[area][period] != nil]
      }
    }
  }
}
