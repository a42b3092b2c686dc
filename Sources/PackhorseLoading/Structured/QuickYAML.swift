import PackhorseCore

/// The quick reader's nodes, or Yams' where it gives none.
func readQuickYAML(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1) -> Outcome<SourceNode?> {
  if bytes.count <= YAMLGuard.longestText,
    let node = QuickYAML.read(bytes, path: path, firstLine: firstLine)
  {
    return Outcome(node)
  }
  return readYAML(bytes, path: path, firstLine: firstLine)
}

/// Reads what nearly every page has as its front matter, most settings and the catalogue of words faster than Yams can:
/// `key: value` with keys or lists of plain words below keys, and comments on lines of their own.
///
/// It reads a text only where it is sure of what Yams would say, and gives the same nodes with the same places; for
/// all else it gives nil, and Yams reads the text: text over several lines, escapes, comments behind a value, empty
/// values, keys written twice, faults.
struct QuickYAML {
  /// The most keys of one mapping; with more, looking for one written twice would take long.
  private static let mostKeys = 50
  private static let deepestMapping = 10

  private let path: String
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var line: Int
  private var lineStart: Int

  static func read(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int) -> SourceNode? {
    var reader = QuickYAML(bytes, path: path, firstLine: firstLine)
    guard reader.skipToText(), reader.column == 0, let root = reader.mapping(depth: 0),
      reader.index == bytes.endIndex
    else { return nil }
    return root
  }

  private init(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int) {
    (self.bytes, self.path, line) = (bytes, path, firstLine)
    index = bytes.startIndex
    lineStart = bytes.startIndex
  }

  /// The keys that begin in the present column, with what stands below each; what follows begins in another column.
  private mutating func mapping(depth: Int) -> SourceNode? {
    let (place, column) = (span(index..<index), column)
    guard depth < QuickYAML.deepestMapping else { return nil }
    var entries: [SourceNode.Entry] = []
    while index < bytes.endIndex, self.column == column {
      guard let entry = entry(depth: depth), skipToText(), entries.count < QuickYAML.mostKeys,
        !entries.contains(where: { $0.key.value == entry.key.value })
      else { return nil }
      entries.append(entry)
    }
    return entries.isEmpty ? nil : SourceNode(.mapping(entries), at: place)
  }

  /// A line `key: value`, or a line `key:` with the list or the keys below it.
  private mutating func entry(depth: Int) -> SourceNode.Entry? {
    let (start, column) = (index, column)
    guard let first = peek, isLowercase(first) else { return nil }
    while let byte = peek, isSlugByte(byte) { index += 1 }
    let key = Located(string(start..<index), at: span(start..<index))
    guard index - start <= 100, peek == UInt8(ascii: ":") else { return nil }
    index += 1
    let afterColon = index
    skipSpaces()
    guard let end = endOfLine() else { return nil }
    if index == end {
      nextLine(after: end)
      return below(column, depth: depth).map { SourceNode.Entry(key: key, value: $0) }
    }
    guard index > afterColon else { return nil }
    let value = bytes[index] == UInt8(ascii: "[") ? inlineList(to: end) : scalar(to: end)
    guard let value else { return nil }
    nextLine(after: end)
    return SourceNode.Entry(key: key, value: value)
  }

  /// `[a, b]`, of words that hold no sign with a meaning.
  private mutating func inlineList(to end: Int) -> SourceNode? {
    let place = span(index..<index)
    guard bytes[end - 1] == UInt8(ascii: "]"), end - index >= 2 else { return nil }
    var items: [SourceNode] = []
    index += 1
    skipSpaces()
    while index < end - 1 {
      let start = index
      while isFlowWord(bytes[index]) { index += 1 }
      let next = index
      while index > start, bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
      guard index > start, isWordStart(bytes[start]) else { return nil }
      items.append(SourceNode(.scalar(string(start..<index)), at: span(start..<index)))
      index = next
      guard index < end - 1 else { break }
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index += 1
      skipSpaces()
      guard index < end - 1 else { return nil }
    }
    return index == end - 1 ? SourceNode(.sequence(items), at: place) : nil
  }

