import PackhorseCore

/// A table of figures that scrolls inside its frame, a row header in each row.
struct FigureTable {
  let caption: String
  /// What stands over the row headers, and over each column.
  let headers: [String]
  let rows: [(header: HTML, cells: [HTML])]

  func write(to writer: inout ByteWriter) {
    writer.write("<div class=\"figures-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    writer.write(text: caption)
    writer.write("\">\n<table class=\"figures\">\n<caption>")
    writer.write(text: caption)
    writer.write("</caption>\n<thead><tr>")
    for header in headers {
      writer.write("<th scope=\"col\">")
      writer.write(text: header)
      writer.write("</th>")
    }
    writer.write("</tr></thead>\n<tbody>\n")
    for row in rows {
      writer.write("<tr><th scope=\"row\">")
      writer.write(row.header)
      writer.write("</th>")
      for cell in row.cells {
        writer.write("<td>")
        writer.write(cell)
        writer.write("</td>")
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

extension ByteWriter {
  /// Opens what is folded under a line.
  mutating func writeFold(_ line: String) {
    write("<details class=\"fold\">\n<summary>")
    write(text: line)
    write("</summary>\n")
  }
}
