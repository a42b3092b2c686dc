import CCommonMark

/// A stretch of the text in a paragraph, a heading or a cell, and where it stands.
struct Segment {
  /// The offset in the text that libcmark's inline parser saw.
  var content: Int
  /// The offset in the prepared bytes.
  var offset: Int
  /// The line of the body.
  var line: Int
}

/// The text of a paragraph or heading, line by line.
struct ContentLines {
  private(set) var segments: [Segment] = []
  /// What libcmark adds to an offset in the text to make a column.
  private(set) var origin = 0
  /// The line that underlines a heading.
  private(set) var underline: Segment?

  /// The lines of a block, with those left out that only define links: libcmark takes them away first.
  init(of node: CommonMarkNode, in lines: Lines, prefixes: ContainerPrefixes) {
    let isHeading = node.type == CMARK_NODE_HEADING
    let first = node.startLine
    if node.endLine > first || !isHeading { origin = node.startColumn - 1 }
    let whole = lines.whole(first)
    segments = [Segment(content: 0, offset: min(whole.lowerBound + origin, whole.upperBound), line: first)]
    guard node.endLine > first else { return }
    addLines(first + 1...node.endLine, of: lines, prefixes: prefixes, underlined: isHeading)
    let skipped = definitionLines(in: lines)
    guard skipped > 0 else { return }
    let dropped = segments[skipped].content
    segments.removeFirst(skipped)
    for index in segments.indices { segments[index].content -= dropped }
  }

  /// Adds the lines behind the first, up to one that underlines them.
  ///
  /// libcmark gives such a heading a line too many.
  private mutating func addLines(
    _ range: ClosedRange<Int>, of lines: Lines, prefixes: ContainerPrefixes, underlined: Bool
  ) {
    // Every line ending is one byte to libcmark.
    var content = lines.content(range.lowerBound - 1).upperBound - segments[0].offset + 1
    for line in range {
      let start = prefixes.contentStart(of: lines.content(line), in: lines.bytes)
      let segment = Segment(content: content, offset: start, line: line)
      if underlined, lines.isUnderline(segment) {
        underline = segment
        return
      }
      segments.append(segment)
      content += lines.content(line).upperBound - start + 1
    }
  }

  /// How many lines at the top only define links; never all of them, since such a block is no block.
  private func definitionLines(in lines: Lines) -> Int {
    guard lines.bytes[segments[0].offset...].first == UInt8(ascii: "[") else { return 0 }
    var content: [UInt8] = []
    for segment in segments {
      content += lines.bytes[segment.offset..<max(segment.offset, lines.content(segment.line).upperBound)]
      content.append(.lineFeed)
    }
    let end = LinkDefinition.end(of: content)
    return min(segments.count - 1, segments.prefix { $0.content < end }.count)
  }
}

extension Lines {
  /// Whether a line's text could underline a heading.
  fileprivate func isUnderline(_ segment: Segment) -> Bool {
    let text = bytes[segment.offset..<max(segment.offset, content(segment.line).upperBound)].trimmed
    return (text.first == UInt8(ascii: "=") || text.first == UInt8(ascii: "-"))
      && text.allSatisfy { $0 == text.first }
  }
}
