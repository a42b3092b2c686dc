import PackhorseCore

extension BodyWriter {
  /// A table whose empty cells are fields.
  mutating func writePlanner(_ block: Directive, _ content: Range<Int>) {
    let id = openForm(block, content: 0..<0)
    let outer = planner
    planner = id
    write(content)
    planner = outer
    html.out.write("</section>\n")
  }

  /// A field in an empty cell, named by its row and its column.
  mutating func writePlannerField() {
    guard let planner else { return }
    html.out.write("<textarea rows=\"1\" autocomplete=\"off\" id=\"")
    html.out.write(text: "\(planner).\(table.count).\(table.row).\(table.column)")
    html.out.write("\" aria-label=\"")
    // A row whose first cell is to be filled in has its number for a name.
    let row = table.rowName.isEmpty ? HTML(text: String(table.row - 1)) : table.rowName
    html.out.write(words, "block.planner.field", ["row": row, "column": columnName(table.column - 1)])
    html.out.write("\"></textarea>")
  }

  private func columnName(_ column: Int) -> HTML {
    guard table.columns.indices.contains(column) else { return .empty }
    return table.columns[column]
  }
}
