import PackhorseCore

/// A line of a series over its periods, with its band of 95% confidence.
struct LineChart {
  let series: PublishedSeries
  /// Of the same periods, drawn above or below.
  let other: PublishedSeries?
  let text: EvidenceText
  /// Begins every id of the chart.
  let id: String

  init(_ series: PublishedSeries, alignedWith other: PublishedSeries? = nil, text: EvidenceText, id: String) {
    self.series = series
    self.other = other
    self.id = id
    self.text = text
  }

  /// Without a drawing where the series has no period.
  var figure: ChartFigure {
    var figure = ChartFigure(title: finding(series, text: text))
    guard !series.points.isEmpty else { return figure }
    figure.subtitle = seriesSubtitle(series, text)
    let contents = ChartContents(series, text)
    let other = other.map { ChartContents($0, text) }
    let layouts = ChartFormat.allCases.map { ChartLayout(contents, format: $0, alignedWith: other) }
    let description = seriesDescription(series, text)
    figure.drawings = layouts.map { layout in
      var drawing = ChartDrawing(layout, id: id)
      return drawing.drawn(title: figure.title, description: description)
    }
    if let layout = layouts.first {
      figure.key = ChartKey(layout: layout, series: series, text: text, id: id + "-key").html
    }
    figure.notes = trend
    return figure
  }

  /// Whether the last five years go up or down, where that can be told.
  private var trend: HTML {
    guard let trend = series.trend, let first = series.points.suffix(5).first, let last = series.points.last
    else { return .empty }
    var writer = ByteWriter(capacity: 256)
    writer.write("<p class=\"chart-trend\">")
    writer.write(
      text.form(
        "finding.trend.\(trend.rawValue)",
        [
          "title": HTML(text: series.measure.title), "first": HTML(text: text.period(first.period)),
          "last": HTML(text: text.period(last.period)),
        ]))
    writer.write("</p>\n")
    return writer.html
  }
}

/// What is drawn, its unit and its periods.
func seriesSubtitle(_ series: PublishedSeries, _ text: EvidenceText) -> HTML {
  let length = series.points.first?.period.length ?? .year
  return text.form("chart.subtitle.\(series.measure.kind.rawValue)") { place, writer in
    switch place {
    case "title": writer.write(text: series.measure.title)
    case "people": writer.write(text: series.measure.denominator)
    case "did": writer.write(text: series.measure.numerator)
    case "per": text.write(series.measure.per, to: &writer)
    case "length": writer.write(text: text.string("chart.by.\(length.rawValue)"))
    case "range": writer.write(text: text.range(series.points))
    default: return false
    }
    return true
  }
}

/// What a reader who does not see the chart is told beside its title.
func seriesDescription(_ series: PublishedSeries, _ text: EvidenceText) -> HTML {
  let shares = series.points.indices.compactMap { column in
    series.points[column].charted.map { (column: column, value: $0.value) }
  }
  let lowest = shares.min { $0.value < $1.value }?.column
  let highest = shares.max { $0.value < $1.value }?.column
  func write(period column: Int?, to writer: inout ByteWriter) {
    column.map { writer.write(text: text.period(series.points[$0].period)) }
  }
  func write(value column: Int?, to writer: inout ByteWriter) {
    column.map { FigureValues(series, series.points[$0], text).writeValue(to: &writer) }
  }
  return text.form(lowest == nil ? "chart.description-without" : "chart.description") { place, writer in
    switch place {
    case "range": writer.write(text: text.range(series.points))
    case "lowest": write(value: lowest, to: &writer)
    case "lowest-period": write(period: lowest, to: &writer)
    case "highest": write(value: highest, to: &writer)
    case "highest-period": write(period: highest, to: &writer)
    default: return false
    }
    return true
  }
}
