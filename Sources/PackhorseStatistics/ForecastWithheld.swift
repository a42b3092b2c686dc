package import PackhorseCore

/// The share of each measure's figures for practices that would be withheld, as the site publishes it and one step coarser.
///
/// A figure is what one practice gets for one period. Of a flow, each status is one. What is withheld to hide another
/// figure counts as well.
package func forecastWithheld(
  _ observations: [Observation], measures: [Measure], settings: SiteSettings, practices: [ListedPractice]
) -> [WithheldShare] {
  let control = DisclosureControl(settings)
  let areas = Areas(own: ListedPractice(code: settings.practice, name: ""), practices)
  let rows = Dictionary(grouping: observations, by: \.measure.value)
  return measures.compactMap { measure in
    guard let rows = rows[measure.id] else { return nil }
    let length = measure.periodLength(for: .practice)
    var share = withheld(rows, of: measure, by: length, in: areas, control)
    if let next = coarser(than: length) {
      share.coarser = [withheld(rows, of: measure, by: next, in: areas, control)]
    }
    return share
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
  _ rows: [Observation], of measure: Measure, by length: Period.Length, in areas: Areas,
  _ control: DisclosureControl
) -> WithheldShare {
  var measure = measure
  measure.publishBy[.practice] = length
  let figures = shown(rows, of: measure, in: areas, control)
  var share = WithheldShare(measure: measure.id, length: length)
  share.figures = figures.count
  share.withheld = figures.count { !$0 }
  return share
}

/// Whether each figure of a practice would be shown.
private func shown(
  _ rows: [Observation], of measure: Measure, in areas: Areas, _ control: DisclosureControl
) -> [Bool] {
  let counted = count(rows, of: measure, in: areas).value
  let told = control.told(of: counted)
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
