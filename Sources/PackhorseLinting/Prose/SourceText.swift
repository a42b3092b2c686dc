import PackhorseCore

/// The bytes of a file and where its lines begin.
struct SourceText {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], path: String) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices {
      let isPair = bytes[index] == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
      if bytes[index] == .lineFeed || (bytes[index] == .carriageReturn && !isPair) {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// The offset of a place; nil for one that the file does not have.
  func offset(of position: SourcePosition) -> Int? {
    guard position.line >= 1, position.line <= lineStarts.count else { return nil }
    let offset = lineStarts[position.line - 1] + position.column - 1
    return offset <= bytes.count ? max(0, offset) : nil
  }

  private func position(of offset: Int) -> SourcePosition {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(path: path, start: position(of: range.lowerBound), end: position(of: range.upperBound))
  }
}
