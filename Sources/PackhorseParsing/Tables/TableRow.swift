import PackhorseCore

/// The cells of a table's row, as GitHub Flavored Markdown parts them.
struct TableRow {
  /// Ranges of the bytes, without blanks at their ends.
  private(set) var cells: [Range<Int>] = []

  /// Takes the line's text, without its ending.
  ///
  /// A pipe behind a backslash is part of a cell, in code as well.
  init(_ line: ArraySlice<UInt8>) {
    line.withUnsafeBufferPointer { bytes in
      let row = bytes[...].trimmed
      var start = row.startIndex
      cells.reserveCapacity(8)
      if row.first == UInt8(ascii: "|") { start += 1 }
      for index in start..<row.endIndex where row[index] == UInt8(ascii: "|") {
        if index > row.startIndex, row[index - 1] == UInt8(ascii: "\\") { continue }
        add(row[start..<index], behind: line.startIndex)
        start = index + 1
      }
      if start < row.endIndex { add(row[start...], behind: line.startIndex) }
    }
  }

  private mutating func add(_ cell: Slice<UnsafeBufferPointer<UInt8>>, behind start: Int) {
    let cell = cell.trimmed
    cells.append(start + cell.startIndex..<start + cell.endIndex)
  }

  /// The alignments that a delimiter row sets (`|---|:-:|`); nil for any other line.
  static func alignments(_ line: ArraySlice<UInt8>) -> [Document.ColumnAlignment]? {
    guard line.allSatisfy({ $0.isBlank || "|:-".utf8.contains($0) }) else { return nil }
    let cells = TableRow(line).cells
    let alignments = cells.compactMap { alignment(line[$0]) }
    return cells.isEmpty || alignments.count < cells.count ? nil : alignments
  }

  private static func alignment(_ cell: ArraySlice<UInt8>) -> Document.ColumnAlignment? {
    let left = cell.first == UInt8(ascii: ":")
    let right = cell.count > 1 && cell.last == UInt8(ascii: ":")
    let hyphens = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
    guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    return left && right ? .center : left ? .left : right ? .right : Document.ColumnAlignment.none
  }
}
