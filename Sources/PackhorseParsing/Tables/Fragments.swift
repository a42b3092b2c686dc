/// Pieces of text that are parsed together in one document: each a paragraph, the definitions of links after them.
///
/// A paragraph begins with `\. `, so that nothing in it can be taken for the beginning of another block, and its own
/// text follows a space as at the beginning of a line.
struct Fragments {
  /// The length of `\. `, and what libcmark leaves of it.
  static let prefix = (written: 3, read: 2)

  private(set) var segments: [[Segment]] = []
  private var bytes: [UInt8] = []
  private var mayLink = false

  var count: Int { segments.count }

  /// Adds lines of a paragraph; gives the fragment's number.
  mutating func add(lines segments: ArraySlice<Segment>, of text: Lines) -> Int {
    begin()
    var pieces: [Segment] = []
    var content = Self.prefix.written
    for (index, segment) in segments.enumerated() {
      let line = text.bytes[segment.offset..<max(segment.offset, text.content(segment.line).upperBound)]
      // Four blanks before a line that continues a paragraph keep it a continuation.
      if index > 0 { bytes.append(contentsOf: "\n    ".utf8) }
      append(line)
      pieces.append(Segment(content: content, offset: segment.offset, line: segment.line))
      content += line.count + 1
    }
    return end(pieces)
  }

  /// Adds the text of a cell, in which `\|` stands for a pipe; gives the fragment's number.
  mutating func add(cell: Range<Int>, line: Int, of text: Lines) -> Int {
    begin()
    let text = text.bytes[cell]
    var start = cell.lowerBound
    var content = Self.prefix.written
    var pieces = [Segment(content: content, offset: start, line: line)]
    for index in cell where text[index] == UInt8(ascii: "|") {
      append(text[start..<index - 1])
      content += index - 1 - start
      start = index
      pieces.append(Segment(content: content, offset: start, line: line))
    }
    append(text[start...])
    return end(pieces)
  }

  /// The document to parse: every fragment, and then the whole text where a definition of a link may be needed.
  func document(with text: Lines) -> [UInt8] { mayLink ? bytes + text.bytes : bytes }

  private mutating func begin() {
    bytes.append(contentsOf: "\\. ".utf8)
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    bytes += text
    mayLink = mayLink || text.contains(UInt8(ascii: "["))
  }

  private mutating func end(_ pieces: [Segment]) -> Int {
    bytes.append(contentsOf: "\n\n".utf8)
    segments.append(pieces)
    return count - 1
  }
}
