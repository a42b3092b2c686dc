import CCommonMark
import PackhorseCore

/// Where the destination of a link or image is written.
struct WrittenLink {
  /// A range of the prepared bytes: the destination, or the whole link where that is written elsewhere.
  private(set) var destination: Range<Int>
  private(set) var line: Int

  /// Takes a link that began at a place and ends now.
  init(_ node: CommonMarkNode, from start: (offset: Int, line: Int), places: InlinePlaces, in lines: Lines) {
    let bytes = lines.bytes
    let end = places.end(of: node, in: lines)
    let limit = min(bytes.count, end.offset)
    let text = places.passed.offset > start.offset ? places.passed : start
    line = start.line
    let last = end.line == start.line ? limit : min(limit, lines.content(start.line).upperBound)
    destination = start.offset..<max(start.offset, last)
    guard start.offset < limit else { return }
    if bytes[start.offset] == UInt8(ascii: "<") {
      destination = start.offset + 1..<max(start.offset + 1, limit - 1)
    } else if let textEnd = bytes.firstIndex(of: "](".utf8, from: text.offset, to: limit) {
      line = text.line
      find(from: textEnd + 2, to: limit, places: places, in: lines)
    }
  }

  /// Finds the destination behind `](`, perhaps on the next line.
  private mutating func find(from start: Int, to limit: Int, places: InlinePlaces, in lines: Lines) {
    let bytes = lines.bytes
    var index = start
    while index < limit, bytes[index].isSpace {
      index += 1
      if index == lines.whole(line).upperBound, let next = places.contentStart(ofLine: line + 1), next < limit
      {
        line += 1
        index = next
      }
    }
    let isPointy = index < limit && bytes[index] == UInt8(ascii: "<")
    if isPointy { index += 1 }
    let rest = bytes[index..<max(index, limit - 1)]
    destination = index..<index + rest.prefix { isPointy ? $0 != UInt8(ascii: ">") : !$0.isSpace }.count
  }
}
