import PackhorseCore

/// What every chart has around its drawings: a title that says what happened, what is drawn, and what its signs mean.
///
/// A style sheet shows the wide or the narrow drawing (`.chart-wide`, `.chart-narrow`).
struct ChartFigure {
  var title: HTML
  var subtitle: HTML?
  /// How sure it is what the title compares.
  var comparison: HTML?
  /// In a wide and a narrow form; none where there is nothing to draw.
  var drawings: [HTML] = []
  var key: HTML = .empty
  /// What is said below the key.
  var notes: HTML = .empty
  /// The same values as a table, where that is not the table of the series.
  var table: HTML?

  /// `id` names the figure and begins every id in it, so it must be the page's only one.
  func html(id: String) -> HTML {
    var writer = ByteWriter(capacity: 16_384)
    writer.write("<figure class=\"chart\" id=\"")
    writer.write(text: id)
    writer.write("\">\n<figcaption>\n<p class=\"chart-title\">")
    writer.write(title)
    writer.write("</p>\n")
    for line in [subtitle, comparison].compactMap(\.self) {
      writer.write("<p class=\"chart-subtitle\">")
      writer.write(line)
      writer.write("</p>\n")
    }
    writer.write("</figcaption>\n")
    for drawing in drawings { writer.write(drawing) }
    writer.write(key)
    writer.write(notes)
    table.map { writer.write($0) }
    writer.write("</figure>\n")
    return writer.html
  }
}
