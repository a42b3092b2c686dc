import CCommonMark

/// The quotations and list items that a block lies in, and so what stands before its text on each line.
struct ContainerPrefixes {
  private enum Container {
    case quotation
    /// How many columns its text is indented.
    case item(width: Int)
  }

  private var containers: [Container] = []
  /// The line on which each begins, and where its text does.
  private var beginnings: [(line: Int, text: LineCursor)] = []

  mutating func enter(_ node: CommonMarkNode, in lines: Lines) {
    guard node.type == CMARK_NODE_BLOCK_QUOTE || node.type == CMARK_NODE_ITEM else { return }
    let line = lines.content(node.startLine)
    var cursor = outside(line: node.startLine, in: lines)
    let outside = cursor.column
    cursor.go(to: line.lowerBound + node.startColumn - 1, in: lines.bytes)
    if node.type == CMARK_NODE_BLOCK_QUOTE {
      cursor.step()
      cursor.skip(columns: 1, in: lines.bytes)
      containers.append(.quotation)
    } else {
      cursor.skipListMark(in: lines.bytes)
      containers.append(.item(width: cursor.column - outside))
    }
    beginnings.append((node.startLine, cursor))
  }

  /// Where the text of the innermost container begins on a line.
  private func outside(line: Int, in lines: Lines) -> LineCursor {
    if let last = beginnings.last, last.line == line { return last.text }
    return cursor(behind: lines.content(line), in: lines.bytes).cursor
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
  /// Goes past a list item's mark, and past the blanks behind it unless they begin a block of code.
  fileprivate mutating func skipListMark(in bytes: [UInt8]) {
    while let byte = byte(in: bytes), byte.isDigit { step() }
    step()
    var text = self
    if text.skip(columns: 5, in: bytes) > 4 || text.byte(in: bytes) == nil {
      if skip(columns: 1, in: bytes) == 0 { step() }
    } else {
      self = text
    }
  }
}
