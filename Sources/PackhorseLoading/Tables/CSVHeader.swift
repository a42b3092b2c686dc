import PackhorseCore

/// The first row of a table: the names of its columns.
struct CSVHeader {
  let path: String
  /// Names without the spaces around them; empty names at the end are left out.
  let names: [Located<String>]

  init(path: String, record: CSVRow) {
    self.path = path
    var names = record.cells.indices.map { index in
      Located(String(decoding: trimmed(record.cell(index)), as: UTF8.self), at: record.span(index, in: path))
    }
    while names.last?.value.isEmpty == true { names.removeLast() }
    self.names = names
  }

  /// Where each column of a table stands; nil where one is missing, unknown or written twice.
  ///
  /// A column that is optional may be missing.
  func indices<Column: TableColumn>(
    of columns: Column.Type, optional: Set<Column> = []
  ) -> Outcome<[Column: Int]?> {
    var indices: [Column: Int] = [:]
    var unknown: [Located<String>] = []
    var faults: [Diagnostic] = []
    for (index, name) in names.enumerated() {
      guard let column = Column(rawValue: name.value) else {
        unknown.append(name)
        continue
      }
      if let first = indices[column] {
        faults.append(.duplicateColumn(name, first: names[first].span))
      } else {
        indices[column] = index
      }
    }
    var nears = 0
    for column in columns.allCases where indices[column] == nil && !optional.contains(column) {
      let near = nearMiss(for: column.rawValue, in: unknown.map(\.value))
      let place = unknown.firstIndex { $0.value == near }.map { unknown.remove(at: $0) }
      nears += place == nil ? 0 : 1
      faults.append(.missingColumn(column.rawValue, near: place, in: path))
    }
    // A first row without a name that is known may be data, which no message may quote.
    if indices.isEmpty, nears * 2 < columns.allCases.count { return Outcome(nil, [.noHeader(path)]) }
    faults += unknown.map { .unknownColumn($0, known: columns.allCases.map(\.rawValue)) }
    return Outcome(faults.isEmpty ? indices : nil, faults)
  }
}

extension Diagnostic {
  static func duplicateColumn(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "csv-duplicate-column", "\(quoted(name.value)) names two columns", at: name.span,
      notes: [Note("first named here", at: first)])
  }

  static func missingColumn(_ column: String, near: Located<String>?, in path: String)
    -> Diagnostic
  {
    Diagnostic(
      .error, "csv-missing-column", "Column '\(column)' is missing", at: near?.span ?? .file(path),
      because: "docs/data.md lists the columns of each table.",
      suggestion: near.map { "write '\(column)' for '\($0.value)'" })
  }

  static func noHeader(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "csv-missing-column", "Header is missing: the first row names no column of this table",
      at: .file(path), because: "docs/data.md lists the columns of each table")
  }

  fileprivate static func unknownColumn(_ name: Located<String>, known: [String]) -> Diagnostic {
    if let found = Identifier(in: Array(name.value.utf8)[...]) { return .identifier(found, at: name.span) }
    let summary =
      name.value.isEmpty ? "Column without a name" : "\(quoted(name.value)) is no column of this table"
    return Diagnostic(
      .error, "csv-unknown-column", summary, at: name.span, because: "Its columns are \(list(known)).")
  }
}
