package import PackhorseCore

/// What a series says, as the title of its chart: its latest value, and whether that differs from the first.
///
/// The two differ only where their 95% intervals do not meet. Which way is better is left to the reader, and why it is so
/// to others. A change of scores is named with what would have changed without any effect.
package func finding(_ series: PublishedSeries, words: Words) -> HTML {
  let text = EvidenceText(words)
  let title = HTML(text: series.measure.title)
  guard let last = series.latest, let first = series.points.first(where: { $0.figure.value != nil }) else {
    let form = series.points.contains(where: \.isWithheld) ? "withheld" : "no-data"
    return text.form("finding.\(form)", ["title": title])
  }
  let values = FigureValues(series, last, text)
  let earlier = FigureValues(series, first, text)
  var places = [
    "title": title, "people": HTML(text: series.measure.denominator),
    "did": HTML(text: series.measure.numerator), "per": HTML(text: text.number(series.measure.per)),
    "period": HTML(text: text.coveredPeriod(last)), "value": values.value ?? .empty,
    "first": HTML(text: text.coveredPeriod(first)), "before": earlier.value ?? .empty,
    "numerator": values.numerator(.words(text)),
  ]
  switch last.figure {
  case .proportion: return text.form("finding.\(last.comparison(with: first))", places)
  case .rate: return text.form("finding.rate.\(last.comparison(with: first))", places)
  case .count: return text.form("finding.count.\(about(last))", places)
  case .flow(_, let statuses): return flow(statuses, values, places)
  case .change(let change):
    places["expected"] = change.expected.map(values.expected)
    return text.form("finding.change.\(change.form)", places)
  }
}

private func about(_ point: PublishedPoint) -> String {
  point.figure.numerator.isInexact ? "rounded" : "exact"
}

/// The first status of which the count may be told.
private func flow(_ statuses: [PublishedStatus], _ values: FigureValues, _ places: [String: HTML]) -> HTML {
  let titles = values.measure.statuses.map(\.title)
  guard
    let place = statuses.indices.first(where: { statuses[$0].share != nil && titles.indices.contains($0) })
  else { return values.text.form("finding.flow.\(about(values.point))", places) }
  return values.text.form(
    "finding.flow.status",
    places.merging([
      "status": HTML(text: titles[place]),
      "count": values.count(.status(place), statuses[place].people, .words(values.text)),
      "about": about(values.point) == "rounded" ? values.text.form("finding.flow.about") : .empty,
    ]) { first, _ in first })
}

extension PublishedChange {
  /// "unclear" where the 95% interval holds no change; otherwise whether it is known what to expect without an effect.
  fileprivate var form: String {
    guard let mean, mean.lower95 > 0 || mean.upper95 < 0 else { return "unclear" }
    return expected == nil ? "unknown" : "expected"
  }
}
