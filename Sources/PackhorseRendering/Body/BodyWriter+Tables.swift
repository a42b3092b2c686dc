import PackhorseCore

/// Where in a pipe table the writer is.
///
/// Tables do not nest: their cells hold lines alone.
struct TablePlace {
  /// The tables so far, for their names.
  var count = 0
  var alignments: [Document.ColumnAlignment] = []
  var isHeader = false
  var column = 0
  /// The rows so far, the header among them, and what stands in the first cell of the current one.
  var row = 0
  var rowName = HTML.empty
  var columns: [HTML] = []
  /// True once the header is over and rows of the body may follow.
  var hasBody = false
}

extension BodyWriter {
  /// A table in a region that scrolls by itself on a narrow screen, named by its columns.
  mutating func enterTable(_ index: Int, _ alignments: [Document.ColumnAlignment]) {
    table = TablePlace(count: table.count + 1, alignments: alignments)
    html.openBlock("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    html.out.write(
      words, "block.table",
      ["number": HTML(text: String(table.count)), "columns": columnNames(ofTable: index)])
    html.out.write("\">\n<table>\n")
  }

  mutating func enterRow(_ index: Int, isHeader: Bool) {
    table.isHeader = isHeader
    table.column = 0
    table.row += 1
    if planner != nil {
      let cells = document.children(of: index).map { text(in: $0..<document.nodes[$0].end) }
      if isHeader { table.columns = cells } else { table.rowName = cells.first ?? .empty }
    }
    html.out.write(isHeader && !table.hasBody ? "<thead>\n<tr>\n" : "<tr>\n")
  }

  mutating func leaveRow(isHeader: Bool) {
    html.out.write("</tr>\n")
    guard isHeader, !table.hasBody else { return }
    html.out.write("</thead>\n<tbody>\n")
    table.hasBody = true
  }

  mutating func leaveTable() {
    if table.hasBody { html.out.write("</tbody>\n") }
    html.out.write("</table>\n</div>\n")
  }

  mutating func enterCell(_ index: Int) {
    if planner != nil, !table.isHeader, document.nodes[index].end == index + 1 {
      table.column += 1
      html.out.write("<td class=\"field\">")
      return writePlannerField()
    }
    html.out.write(table.isHeader ? "<th scope=\"col\"" : "<td")
    switch table.column < table.alignments.count ? table.alignments[table.column] : .none {
    case .none: html.out.write(">")
    case .left: html.out.write(" class=\"left\">")
    case .center: html.out.write(" class=\"center\">")
    case .right: html.out.write(" class=\"right\">")
    }
    table.column += 1
  }

  private func columnNames(ofTable index: Int) -> HTML {
    guard index + 1 < document.nodes[index].end else { return .empty }
    let names = document.children(of: index + 1).map { text(in: $0..<document.nodes[$0].end).source }
    return HTML(ready: names.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// The text inside a range of nodes without its markup, for an attribute.
  func text(in range: Range<Int>) -> HTML {
    var plain = ByteWriter()
    for node in document.nodes[range] {
      switch node.kind {
      case .text(let text), .code(let text): plain.write(text: document[text])
      case .softBreak, .lineBreak: plain.write(" ")
      case .inlineDirective("word", let text): plain.write(text: localWord(text, in: localWords) ?? text)
      case .inlineDirective(_, let text): plain.write(text: text)
      default: break
      }
    }
    return plain.html
  }
}
