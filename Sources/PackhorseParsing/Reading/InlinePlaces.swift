import CCommonMark
import PackhorseCore

/// Finds the places of the inlines in a block, which come in reading order.
///
/// libcmark gives most columns counted from the last line ending that it noticed. It notices soft breaks and those inside
/// code and HTML, but none behind a backslash or inside a link's destination and title. So its columns are turned
/// back into offsets in the block's text, and those into places in the file.
struct InlinePlaces {
  private var segments: [Segment] = []
  private var origin = 0
  /// The offset from which libcmark counts columns.
  private var base = 0
  /// The offset up to which the inlines are known.
  private var cursor = 0

  init() {}

  init(_ segments: [Segment], origin: Int) {
    self.segments = segments
    self.origin = origin
  }

  /// Where an inline begins: the offset in the prepared bytes, and its line.
  func start(of node: CommonMarkNode, in lines: Lines) -> (offset: Int, line: Int) {
    let place = place(of: content(ofColumn: node.startColumn))
    switch node.type {
    case CMARK_NODE_TEXT: return behindTicks(of: node, at: place, in: lines)
    case CMARK_NODE_LINK where isAutolink(node, in: lines): return self.place(of: node.startColumn - 1)
    default: return place
    }
  }

  /// Where an inline ends: the offset in the prepared bytes, and its line.
  func end(of node: CommonMarkNode, in lines: Lines) -> (offset: Int, line: Int) {
    place(of: isAutolink(node, in: lines) ? node.endColumn : content(ofColumn: node.endColumn + 1))
  }

  /// The offset in the prepared bytes up to which the inlines are known, and its line.
  var passed: (offset: Int, line: Int) { place(of: cursor) }

  /// Where the text of a line begins in the prepared bytes; nil where the block's text has no such line.
  func contentStart(ofLine line: Int) -> Int? {
    guard let first = segments.first, segments.indices.contains(line - first.line) else { return nil }
    let segment = segments[line - first.line]
    return segment.line == line ? segment.offset : nil
  }

  private func place(of content: Int) -> (offset: Int, line: Int) {
    guard !segments.isEmpty else { return (0, 0) }
    let segment = segments[index(of: content)]
    return (segment.offset + max(0, content - segment.content), segment.line)
  }

  /// Takes note of an inline without children, or of the end of one with children.
  mutating func pass(_ node: CommonMarkNode, in lines: Lines) {
    switch node.type {
    case CMARK_NODE_SOFTBREAK:
      base = nextLine
      cursor = base
    case CMARK_NODE_LINEBREAK:
      let next = nextLine
      if !isEscaped(next, in: lines) { base = next }
      cursor = next
    case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      cursor = max(cursor, content(ofColumn: node.startColumn))
      for _ in 0..<max(0, node.endLine - node.startLine) {
        base = nextLine
        cursor = base
      }
      cursor = max(cursor, content(ofColumn: node.endColumn + 1))
    case CMARK_NODE_TEXT:
      // The column of backticks that close nothing is one too many: past the line's end, it may be.
      let lineEnd = lineStart(after: content(ofColumn: node.startColumn)) - 1
      cursor = max(cursor, min(lineEnd, content(ofColumn: node.endColumn + 1)))
    case CMARK_NODE_LINK where isAutolink(node, in: lines): cursor = max(cursor, node.endColumn)
    default: cursor = max(cursor, content(ofColumn: node.endColumn + 1))
    }
  }

  /// Backticks that close nothing are counted from behind them.
  private func behindTicks(of node: CommonMarkNode, at place: (offset: Int, line: Int), in lines: Lines)
    -> (offset: Int, line: Int)
  {
    guard node.begins(with: UInt8(ascii: "`")) else { return place }
    let ticks = node.literal.prefix { $0 == UInt8(ascii: "`") }.count
    guard place.offset >= ticks, place.offset <= lines.bytes.count,
      lines.bytes[(place.offset - ticks)..<place.offset].allSatisfy({ $0 == UInt8(ascii: "`") }),
      !lines.bytes[place.offset...].starts(with: "\\`".utf8)
    else { return place }
    return (place.offset - ticks, place.line)
  }

  /// True for `<https://…>`, whose columns libcmark counts from the beginning of the block's text, though not those of
  /// the text inside it.
  private func isAutolink(_ node: CommonMarkNode, in lines: Lines) -> Bool {
    guard node.type == CMARK_NODE_LINK, let text = node.firstChild, text.type == CMARK_NODE_TEXT,
      text.startColumn == node.startColumn + 1 + origin - base
    else { return false }
    let offset = place(of: node.startColumn - 1).offset
    guard lines.bytes.indices.contains(offset), lines.bytes[offset] == UInt8(ascii: "<") else { return false }
    return lines.bytes[(offset + 1)...].starts(with: text.literal.prefix { $0 != UInt8(ascii: "&") })
  }

  private func content(ofColumn column: Int) -> Int { column - 1 - origin + base }

  /// The offset at which the line after the cursor begins.
  private var nextLine: Int {
    let next = lineStart(after: cursor)
    return next == .max ? cursor : next
  }

  private func lineStart(after content: Int) -> Int {
    let next = index(of: content) + 1
    return next < segments.count ? segments[next].content : .max
  }

  /// Whether the line before the one that begins at an offset ends in a backslash.
  private func isEscaped(_ lineStart: Int, in lines: Lines) -> Bool {
    guard !segments.isEmpty else { return false }
    let line = segments[index(of: lineStart - 1)].line
    return lines.bytes[lines.content(line)].last == UInt8(ascii: "\\")
  }

  /// The segment that holds an offset, by bisection.
  private func index(of content: Int) -> Int {
    var low = 0
    var high = segments.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if segments[middle].content <= content { low = middle } else { high = middle }
    }
    return low
  }
}
