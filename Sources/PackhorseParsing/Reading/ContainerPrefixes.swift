import CCommonMark

/// The quotations and list items that a block lies in, and so what stands before its text on each line.
struct ContainerPrefixes {
  private enum Container {
    case quotation
    /// How many columns its text is indented.
    case item(width: Int)
  }

  private var containers: [Container] = []
  /// The line on which each begins, and the column there at which its text does.
  private var beginnings: [(line: Int, column: Int)] = []

  mutating func enter(_ node: CommonMarkNode, in lines: Lines) {
    guard node.type == CMARK_NODE_BLOCK_QUOTE || node.type == CMARK_NODE_ITEM else { return }
    let line = lines.content(node.startLine)
    let outside =
      beginnings.last?.line == node.startLine
      ? beginnings.last?.column ?? 0 : cursor(behind: line, in: lines.bytes).cursor.column
    var cursor = LineCursor(line)
    cursor.go(to: line.lowerBound + node.startColumn - 1, in: lines.bytes)
    if node.type == CMARK_NODE_BLOCK_QUOTE {
      cursor.step()
      cursor.skip(columns: 1, in: lines.bytes)
      containers.append(.quotation)
      beginnings.append((node.startLine, cursor.column))
    } else {
      let width = cursor.skipListMark(in: lines.bytes) - outside
      containers.append(.item(width: width))
      beginnings.append((node.startLine, outside + width))
    }
  }

  mutating func leave(_ node: CommonMarkNode) {
    guard node.type == CMARK_NODE_BLOCK_QUOTE || node.type == CMARK_NODE_ITEM else { return }
    containers.removeLast()
    beginnings.removeLast()
  }

  /// Where a paragraph's own text begins on a line that continues it.
  ///
  /// A lazy line, which lacks a mark or indentation, keeps its blanks.
  func contentStart(of line: Range<Int>, in bytes: [UInt8]) -> Int {
    let (cursor, isLazy) = cursor(behind: line, in: bytes)
    return isLazy
      ? cursor.index : cursor.index + bytes[cursor.index..<line.upperBound].prefix(while: \.isBlank).count
  }

  /// Where the marks and indentation of the containers end, and whether some are missing.
  private func cursor(behind line: Range<Int>, in bytes: [UInt8]) -> (cursor: LineCursor, isLazy: Bool) {
    var cursor = LineCursor(line)
    for container in containers {
      var next = cursor
      switch container {
      case .quotation:
        guard next.skip(columns: 4, in: bytes) < 4, next.byte(in: bytes) == UInt8(ascii: ">") else {
          return (cursor, true)
        }
        next.step()
        next.skip(columns: 1, in: bytes)
      case .item(let width):
        guard next.skip(columns: width, in: bytes) == width else { return (cursor, true) }
      }
      cursor = next
    }
    return (cursor, false)
  }
}

extension LineCursor {
  /// Goes past a list item's mark, and past the blanks behind it unless they begin a block of code; gives the column.
  fileprivate mutating func skipListMark(in bytes: [UInt8]) -> Int {
    while let byte = byte(in: bytes), byte.isDigit { step() }
    step()
    let mark = column
    let blanks = skip(columns: 5, in: bytes)
    return mark + (blanks > 4 || byte(in: bytes) == nil ? 1 : blanks)
  }
}
