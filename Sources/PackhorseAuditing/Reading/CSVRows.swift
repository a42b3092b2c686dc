/// The rows of a CSV file (RFC 4180) by the names of its columns, each with its line.
struct CSVRows {
  struct Row {
    let line: Int
    let cells: [String]
  }

  let header: [String]
  let rows: [Row]

  init(_ bytes: [UInt8]) {
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var line = 1
    var first = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    func endRow() {
      endCell()
      if cells != [""] { rows.append(Row(line: first, cells: cells)) }
      cells = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isLineEnd = byte == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\"") {
        if isQuoted, index + 1 < bytes.count, bytes[index + 1] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted || (byte != UInt8(ascii: ",") && !isLineEnd && byte != UInt8(ascii: "\r")) {
        cell.append(byte)
      } else if byte == UInt8(ascii: ",") {
        endCell()
      } else if isLineEnd {
        endRow()
      }
      if isLineEnd { line += 1 }
      if isLineEnd, !isQuoted { first = line }
      index += 1
    }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    header = rows.first?.cells ?? []
    self.rows = Array(rows.dropFirst())
  }

  /// The cell of a row under a column; empty where there is none.
  func cell(_ row: Row, _ column: String) -> String {
    guard let index = header.firstIndex(of: column), row.cells.indices.contains(index) else { return "" }
    return row.cells[index]
  }
}
