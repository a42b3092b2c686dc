package import PackhorseCore

/// A series as a chart: a title that says what happened, what is drawn, the drawing in a wide and a narrow form, and what
/// its signs mean.
///
/// `id` names the figure and begins every id in it, so it must be the page's only one. A chart that the figures do not
/// allow gives way to the measure's own, with a line that says why. `withTable` adds the values of the series, folded, where
/// the chart does not bring a table of its own.
package func renderChart(
  _ series: PublishedSeries, kind: ChartKind? = nil, of evidence: PublishedEvidence = PublishedEvidence(),
  text: EvidenceText, id: String, withTable: Bool = false
) -> HTML {
  let usual = ChartKind.usual(of: series.measure)
  let wanted = kind ?? usual
  var notes = ByteWriter()
  var chart = figure(series, wanted, evidence, text: text, id: id)
  if chart == nil {
    chart = figure(series, usual, evidence, text: text, id: id)
    notes.writeAbsence(of: wanted, text)
  }
  if let own = chart?.notes { notes.write(own) }
  // Charts of several areas tell of each how many of its practices it is of.
  if wanted != .areas, wanted != .funnel {
    notes.writeCoverage(of: series, text)
    // Once for each measure, not with every further chart of it.
    if kind == nil || withTable { notes.writeMoves(evidence.moves(of: series.area), in: series, text) }
  }
  chart?.notes = notes.html
  if withTable { chart?.addTable(of: series, text) }
  return chart?.html(id: id) ?? .empty
}

/// A series over time with its table, its periods at the same places as those of another that has the same ones.
func renderLine(
  _ series: PublishedSeries, alignedWith other: PublishedSeries?, text: EvidenceText, id: String
) -> HTML {
  var chart = lineFigure(series, alignedWith: other, text: text, id: id)
  var notes = ByteWriter()
  notes.write(chart.notes)
  notes.writeCoverage(of: series, text)
  chart.notes = notes.html
  chart.addTable(of: series, text)
  return chart.html(id: id)
}

private func lineFigure(
  _ series: PublishedSeries, alignedWith other: PublishedSeries? = nil, text: EvidenceText, id: String
) -> ChartFigure {
  var figure = LineChart(series, alignedWith: other, text: text, id: id).figure
  figure.comparison = comparedIntervals(series, text)
  return figure
}

private func figure(
  _ series: PublishedSeries, _ kind: ChartKind, _ evidence: PublishedEvidence, text: EvidenceText, id: String
) -> ChartFigure? {
  let measure = series.measure
  switch kind {
  case .line: return lineFigure(series, text: text, id: id)
  case .spc: return ControlFigure(series, text: text, id: id)?.figure
  case .funnel:
    return evidence.funnel(around: series).map { funnel in
      let area = series.area
      return FunnelChart(
        funnel, series, of: evidence.region(of: area), members: evidence.members[area], text: text, id: id
      ).figure
    }
  case .areas:
    return RowCharts(series, text: text, id: id)
      .areas(evidence.others(than: series), axis: evidence.commonAxes[measure.id] ?? series.axis)
  case .change: return RowCharts(series, text: text, id: id).change()
  case .flow: return RowCharts(series, text: text, id: id).flow()
  }
}

extension ChartFigure {
  /// The values of the series, folded, unless the chart brings a table of its own.
  fileprivate mutating func addTable(of series: PublishedSeries, _ text: EvidenceText) {
    guard table == nil, !series.points.isEmpty else { return }
    var writer = ByteWriter(capacity: 4096)
    writer.writeFold(text.words("page.outcomes.table"))
    writer.write(renderTable(series, text: text, caption: series.measure.title))
    writer.write("</details>\n")
    table = writer.html
  }
}

extension ByteWriter {
  /// Writes which practices came to an area or left it, and with which their figures are counted.
  fileprivate mutating func writeMoves(_ moves: [Move], in series: PublishedSeries, _ text: EvidenceText) {
    guard let first = series.points.first?.period, let last = series.points.last?.period else { return }
    let months = first.firstMonth + 1..<last.firstMonth + last.months
    for move in moves where move.practice != series.area && months.contains(move.month.firstMonth) {
      let places: KeyValuePairs = [
        "practice": HTML(text: move.practice.name), "from": HTML(text: move.from?.name ?? ""),
        "to": HTML(text: move.to?.name ?? ""), "month": HTML(text: text.period(move.month)),
      ]
      let form = move.isJoining ? "chart.joined" : move.isLeaving ? "chart.left" : "chart.moved"
      write("<p class=\"chart-coverage\">")
      write(text.form(form, places))
      write("</p>\n")
    }
  }

  /// Writes why a chart cannot be drawn.
  fileprivate mutating func writeAbsence(of kind: ChartKind, _ text: EvidenceText) {
    write("<p class=\"chart-absent\">")
    write(text.form("chart.absent.\(kind.rawValue)"))
    write("</p>\n")
  }

  /// Writes how many of an area's practices its figures are of, where some are missing.
  fileprivate mutating func writeCoverage(of series: PublishedSeries, _ text: EvidenceText) {
    let counted = series.points.compactMap { point in
      point.practices.map { (values: FigureValues(series, point, text), practices: $0) }
    }
    let incomplete = counted.filter { $0.practices.counted < $0.practices.all }
    guard let fewest = incomplete.min(by: { $0.practices.counted < $1.practices.counted }),
      let most = incomplete.max(by: { $0.practices.counted < $1.practices.counted })
    else { return }
    let places: KeyValuePairs = [
      "fewest": fewest.values.span(.practices, text.number(fewest.practices.counted)),
      "most": most.values.span(.practices, text.number(most.practices.counted)),
      "all": fewest.values.span(.allPractices, text.number(fewest.practices.all)),
    ]
    let isOfAll =
      incomplete.count == counted.count && incomplete.allSatisfy { $0.practices.all == fewest.practices.all }
    let isOne = fewest.practices.counted == most.practices.counted
    let form = isOfAll ? isOne ? "chart.practices" : "chart.practices-between" : "chart.practices-some"
    write("<p class=\"chart-coverage\">")
    write(text.form(form, places))
    write("</p>\n")
  }
}
