package import PackhorseCore

/// A series as a chart: a title that says what happened, what is drawn, and the drawing in a wide and a narrow form.
///
/// A style sheet shows one of the forms (`.chart-wide`, `.chart-narrow`). `id` names the figure and begins every id in
/// it, so it must be the page's only one. A series without any period has no drawing.
package func renderChart(_ series: PublishedSeries, words: Words, id: String) -> HTML {
  let text = EvidenceText(words)
  let title = finding(series, words: words)
  var writer = ByteWriter(capacity: 16_384)
  writer.write("<figure class=\"chart\" id=\"")
  writer.write(text: id)
  writer.write("\">\n<figcaption>\n<p class=\"chart-title\">")
  writer.write(title)
  writer.write("</p>\n")
  if !series.points.isEmpty {
    writer.write("<p class=\"chart-subtitle\">")
    writer.write(subtitle(series, text))
    writer.write("</p>\n")
  }
  writer.write("</figcaption>\n")
  if !series.points.isEmpty { writer.write(drawings(series, text, id: id, title: title)) }
  writer.write("</figure>\n")
  return writer.html
}

private func drawings(_ series: PublishedSeries, _ text: EvidenceText, id: String, title: HTML) -> HTML {
  var writer = ByteWriter(capacity: 16_384)
  let description = description(series, text)
  let layouts = ChartFormat.allCases.map { ChartLayout(series, format: $0, text: text) }
  for layout in layouts {
    var drawing = ChartDrawing(layout, id: id)
    writer.write(drawing.drawn(title: title, description: description))
  }
  if let layout = layouts.first {
    writer.write(ChartKey(layout: layout, measure: series.measure, text: text, id: id + "-key").html)
  }
  return writer.html
}

/// What is drawn, its unit and its periods.
private func subtitle(_ series: PublishedSeries, _ text: EvidenceText) -> HTML {
  let length = series.points.first?.period.length ?? .year
  return text.form(
    "chart.subtitle.\(series.measure.kind.rawValue)",
    [
      "title": HTML(text: series.measure.title), "people": HTML(text: series.measure.denominator),
      "did": HTML(text: series.measure.numerator), "per": HTML(text: text.number(series.measure.per)),
      "length": HTML(text: text.string("chart.by.\(length.rawValue)")),
      "range": HTML(text: text.range(series.points)),
    ])
}

/// What a reader who does not see the chart is told beside its title.
private func description(_ series: PublishedSeries, _ text: EvidenceText) -> HTML {
  let range = HTML(text: text.range(series.points))
  let shares = series.points.filter { $0.charted != nil }
  func value(_ point: PublishedPoint) -> Double { point.charted?.value ?? 0 }
  guard let lowest = shares.min(by: { value($0) < value($1) }),
    let highest = shares.max(by: { value($0) < value($1) })
  else { return text.form("chart.description-without", ["range": range]) }
  func figure(_ point: PublishedPoint) -> HTML {
    FigureValues(measure: series.measure, point: point, text: text).value ?? .empty
  }
  return text.form(
    "chart.description",
    [
      "range": range, "lowest": figure(lowest), "lowest-period": HTML(text: text.period(lowest.period)),
      "highest": figure(highest), "highest-period": HTML(text: text.period(highest.period)),
    ])
}
