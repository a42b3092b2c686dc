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
  for header in headers(series.measure, text) {
    writer.write("<th scope=\"col\">")
    writer.write(text: header)
    writer.write("</th>")
  }
  writer.write("</tr></thead>\n<tbody>\n")
  for point in series.points {
    writeRow(FigureValues(measure: series.measure.id, point: point, text: text), &writer)
  }
  writer.write("</tbody>\n</table>\n</div>\n")
  writeNotes(series.points, text, &writer)
  writer.write("</div>\n")
  return writer.html
}

private func headers(_ measure: Measure, _ text: EvidenceText) -> [String] {
  [
    text.string("table.period"), capitalised(measure.numerator), capitalised(measure.denominator),
    text.string("table.value"), text.string("table.interval"),
  ]
}

private func writeRow(_ values: FigureValues, _ writer: inout ByteWriter) {
  let point = values.point
  let text = values.text
  let withheld = text.string("symbol.withheld")
  let notAvailable = text.string("symbol.not-available")
  let missing = point.isWithheld ? withheld : notAvailable
  let period = HTML(text: text.period(point.period))
  writer.write("<tr><th scope=\"row\">")
  writer.write(
    point.isMissingSomeMonths
      ? text.form("table.part", ["period": period, "covered": values.covered]) : period)
  writer.write("</th>")
  let cells = [
    values.count(.numerator, withheld: withheld, notAvailable: notAvailable),
    values.count(.denominator, withheld: withheld, notAvailable: notAvailable),
    values.value ?? values.span(.value, missing), values.interval ?? HTML(text: missing),
  ]
  for cell in cells {
    writer.write("<td>")
    writer.write(cell)
    writer.write("</td>")
  }
  writer.write("</tr>\n")
}

private func writeNotes(_ points: [PublishedPoint], _ text: EvidenceText, _ writer: inout ByteWriter) {
  var notes: [HTML] = []
  func note(_ name: String, where condition: (PublishedPoint) -> Bool) {
    guard points.contains(where: condition) else { return }
    notes.append(text.form("table.note.\(name)", ["symbol": HTML(text: text.string("symbol.\(name)"))]))
  }
  note("withheld") { $0.isWithheld }
  note("not-available") { !$0.isWithheld && $0.estimate == nil }
  note("part") { $0.isMissingSomeMonths }
  note("rounded") { $0.isRounded }
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
  /// Some of its months are covered, but not all.
  var isMissingSomeMonths: Bool { isPartial && monthsCovered > 0 }

  /// A count of it was rounded.
  var isRounded: Bool {
    if case .rounded = denominator { return true }
    return false
  }
}

/// A phrase with its first letter as a capital, to stand at the beginning.
private func capitalised(_ phrase: String) -> String { phrase.prefix(1).uppercased() + phrase.dropFirst() }
