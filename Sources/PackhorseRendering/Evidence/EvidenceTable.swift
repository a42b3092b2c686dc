package import PackhorseCore

/// The figures of a series as a table, a row for each period, with what its signs mean below it.
///
/// Without any period, a sentence that says so.
package func renderTable(_ series: PublishedSeries, words: Words, caption: String) -> HTML {
  let text = EvidenceText(words)
  var writer = ByteWriter(capacity: 512 + series.points.count * 512)
  guard !series.points.isEmpty else {
    writer.write("<p class=\"figures-none\">")
    writer.write(sentence(series, words: words))
    writer.write("</p>\n")
    return writer.html
  }
  writer.write("<div class=\"figures-block\">\n<div class=\"figures-scroll\" role=\"region\" tabindex=\"0\"")
  writer.write(" aria-label=\"")
  writer.write(text: caption)
  writer.write("\">\n<table class=\"figures\">\n<caption>")
  writer.write(text: caption)
  writer.write("</caption>\n<thead><tr>")
  let columns = FigureColumn.columns(of: series.measure, text)
  for header in [text.string("table.period")] + columns.map(\.header) {
    writer.write("<th scope=\"col\">")
    writer.write(text: header)
    writer.write("</th>")
  }
  writer.write("</tr></thead>\n<tbody>\n")
  for point in series.points {
    writeRow(FigureValues(measure: series.measure, point: point, text: text), columns, &writer)
  }
  writer.write("</tbody>\n</table>\n</div>\n")
  writeNotes(series, text, &writer)
  writer.write("</div>\n")
  return writer.html
}

private func writeRow(_ values: FigureValues, _ columns: [FigureColumn], _ writer: inout ByteWriter) {
  let point = values.point
  let text = values.text
  let period = HTML(text: text.period(point.period))
  writer.write("<tr><th scope=\"row\">")
  writer.write(
    point.isMissingSomeMonths
      ? text.form("table.part", ["period": period, "covered": values.covered]) : period)
  writer.write("</th>")
  for column in columns {
    writer.write("<td>")
    writer.write(column.cell(values, .signs(text)))
    writer.write("</td>")
  }
  writer.write("</tr>\n")
}

private func writeNotes(_ series: PublishedSeries, _ text: EvidenceText, _ writer: inout ByteWriter) {
  var notes: [HTML] = []
  func note(_ name: String, where condition: (PublishedPoint) -> Bool) {
    guard series.points.contains(where: condition) else { return }
    notes.append(text.form("table.note.\(name)", ["symbol": HTML(text: text.string("symbol.\(name)"))]))
  }
  note("withheld") { $0.isWithheld || $0.hasWithheldPart }
  note("not-available") { !$0.isWithheld && $0.lacksFigure }
  note("part") { $0.isMissingSomeMonths }
  let kind = series.measure.kind
  note(kind == .proportion ? "rounded" : "rounded-\(kind.rawValue)") { $0.isRounded }
  if kind == .meanChange { note("expected") { $0.figure.estimate != nil } }
  guard !notes.isEmpty else { return }
  writer.write("<ul class=\"figures-notes\">\n")
  for note in notes {
    writer.write("<li>")
    writer.write(note)
    writer.write("</li>\n")
  }
  writer.write("</ul>\n")
}

extension PublishedPoint {
  /// A status of a flow is withheld.
  fileprivate var hasWithheldPart: Bool {
    guard case .flow(_, let statuses) = figure else { return false }
    return statuses.contains { $0.people == .withheld }
  }

  /// A cell of its row has nothing to show.
  fileprivate var lacksFigure: Bool {
    switch figure {
    case .proportion, .rate: figure.estimate == nil
    case .count, .flow: figure.value == nil
    case .change(let change):
      change.mean == nil || change.people == nil || change.expected == nil || change.meanBefore == nil
    }
  }
}
