package import PackhorseCore

/// What a series says, as the title of its chart: its latest value, and whether that differs from the first.
///
/// The two differ only where their 95% intervals do not meet. Which way is better is left to the reader, and why it is so
/// to others. A change of scores is named with what would have changed without any effect.
package func finding(_ series: PublishedSeries, text: EvidenceText) -> HTML {
  let title = HTML(text: series.measure.title)
  guard let last = series.latest, let first = series.earliest else {
    let form = series.points.contains(where: \.isWithheld) ? "withheld" : "no-data"
    return text.form("finding.\(form)", ["title": title])
  }
  let values = FigureValues(series, last, text)
  func form(_ name: String, _ more: KeyValuePairs<String, HTML> = [:]) -> HTML {
    text.form("finding.\(name)") { place, writer in
      guard let own = more.first(where: { $0.key == place })?.value else {
        return write(place: place, series, first, values, to: &writer)
      }
      writer.write(own)
      return true
    }
  }
  switch last.figure {
  case .proportion: return form(last.comparison(with: first).rawValue)
  case .rate: return form("rate.\(last.comparison(with: first).rawValue)")
  case .count: return form("count.\(about(last))")
  case .flow(_, let statuses):
    guard let (title, count) = toldStatus(statuses, values) else { return form("flow.\(about(last))") }
    return form(
      "flow.status",
      [
        "status": title, "count": count,
        "about": about(last) == "rounded" ? text.form("finding.flow.about") : .empty,
      ])
  case .change(let change):
    return form("change.\(change.form)", change.expected.map { ["expected": values.expected($0)] } ?? [:])
  }
}

/// The 95% intervals by which the finding of shares or rates tells the latest value from the first.
///
/// Nil where it compares nothing.
func comparedIntervals(_ series: PublishedSeries, _ text: EvidenceText) -> HTML? {
  guard let last = series.latest, let first = series.earliest else { return nil }
  switch (last.figure, last.comparison(with: first)) {
  case (.proportion, let comparison), (.rate, let comparison):
    guard let form = comparison.ofIntervals else { return nil }
    let values = FigureValues(series, last, text)
    return text.form("finding.intervals.\(form)") { place, writer in
      switch place {
      case "now": values.writeInterval(to: &writer)
      case "then": FigureValues(series, first, text).writeInterval(to: &writer)
      default: return write(place: place, series, first, values, to: &writer)
      }
      return true
    }
  default: return nil
  }
}

extension PublishedPoint.Comparison {
  /// Whether the intervals have something in common; nil where they are not held against one another.
  fileprivate var ofIntervals: String? {
    switch self {
    case .same: "meet"
    case .higher, .lower: "apart"
    case .level, .few: nil
    }
  }
}

extension PublishedSeries {
  /// The first point that has a value.
  fileprivate var earliest: PublishedPoint? { points.first { $0.figure.value != nil } }
}

/// Writes what stands in a place that every form may have; false for any other.
private func write(
  place: String, _ series: PublishedSeries, _ first: PublishedPoint, _ values: FigureValues,
  to writer: inout ByteWriter
) -> Bool {
  let text = values.text
  switch place {
  case "period": writer.write(text: text.coveredPeriod(values.point))
  case "first": writer.write(text: text.coveredPeriod(first))
  case "before": FigureValues(series, first, text).writeValue(to: &writer)
  default: return values.write(place: place, to: &writer)
  }
  return true
}

private func about(_ point: PublishedPoint) -> String {
  point.figure.numerator.isInexact ? "rounded" : "exact"
}

/// The title and the count of the first status of which the count may be told.
private func toldStatus(_ statuses: [PublishedStatus], _ values: FigureValues) -> (HTML, HTML)? {
  let titles = values.measure.statuses.map(\.title)
  return statuses.indices.first { statuses[$0].share != nil && titles.indices.contains($0) }.map { place in
    (
      HTML(text: titles[place]),
      values.count(.status(place), statuses[place].people, .words(values.text))
    )
  }
}

extension PublishedChange {
  /// "unclear" where the 95% interval holds no change; otherwise whether it is known what to expect without an effect.
  fileprivate var form: String {
    guard let mean, mean.lower95 > 0 || mean.upper95 < 0 else { return "unclear" }
    return expected == nil ? "unknown" : "expected"
  }
}
