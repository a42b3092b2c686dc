import PackhorseCore

/// A body's text as it was written and as libcmark gets it, with the way back to places in the file.
///
/// Two things differ where an author uses our additions: a line that opens or closes a block stands there as an HTML
/// comment, which CommonMark keeps apart from its neighbours, and escaped brackets carry a mark. A class, because every
/// node that is read asks it for its place.
final class BodyText {
  let path: String
  private let firstLine: Int
  let original: Lines
  /// What libcmark gets.
  ///
  /// It has the lines of the original.
  let prepared: Lines
  /// The lines that stand there as comments, in order.
  let fences: [FenceLine]
  /// Whether marks stand in the prepared bytes.
  let hasMarks: Bool
  /// Where marks beside escapes stand in the prepared bytes.
  private let shields: [Int]

  init(_ body: ArraySlice<UInt8>, options: BodyOptions) {
    path = options.path
    firstLine = options.firstLine
    original = Lines(Array(body))
    fences = options.additions ? FenceLine.all(in: original).outsideVerbatim(of: original) : []
    let escapes = options.additions ? Shields(original.bytes).offsets : []
    hasMarks = !fences.isEmpty || !escapes.isEmpty
    (prepared, shields) =
      hasMarks ? original.prepared(fences: fences, escapes: escapes) : (original, [])
  }
}

extension Lines {
  /// The bytes for libcmark, and where marks beside escapes stand in them.
  fileprivate func prepared(fences: [FenceLine], escapes: [Int]) -> (lines: Lines, shields: [Int]) {
    let text = Mark.removed(from: bytes)
    var prepared: [UInt8] = []
    prepared.reserveCapacity(text.count + escapes.count * Mark.bytes.count + fences.count * 16)
    var shields: [Int] = []
    var copied = 0
    var escapes = escapes[...]
    func copy(to end: Int) {
      while let escape = escapes.first, escape <= end {
        prepared += text[copied..<escape]
        shields.append(prepared.count)
        prepared += Mark.bytes
        copied = escape
        escapes.removeFirst()
      }
      prepared += text[copied..<end]
    }
    for (index, fence) in fences.enumerated() {
      copy(to: fence.range.lowerBound)
      prepared += Array("<!--".utf8) + Mark.bytes + Array("\(index)-->".utf8)
      copied = fence.range.upperBound
      escapes = escapes.drop { $0 <= copied }
    }
    copy(to: text.count)
    return (Lines(prepared), shields)
  }
}

extension BodyText {
  /// The line that a block of HTML stands for, where it stands for one.
  func fence(of html: UnsafeBufferPointer<UInt8>) -> FenceLine? {
    guard hasMarks else { return nil }
    var html = html[...].drop(while: \.isBlank)
    while let last = html.last, last.isSpace { html.removeLast() }
    guard let (index, length) = fenceIndex(html), length == html.count else { return nil }
    return fences[index]
  }

  /// A literal without marks, with comments turned back into what the author wrote.
  func undisguised(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard hasMarks, literal[...].firstIndex(of: Mark.bytes, from: 0) != nil else { return nil }
    var bytes: [UInt8] = []
    var rest = literal[...]
    while let byte = rest.first {
      if let (index, length) = fenceIndex(rest) {
        bytes += original.bytes[fences[index].range]
        rest = rest.dropFirst(length)
      } else if rest.starts(with: Mark.bytes) {
        rest = rest.dropFirst(Mark.bytes.count)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// The index that a comment at the beginning names, and the comment's length.
  private func fenceIndex(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (index: Int, length: Int)? {
    guard bytes.starts(with: "<!--".utf8) else { return nil }
    let rest = bytes.dropFirst(4)
    guard rest.starts(with: Mark.bytes) else { return nil }
    let number = rest.dropFirst(Mark.bytes.count)
    let digits = number.prefix(10).prefix(while: \.isDigit)
    guard number.dropFirst(digits.count).starts(with: "-->".utf8),
      let index = Int(String(decoding: digits, as: UTF8.self)), index < fences.count
    else { return nil }
    return (index, 4 + Mark.bytes.count + digits.count + 3)
  }

  /// The place in the file of a byte that libcmark got, never past its line's end.
  ///
  /// Where libcmark's columns cannot be followed (autolinks and HTML over several lines, definitions of links above
  /// them), the place is near.
  func position(ofPrepared offset: Int, line: Int) -> SourcePosition {
    let start = prepared.whole(line).lowerBound
    let marks = shields.count(from: start, to: offset) * Mark.bytes.count
    let column = min(offset - start - marks, original.content(line).count) + 1
    return SourcePosition(line: firstLine + line - 1, column: max(1, column))
  }

  /// The place in the file of an original byte.
  func position(_ offset: Int, line: Int) -> SourcePosition {
    SourcePosition(line: firstLine + line - 1, column: offset - original.whole(line).lowerBound + 1)
  }

  /// A range of original bytes, as a place in the file.
  func span(_ range: Range<Int>) -> SourceSpan { span(range, line: original.line(of: range.lowerBound)) }

  /// A range of original bytes on one line, as a place in the file.
  func span(_ range: Range<Int>, line: Int) -> SourceSpan {
    SourceSpan(
      path: path, start: position(range.lowerBound, line: line), end: position(range.upperBound, line: line))
  }

  /// A number of bytes from a place in the file, none of them past the line's end.
  func span(_ position: SourcePosition, length: Int = 0) -> SourceSpan {
    let end = original.content(position.line - firstLine + 1).count + 1
    let column = min(position.column, end)
    return SourceSpan(path: path, line: position.line, column: column, length: min(length, end - column))
  }

  /// The original bytes from a place in the file to the end of its line, without blanks there.
  func rest(from position: SourcePosition) -> ArraySlice<UInt8> {
    let line = original.content(position.line - firstLine + 1)
    let start = min(line.upperBound, line.lowerBound + max(0, position.column - 1))
    return original.bytes[start..<max(start, original.bytes[line].trimmed.endIndex)]
  }
}

extension [Int] {
  /// How many of these sorted numbers lie in a range.
  fileprivate func count(from start: Int, to end: Int) -> Int {
    isEmpty ? 0 : partition(end) - partition(start)
  }

  /// How many are smaller than a number.
  private func partition(_ number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
