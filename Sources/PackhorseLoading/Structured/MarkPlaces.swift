import PackhorseCore
import Yams

/// Turns the parser's marks into places of the file.
///
/// Yams counts columns in Unicode scalars and also ends lines at U+0085, U+2028 and U+2029; a place counts bytes,
/// and lines as an editor does. `firstLine` is the file's line on which the bytes begin.
struct MarkPlaces {
  let path: String
  let bytes: ArraySlice<UInt8>
  private let firstLine: Int
  /// Where each of the parser's lines begins, with the file's line it lies in and where that begins.
  private var starts: [(offset: Int, line: Int, lineStart: Int)]
  /// The mark found last: marks come in reading order, so that a file of one long line is walked once.
  private var last: (line: Int, column: Int, index: Int)

  init(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    starts = [(bytes.startIndex, firstLine, bytes.startIndex)]
    last = (1, 1, bytes.startIndex)
    findLines()
  }

  private mutating func findLines() {
    var (index, line, lineStart) = (bytes.startIndex, firstLine, bytes.startIndex)
    while index < bytes.endIndex {
      let width = breakWidth(at: index)
      guard width > 0 else {
        index += 1
        continue
      }
      index += width
      if bytes[index - 1] == UInt8(ascii: "\n") || bytes[index - 1] == UInt8(ascii: "\r") {
        (line, lineStart) = (line + 1, index)
      }
      starts.append((index, line, lineStart))
    }
  }

  /// The bytes of the line break at an index, as the parser knows them; 0 for none.
  private func breakWidth(at index: Int) -> Int {
    func byte(_ ahead: Int) -> UInt8 { index + ahead < bytes.endIndex ? bytes[index + ahead] : 0 }
    switch bytes[index] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return byte(1) == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }

  /// The indices at which the parser's lines begin.
  var lineStarts: [Int] { starts.map(\.offset) }

  /// The index of the byte that a mark points at.
  mutating func index(of mark: Mark) -> Int {
    let line = min(max(mark.line, 1), starts.count)
    if line != last.line || mark.column < last.column { last = (line, 1, starts[line - 1].offset) }
    while last.column < mark.column, last.index < bytes.endIndex {
      last.index += 1
      while last.index < bytes.endIndex, bytes[last.index] & 0xC0 == 0x80 { last.index += 1 }
      last.column += 1
    }
    return last.index
  }

  /// The place of a byte.
  func position(of index: Int) -> SourcePosition {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].offset <= index { low = middle } else { high = middle }
    }
    return SourcePosition(line: starts[low].line, column: index - starts[low].lineStart + 1)
  }

  /// A span of some bytes on one line, no longer than the line.
  func span(at index: Int, length: Int = 0) -> SourceSpan {
    let position = position(of: index)
    let rest = bytes[index...].prefix(length).prefix { !isLineEnd($0) }
    return SourceSpan(path: path, line: position.line, column: position.column, length: rest.count)
  }
}
