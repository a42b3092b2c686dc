import PackhorseCore

/// Reads a CSV file as a table: finds its columns in the header, then hands on each row, in order.
///
/// `optional` says which columns need not be there beside the header's others. `use` reports problems of a row on the row itself.
func readTable<Column: TableColumn>(
  _ file: DataFile, as columns: Column.Type, optional: (CSVHeader) -> Set<Column> = { _ in [] },
  _ use: (inout TableRow<Column>) -> Void
) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var width = 0
  var indices: [Column: Int]?
  let faults = readCSV(file) { record in
    guard let indices else {
      let header = CSVHeader(path: file.path, record: record)
      width = header.names.count
      let matched = header.indices(of: columns, optional: optional(header))
      found += matched.diagnostics
      indices = matched.value
      return indices == nil ? .enough : .goOn
    }
    if let fault = cellCountFault(record, width: width, path: file.path) {
      found.append(fault)
    } else {
      var row = TableRow(path: file.path, record: record, indices: indices)
      use(&row)
      found += row.diagnostics
    }
    if found.count < mostProblems { return .goOn }
    found.append(.tooManyProblems(at: record.span(0, in: file.path)))
    return .enough
  }
  if width == 0, faults.isEmpty { found.append(.emptyTable(file.path)) }
  return found + faults
}

/// A row may be longer than the header by empty cells alone.
private func cellCountFault(_ record: CSVRow, width: Int, path: String) -> Diagnostic? {
  let count = record.cells.count
  if count < width { return .cellCount(record, width, at: record.span(count - 1, in: path)) }
  guard let extra = (width..<count).first(where: { !record.cell($0).isEmpty }) else { return nil }
  return .cellCount(record, width, at: record.span(extra, in: path))
}

extension Diagnostic {
  fileprivate static func emptyTable(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "csv-empty", "Table without a header", at: .file(path),
      because: "The first row names the columns; a table without rows keeps its header.")
  }

  fileprivate static func cellCount(_ record: CSVRow, _ width: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "csv-cell-count",
      "Row \(record.number) has \(record.cells.count) cells where the header has \(width)", at: span,
      because: record.cells.count > width ? "A cell that holds a separator stands in quotes." : nil)
  }
}
