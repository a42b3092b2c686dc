import PackhorseCore

/// A table of figures that scrolls inside its frame, a row header in each row.
struct FigureTable<Row> {
  let caption: String
  /// The first has the row headers.
  let columns: [FigureColumn<Row>]
  let rows: [Row]

  func write(to writer: inout ByteWriter) {
    writer.write("<div class=\"figures-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    writer.write(text: caption)
    writer.write("\">\n<table class=\"figures\">\n<caption>")
    writer.write(text: caption)
    writer.write("</caption>\n<thead><tr>")
    for column in columns {
      writer.write("<th scope=\"col\">")
      writer.write(text: column.header)
      writer.write("</th>")
    }
    writer.write("</tr></thead>\n<tbody>\n")
    for row in rows {
      for (place, column) in columns.enumerated() {
        writer.write(place == 0 ? "<tr><th scope=\"row\">" : "<td>")
        column.write(row, &writer)
        writer.write(place == 0 ? "</th>" : "</td>")
      }
      writer.write("</tr>\n")
    }
    writer.write("</tbody>\n</table>\n</div>\n")
  }

  /// The table below a line that opens it.
  func folded(_ words: Words) -> HTML {
    var writer = ByteWriter(capacity: 2048)
    writer.writeFold(words("page.outcomes.table"))
    write(to: &writer)
    writer.write("</details>\n")
    return writer.html
  }
}

/// A column of a table of figures: what stands over it, and how a row fills it.
struct FigureColumn<Row> {
  let header: String
  let write: (Row, inout ByteWriter) -> Void
}

extension ByteWriter {
  /// Opens what is folded under a line.
  mutating func writeFold(_ line: String) {
    write("<details class=\"fold\">\n<summary>")
    write(text: line)
    write("</summary>\n")
  }
}
