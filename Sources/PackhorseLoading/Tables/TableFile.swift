import PackhorseCore

/// Reads a CSV file as a table: finds its columns in the header, then hands on each row, in order.
///
/// `optional` says which columns need not be there beside the header's others. `identifiers` are
/// what no cell may hold. `use` reports problems of a row on the row itself.
func readTable<Column: TableColumn>(
  _ file: DataFile, as columns: Column.Type, optional: (CSVHeader) -> Set<Column> = { _ in [] },
  refusing identifiers: Set<Identifier> = [], _ use: (inout TableRow<Column>) -> Void
) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var names: [String] = []
  var width = 0
  var places: ColumnPlaces<Column>?
  let faults = readCSV(file) { record in
    guard let places else {
      let header = CSVHeader(path: file.path, record: record)
      names = header.names.map(\.value)
      width = names.count
      let matched = header.indices(of: columns, optional: optional(header))
      found += matched.diagnostics
      places = matched.value.map(ColumnPlaces.init)
      return places == nil ? .enough : .goOn
    }
    if let fault = cellCountFault(record, width: width, path: file.path) {
      found.append(fault)
    } else if let fault = identifierFault(record, identifiers, names: names, path: file.path) {
      found.append(fault)
    } else {
      var row = TableRow(path: file.path, record: record, places: places)
      use(&row)
      if !row.diagnostics.isEmpty { found += row.diagnostics }
    }
    if found.count < mostProblems { return .goOn }
    found.append(.tooManyProblems(at: record.span(0, in: file.path)))
    return .enough
  }
  if width == 0, faults.isEmpty { found.append(.emptyTable(file.path)) }
  return found + faults
}

/// The first cell of a row that holds what points at a person.
private func identifierFault(
  _ record: CSVRow, _ identifiers: Set<Identifier>, names: [String], path: String
) -> Diagnostic? {
  guard !identifiers.isEmpty else { return nil }
  let found = record.bytes.withUnsafeBufferPointer { bytes -> (cell: Int, Identifier)? in
    for cell in 0..<min(names.count, record.cells.count) {
      let found = Identifier(in: UnsafeBufferPointer(rebasing: bytes[record.range(cell)]))
      if let found, identifiers.contains(found) { return (cell, found) }
    }
    return nil
  }
  return found.map { cell, identifier in
    .identifier(identifier, in: names[cell], row: record.number, at: record.span(cell, in: path))
  }
}

/// A row may be longer than the header by empty cells alone.
func cellCountFault(_ record: CSVRow, width: Int, path: String) -> Diagnostic? {
  let count = record.cells.count
  if count < width { return .cellCount(record, width, at: record.span(count - 1, in: path)) }
  guard let extra = (width..<count).first(where: { !record.cell($0).isEmpty }) else { return nil }
  return .cellCount(record, width, at: record.span(extra, in: path))
}

extension Diagnostic {
  static func emptyTable(_ path: String) -> Diagnostic {
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
