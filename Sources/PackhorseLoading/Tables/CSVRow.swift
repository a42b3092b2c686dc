import PackhorseCore

/// A record of a CSV file: its cells' bytes, without quotes, and where each stands.
struct CSVRow {
  struct Cell {
    /// The end of the cell in `bytes`; it begins where the one before ends.
    var end: Int
    var start: SourcePosition
    /// Just past its last byte in the file.
    var stop: SourcePosition
  }

  /// The record's number as a spreadsheet counts, the header being 1.
  var number = 0
  /// The cells' bytes, one after another.
  var bytes: [UInt8] = []
  var cells: [Cell] = []

  /// Where a cell lies in `bytes`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : cells[index - 1].end)..<cells[index].end }

  /// The bytes of a cell.
  func cell(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// True for an empty line, and for the separators alone that spreadsheets write below a table.
  var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") } }

  /// Where a cell stands, without its column's name.
  func span(_ index: Int, in path: String) -> SourceSpan {
    SourceSpan(path: path, start: cells[index].start, end: cells[index].stop)
  }
}
