package import PackhorseCore

/// The figures of a series as a table, a row for each period, with what its signs mean below it.
///
/// Without any period, a sentence that says so.
package func renderTable(_ series: PublishedSeries, text: EvidenceText, caption: String) -> HTML {
  var writer = ByteWriter(capacity: 512 + series.points.count * 512)
  guard !series.points.isEmpty else {
    writer.write("<p class=\"figures-none\">")
    writer.write(sentence(series, text: text))
    writer.write("</p>\n")
    return writer.html
  }
  let period = FigureColumn<FigureValues>(header: text.string("table.period")) {
    writePeriod(of: $0, to: &$1)
  }
  writer.write("<div class=\"figures-block\">\n")
  FigureTable(
    caption: caption, columns: [period] + FigureColumn.columns(of: series.measure, text),
    rows: series.points.map { FigureValues(series, $0, text) }
  ).write(to: &writer)
  writeNotes(series, text, &writer)
  writer.write("</div>\n")
  return writer.html
}

/// Writes a period, with the months that are covered where some are not.
private func writePeriod(of values: FigureValues, to writer: inout ByteWriter) {
  let period = values.text.period(values.point.period)
  guard values.point.isMissingSomeMonths else { return writer.write(text: period) }
  writer.write(values.text.form("table.part", ["period": HTML(text: period), "covered": values.covered]))
}

private func writeNotes(_ series: PublishedSeries, _ text: EvidenceText, _ writer: inout ByteWriter) {
  var notes: [HTML] = []
  func note(_ name: String, where condition: (PublishedPoint) -> Bool) {
    guard series.points.contains(where: condition) else { return }
    notes.append(
      text.form("table.note.\(name)") { place, writer in
        switch place {
        case "symbol": writer.write(text: text.string("symbol.\(name)"))
        case "least": text.write(series.fewestForMean, to: &writer)
        default: return false
        }
        return true
      })
  }
  note("withheld") { $0.isWithheld || $0.hasWithheldPart }
  note("not-available") { !$0.isWithheld && $0.lacksFigure }
  note("part") { $0.isMissingSomeMonths }
  let kind = series.measure.kind
  let isSummed = series.points.contains(where: \.isSummed)
  note(kind == .proportion ? "rounded" : "rounded-\(kind.rawValue)") { $0.isRounded && !isSummed }
  note(kind == .meanChange ? "summed-mean-change" : "summed") { _ in isSummed }
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

extension PublishedSeries {
  /// People that a mean needs at least.
  fileprivate var fewestForMean: Int {
    let changes = points.lazy.compactMap { point -> PublishedChange? in
      if case .change(let change) = point.figure { change } else { nil }
    }
    return changes.first?.fewestForMean ?? PublishedChange(pairs: .notAvailable).fewestForMean
  }
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
