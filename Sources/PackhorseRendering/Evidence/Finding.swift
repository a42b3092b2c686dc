package import PackhorseCore

/// What a series says, as the title of its chart: its latest share, and whether that differs from the first.
///
/// The two differ only where their 95% intervals do not meet. Which way is better is left to the reader, and why it is so
/// to others.
package func finding(_ series: PublishedSeries, words: Words) -> HTML {
  let text = EvidenceText(words)
  let measure = series.measure
  guard let last = series.latest, let first = series.points.first(where: { $0.estimate != nil }),
    let now = last.estimate, let before = first.estimate
  else {
    let form = series.points.contains(where: \.isWithheld) ? "withheld" : "no-data"
    return text.form("finding.\(form)", ["title": HTML(text: measure.title)])
  }
  let form =
    if last.hasFew {
      "few"
    } else if first == last {
      "level"
    } else if now.lower95 > before.upper95 {
      "higher"
    } else if now.upper95 < before.lower95 {
      "lower"
    } else {
      "same"
    }
  let values = FigureValues(measure: measure.id, point: last, text: text)
  let earlier = FigureValues(measure: measure.id, point: first, text: text)
  return text.form(
    "finding.\(form)",
    [
      "people": HTML(text: measure.denominator), "did": HTML(text: measure.numerator),
      "period": HTML(text: text.coveredPeriod(last)), "value": values.value ?? .empty,
      "first": HTML(text: text.coveredPeriod(first)), "before": earlier.value ?? .empty,
    ])
}
