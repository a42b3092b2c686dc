/// Recognises definitions of links (`[label]: /url "title"`) at the beginning of a paragraph, as libcmark does.
///
/// libcmark takes them away without saying how much it took.
struct LinkDefinition {
  private static let longestLabel = 1000
  private static let deepestParentheses = 32

  private let bytes: [UInt8]
  private var index: Int

  /// Where the definitions at the beginning of a paragraph's text end.
  ///
  /// The text's lines end in LF.
  static func end(of text: [UInt8]) -> Int {
    var end = 0
    while end < text.count, text[end] == UInt8(ascii: "[") {
      var definition = LinkDefinition(bytes: text, index: end)
      guard definition.read() else { return end }
      end = definition.index
    }
    return end
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func read() -> Bool {
    guard readLabel() else { return false }
    skipBlanksAndLineEnd()
    guard readDestination() else { return false }
    let end = index
    skipBlanksAndLineEnd()
    if index > end, readTitle(), readLineEnd() { return true }
    index = end
    return readLineEnd()
  }

  private mutating func readLabel() -> Bool {
    let start = index + 1
    index = start
    while let byte, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]") { readCharacter() }
    guard byte == UInt8(ascii: "]"), index - start <= Self.longestLabel,
      !bytes[start..<index].allSatisfy(\.isSpace)
    else { return false }
    index += 1
    guard byte == UInt8(ascii: ":") else { return false }
    index += 1
    return true
  }

  private mutating func readDestination() -> Bool {
    if byte == UInt8(ascii: "<") {
      index += 1
      while let byte, byte != UInt8(ascii: ">") {
        if byte == .lineFeed || byte == UInt8(ascii: "<") { return false }
        readCharacter()
      }
      index += 1
      return index <= bytes.count
    }
    let start = index
    var depth = 0
    while let byte, !byte.isSpace {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth > Self.deepestParentheses { return false }
      if depth < 0 { break }
      readCharacter()
    }
    return index > start && depth <= 0
  }

  private mutating func readTitle() -> Bool {
    let closing: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = bytes[index]
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return false
    }
    index += 1
    while let byte, byte != closing {
      if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")") { return false }
      readCharacter()
    }
    index += 1
    return index <= bytes.count
  }

  /// Reads a byte, or a backslash with the punctuation that it escapes.
  private mutating func readCharacter() {
    let escapes =
      bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1].isPunctuation
    index += escapes ? 2 : 1
  }

  private mutating func skipBlanks() {
    while let byte, byte.isBlank { index += 1 }
  }

  private mutating func skipBlanksAndLineEnd() {
    skipBlanks()
    if byte == .lineFeed { index += 1 }
    skipBlanks()
  }

  private mutating func readLineEnd() -> Bool {
    skipBlanks()
    guard byte == .lineFeed else { return index >= bytes.count }
    index += 1
    return true
  }
}
