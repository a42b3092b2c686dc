/// The cells of a row while it is looked at: bytes without their quotes, which nothing keeps.
struct RowCells {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where each cell begins and ends in `bytes`.
  let bounds: UnsafeBufferPointer<Range<Int>>

  /// A cell without the spaces around it.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (bounds[index].lowerBound, bounds[index].upperBound)
    let space = UInt8(ascii: " ")
    while start < end, bytes[start] == space { start += 1 }
    while end > start, bytes[end - 1] == space { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// True for separators and spaces alone.
  var isBlank: Bool { bounds.indices.allSatisfy { self[$0].isEmpty } }
}

extension CSVRow {
  /// The row as its cells.
  func withCells<Result>(_ body: (RowCells) -> Result) -> Result {
    var start = 0
    let bounds = cells.map { cell in
      defer { start = cell.end }
      return start..<cell.end
    }
    return bytes.withUnsafeBufferPointer { bytes in
      bounds.withUnsafeBufferPointer { body(RowCells(bytes: bytes, bounds: $0)) }
    }
  }
}

/// True where a cell holds these bytes and no others.
func equals(_ cell: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
  cell.count == word.count && word.indices.allSatisfy { cell[$0] == word[$0] }
}
