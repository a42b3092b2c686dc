import PackhorseCore

/// A data file whose header was held against a shape: which column is what.
struct BoundTable: Sendable {
  var layout: TableLayout
  var shape: TableShape
  var isRecognised: Bool
  /// Nil where no source names the file.
  var source: DataSource?
  private(set) var indices: [Meaning: Int] = [:]
  /// Conditions by the index of their column.
  private(set) var conditions: [(column: Int, words: [String])] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var used: Set<Int> = []
  private let header: CSVHeader

  init(_ header: CSVHeader, shape: TableShape, isRecognised: Bool, source: DataSource?) {
    layout = TableLayout(path: header.path, names: header.names.map(\.value))
    self.header = header
    self.shape = shape
    self.isRecognised = isRecognised
    self.source = source
    for (meaning, name) in shape.columns.sorted(by: { $0.value < $1.value }) {
      let isOptional = shape.holdsRecords && [.id, .status].contains(meaning)
      indices[meaning] = index(
        of: name, at: source?.columns[meaning]?.span,
        isOptional: isOptional && source?.columns[meaning] == nil)
    }
    for (name, words) in shape.conditions.sorted(by: { $0.key < $1.key }) {
      if let index = index(of: name) { conditions.append((index, words)) }
    }
  }

  /// Where a column is; nil after a report.
  ///
  /// `span` is where somebody named it.
  mutating func index(of name: String, at span: SourceSpan? = nil, isOptional: Bool = false) -> Int? {
    let found = layout.names.indices.filter { layout.names[$0] == name }
    if let first = found.first {
      used.insert(first)
      if found.count > 1 {
        diagnostics.append(.duplicateColumn(header.names[found[1]], first: header.names[first].span))
      }
      return first
    }
    if isOptional { return nil }
    let near = nearMiss(for: name, in: layout.names)
    if let span {
      diagnostics.append(.noSuchColumn(Located(name, at: span), in: layout.path, near: near))
    } else {
      diagnostics.append(
        .missingColumn(name, near: header.names.first { $0.value == near }, in: layout.path))
    }
    return nil
  }

  /// Columns that are neither used nor known nor declared: what they hold is looked at.
  var undeclared: [Int] {
    let known = Set(shape.header).union(shape.places).union(source?.ignored.map(\.value) ?? [])
    return layout.names.indices.filter { !used.contains($0) && !known.contains(layout.names[$0]) }
  }

  /// The first column whose name points at a person, or says that an undeclared column does.
  var personColumn: Diagnostic? {
    for name in header.names {
      if let found = Identifier(in: Array(name.value.utf8)[...]) { return .identifier(found, at: name.span) }
    }
    for column in undeclared where namesPeople(layout.names[column]) {
      return .personColumn(header.names[column])
    }
    return nil
  }

  /// True where nothing but a source says what the table holds.
  var isMapped: Bool { shape.header.isEmpty && !shape.holdsRecords }

  func summary() -> TableSummary {
    var summary = TableSummary(path: layout.path, shape: shape.title)
    summary.isRecognised = isRecognised
    summary.holdsRecords = shape.holdsRecords
    for (index, name) in layout.names.enumerated() {
      if used.contains(index) {
        summary.usedColumns.append(name)
      } else {
        summary.ignoredColumns.append(name)
      }
    }
    return summary
  }
}

extension TableShape {
  /// The shape with what a source says in its place.
  func changed(by source: DataSource?) -> TableShape {
    guard let source else { return self }
    var shape = self
    for (meaning, name) in source.columns { shape.columns[meaning] = name.value }
    for (column, words) in source.conditions { shape.conditions[column.value] = words }
    shape.period = source.period ?? shape.period
    if source.period != nil { shape.columns[.period] = nil }
    shape.isCumulative = source.isCumulative ?? shape.isCumulative
    shape.hidden = source.hidden ?? shape.hidden
    shape.places = Set(source.places.map(\.value))
    return shape
  }

  /// A table of which nothing is known but what a source says.
  static let mapped = TableShape(id: "columns", title: "a table that sources.yml describes")
}

extension Diagnostic {
  fileprivate static func noSuchColumn(_ name: Located<String>, in path: String, near: String?) -> Diagnostic
  {
    Diagnostic(
      .error, "csv-missing-column", "\(quoted(path)) has no column \(quoted(name.value))", at: name.span,
      because: "Capital and small letters count, and spaces within a name.",
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func personColumn(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "identifier-found", "\(quoted(name.value)) names or numbers people", at: name.span,
      because: "A figure needs no name, birth or number of anybody; nothing of the column was kept.",
      suggestion: "delete the column")
  }
}
