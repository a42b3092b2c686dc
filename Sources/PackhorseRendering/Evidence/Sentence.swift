package import PackhorseCore

/// One period in a sentence, as "About 45 of 110 people referred took up an activity in 2025 (41%, …)".
///
/// Without a period, the latest that has a share, or else the latest. The forms are a closed list in the catalogue: a
/// sentence that is unsure says so itself, and none speaks of causes.
package func sentence(_ series: PublishedSeries, period: Period? = nil, words: Words) -> HTML {
  let text = EvidenceText(words)
  let point =
    period.map { wanted in series.points.first { $0.period == wanted } } ?? series.latest
    ?? series.points.last
  guard let point else {
    return text.form("sentence.no-data", ["title": HTML(text: series.measure.title)])
  }
  let values = FigureValues(measure: series.measure.id, point: point, text: text)
  guard let value = values.value, let interval = values.interval else {
    return withoutShare(series.measure, values, text)
  }
  return text.form(
    "sentence.\(sentenceForm(point))",
    counts(series.measure, values, text).merging([
      "value": value, "interval": interval,
      "part": point.isPartial ? text.form("sentence.part", ["covered": values.covered]) : .empty,
      "few": point.hasFew ? text.form("sentence.few") : .empty,
    ]) { first, _ in first })
}

private func sentenceForm(_ point: PublishedPoint) -> String {
  switch (point.numerator, point.denominator) {
  case (.rounded, _): "rounded"
  case (_, .rounded): "none"
  default: "exact"
  }
}

private func withoutShare(_ measure: Measure, _ values: FigureValues, _ text: EvidenceText) -> HTML {
  let form =
    values.point.isWithheld ? "withheld" : values.point.denominator.shown == nil ? "not-available" : "nobody"
  return text.form("sentence.\(form)", counts(measure, values, text))
}

private func counts(_ measure: Measure, _ values: FigureValues, _ text: EvidenceText) -> [String: HTML] {
  let withheld = text.string("withheld")
  let notAvailable = text.string("not-available")
  return [
    "title": HTML(text: measure.title), "people": HTML(text: measure.denominator),
    "did": HTML(text: measure.numerator),
    "period": HTML(text: text.period(values.point.period)),
    "numerator": values.count(.numerator, withheld: withheld, notAvailable: notAvailable),
    "denominator": values.count(.denominator, withheld: withheld, notAvailable: notAvailable),
  ]
}