  /// The list or the keys below a key of a column.
  private mutating func below(_ column: Int, depth: Int) -> SourceNode? {
    guard skipToText(), self.column >= column else { return nil }
    if peek == UInt8(ascii: "-") { return blockList() }
    return self.column > column ? mapping(depth: depth + 1) : nil
  }

  /// Lines `- item`, all in one column.
  private mutating func blockList() -> SourceNode? {
    let (place, column) = (span(index..<index), column)
    var items: [SourceNode] = []
    while peek == UInt8(ascii: "-"), self.column == column {
      index += 1
      guard peek == UInt8(ascii: " ") else { return nil }
      skipSpaces()
      guard let end = endOfLine(), index < end, let item = scalar(to: end) else { return nil }
      items.append(item)
      nextLine(after: end)
      guard skipToText() else { return nil }
    }
    return SourceNode(.sequence(items), at: place)
  }

  /// Text to the end of its line: plain, or in quotes without an escape.
  private func scalar(to end: Int) -> SourceNode? {
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return plain(to: end) }
    guard end - index >= 2, bytes[end - 1] == quote else { return nil }
    let inside = index + 1..<end - 1
    guard !bytes[inside].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") }) else { return nil }
    return SourceNode(.scalar(string(inside)), at: span(index..<end))
  }

  private func plain(to end: Int) -> SourceNode? {
    guard isWordStart(bytes[index]) || bytes[index] == UInt8(ascii: "(") else { return nil }
    for place in index..<end {
      switch bytes[place] {
      case UInt8(ascii: ":") where place + 1 == end || bytes[place + 1] == UInt8(ascii: " "): return nil
      case UInt8(ascii: "#") where bytes[place - 1] == UInt8(ascii: " "): return nil
      default: continue
      }
    }
    return SourceNode(.scalar(string(index..<end)), at: span(index..<end))
  }

  /// Where the text of the current line ends, without spaces; nil where it holds a byte that Yams may treat apart.
  private func endOfLine() -> Int? {
    var end = index
    while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\n") {
      guard isOrdinary(end) else { return nil }
      end += 1
    }
    while end > index, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return end
  }

  /// False for control characters, line ends of Unicode, and the rare characters of U+F000 and above.
  private func isOrdinary(_ place: Int) -> Bool {
    let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
    switch bytes[place] {
    case UInt8(ascii: "\r"): return next == UInt8(ascii: "\n")
    case ..<0x20, 0x7F, 0xEF: return false
    case 0xC2: return next >= 0xA0
    case 0xE2:
      return next != 0x80 || place + 2 >= bytes.endIndex
        || (bytes[place + 2] != 0xA8 && bytes[place + 2] != 0xA9)
    default: return true
    }
  }

  private mutating func nextLine(after end: Int) {
    index = end
    while let byte = peek, byte != UInt8(ascii: "\n") { index += 1 }
    guard index < bytes.endIndex else { return }
    index += 1
    line += 1
    lineStart = index
  }

  /// Goes on to the next line that is neither empty nor a comment, and to its text; false where a line is not ordinary.
  private mutating func skipToText() -> Bool {
    while true {
      skipSpaces()
      guard let byte = peek else { return true }
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        guard let end = endOfLine() else { return false }
        nextLine(after: end)
      default: return true
      }
    }
  }

  private var column: Int { index - lineStart }

  private mutating func skipSpaces() {
    while peek == UInt8(ascii: " ") { index += 1 }
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(path: path, line: line, column: range.lowerBound - lineStart + 1, length: range.count)
  }
}

/// Letters, digits and everything beyond ASCII: plain text that begins so is nothing else.
private func isWordStart(_ byte: UInt8) -> Bool { byte >= 0x80 || isAlphanumeric(byte) }

private func isFlowWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: " "): true
  default: isWordStart(byte)
  }
}
