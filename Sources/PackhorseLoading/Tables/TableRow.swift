import PackhorseCore

/// The columns of a table: cases whose raw values are the names in its header.
typealias TableColumn = CaseIterable & Hashable & RawRepresentable<String> & Sendable

/// Where the columns of a table stand.
///
/// A dictionary would hash the name of a column for each cell that is read.
struct ColumnPlaces<Column: TableColumn>: Sendable {
  private var places: [Int?]

  init(_ indices: [Column: Int]) {
    places = Array(repeating: nil, count: Column.allCases.count)
    for (column, index) in indices { places[Self.number(of: column)] = index }
  }

  subscript(column: Column) -> Int? { places[Self.number(of: column)] }

  /// Cases without values are numbered in their order, in one byte; a single case needs none.
  private static func number(of column: Column) -> Int {
    withUnsafeBytes(of: column) { $0.first.map(Int.init) ?? 0 }
  }
}

/// A record of a table whose columns are known, with the problems found in its cells.
struct TableRow<Column: TableColumn> {
  let path: String
  let record: CSVRow
  let places: ColumnPlaces<Column>
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, record: CSVRow, places: ColumnPlaces<Column>) {
    (self.path, self.record, self.places) = (path, record, places)
  }

  /// The record's number as a spreadsheet counts, the header being 1.
  var number: Int { record.number }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Where a cell lies in the record's bytes, without the spaces around it.
  func range(_ column: Column) -> Range<Int> {
    guard let cell = places[column].map(record.range) else { return 0..<0 }
    var (start, end) = (cell.lowerBound, cell.upperBound)
    while start < end, record.bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, record.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// A cell's bytes without the spaces around it.
  func bytes(_ column: Column) -> ArraySlice<UInt8> { record.bytes[range(column)] }

  /// A short cell as a number, to find what was read of it before; nil for more than seven bytes.
  func word(_ column: Column) -> UInt64? {
    let range = range(column)
    guard range.count < 8 else { return nil }
    // The 1 before them tells how many they are.
    return range.reduce(1) { $0 << 8 | UInt64(record.bytes[$1]) }
  }

  func isEmpty(_ column: Column) -> Bool { range(column).isEmpty }

  func span(_ column: Column) -> SourceSpan {
    places[column].map { record.span($0, in: path) } ?? .file(path)
  }

  /// Text, without the quote mark that keeps a spreadsheet from reading `= + - @` as a formula.
  func text(_ column: Column) -> String { String(decoding: textBytes(column), as: UTF8.self) }

  /// The bytes of `text`.
  func textBytes(_ column: Column) -> ArraySlice<UInt8> { record.bytes[textRange(column)] }

  /// Where `text` lies in the record's bytes.
  func textRange(_ column: Column) -> Range<Int> {
    let range = range(column)
    guard range.count > 1, record.bytes[range.lowerBound] == UInt8(ascii: "'"),
      "=+-@".utf8.contains(record.bytes[range.lowerBound + 1])
    else { return range }
    return range.dropFirst()
  }

  /// Text that must be there; nil after a report.
  mutating func requiredText(_ column: Column) -> String? { require(column) ? text(column) : nil }

  /// False after a report that a cell is empty which must not be.
  @discardableResult
  mutating func require(_ column: Column) -> Bool {
    guard isEmpty(column) else { return true }
    report(.emptyCell(column.rawValue, row: number, at: span(column)))
    return false
  }

  /// A word that names something: letters, digits and hyphens; nil after a report.
  mutating func id(_ column: Column) -> Located<String>? {
    guard require(column) else { return nil }
    guard textBytes(column).allSatisfy(isSlugByte) else {
      fail(column, found: "another sign", due: "an id of small letters, digits and hyphens")
      return nil
    }
    return Located(text(column), at: span(column))
  }

  /// A practice's code; nil after a report.
  mutating func practiceCode(_ column: Column) -> Located<String>? {
    guard let code = requiredText(column) else { return nil }
    if isPracticeCode(code) { return Located(code, at: span(column)) }
    fail(column, found: "something else", due: "a practice code of 4 to 8 capital letters and digits")
    return nil
  }

  /// A whole number of at least 0, with or without commas between thousands; nil after a report.
  mutating func count(_ column: Column) -> Int? {
    let bytes = bytes(column)
    switch CountReading(bytes) {
    case .count(let count): return count
    case .mark(let mark):
      fail(column, holding: mark)
      return nil
    case .other(let kind):
      fail(column, found: kind, due: "a whole number")
      return nil
    }
  }

  /// A day as `YYYY-MM-DD`, or nil: for an empty cell, and after a report.
  mutating func date(_ column: Column) -> CalendarDate? {
    guard !isEmpty(column) else { return nil }
    if let date = CalendarDate(iso: bytes(column)) { return date }
    fail(column, found: "something else", due: "a date as YYYY-MM-DD")
    return nil
  }

  /// One of a few words; nil after a report.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ column: Column, of type: Value.Type
  ) -> Value? {
    guard let word = requiredText(column) else { return nil }
    if let value = type.init(rawValue: word) { return value }
    fail(column, found: "another word", due: list(type.allCases.map { "'\($0.rawValue)'" }, "or"))
    return nil
  }

  /// Reports a mark in place of a number.
  mutating func fail(_ column: Column, holding mark: FigureMark) {
    report(
      .markedCell(
        mark, in: column.rawValue, row: number, at: span(column),
        advice: "enter the exact number; where nobody has it, write '[x]' for every number of the row"))
  }

  /// Reports a cell by what was found and what is due; what stands in it is never said.
  mutating func fail(_ column: Column, found: String, due: String) {
    report(.badCell(column.rawValue, row: number, found: found, due: due, at: span(column)))
  }
}

extension Diagnostic {
  static func emptyCell(_ column: String, row: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "csv-empty-cell", "'\(column)' is empty in row \(row)", at: span, because: "Every row needs it."
    )
  }

  static func badCell(
    _ column: String, row: Int, found: String, due: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "csv-bad-cell", "'\(column)' in row \(row) holds \(found) where \(due) is due", at: span)
  }
}
