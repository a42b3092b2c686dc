/// What a browser's tokenizer makes of markup.
enum MarkupToken: Equatable {
  case start(String, attributes: [Attribute], closesItself: Bool)
  case end(String)
  case comment
  case text([UInt8])

  struct Attribute: Equatable {
    var name: String
    var value: [UInt8]
  }
}

/// Takes markup apart as the HTML standard does (section 13.2.5), independently of the code that made it.
struct MarkupTokenizer {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var tokens: [MarkupToken] = []
  /// How many `svg` and `math` elements are open: no element inside them holds raw text.
  private var foreignDepth = 0
  /// True where the markup ends inside a tag, a comment or an element with raw text.
  private(set) var isCutOff = false

  init(_ markup: String) {
    bytes = Array(markup.utf8)
    while index < bytes.count {
      if byte == UInt8(ascii: "<") { readMarkup() } else { readText(until: { $0 == UInt8(ascii: "<") }) }
    }
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isAt(_ text: String, at place: Int) -> Bool {
    place + text.utf8.count <= bytes.count
      && zip(bytes[place...], text.utf8).allSatisfy { lowered($0) == $1 }
  }

  private mutating func readText(until isEnd: (UInt8) -> Bool) {
    let start = index
    while let byte, !isEnd(byte) { index += 1 }
    append(text: start..<index)
  }

  private mutating func append(text range: Range<Int>) {
    guard !range.isEmpty else { return }
    if case .text(let text) = tokens.last {
      tokens[tokens.count - 1] = .text(text + bytes[range])
    } else {
      tokens.append(.text(Array(bytes[range])))
    }
  }

  private mutating func readMarkup() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let afterSlash = index + 2 < bytes.count ? bytes[index + 2] : 0
    if isAt("<!--", at: index) {
      readComment()
    } else if next == UInt8(ascii: "/"), isLetter(afterSlash) {
      index += 2
      let name = readTag().name
      if name == "svg" || name == "math" { foreignDepth = max(0, foreignDepth - 1) }
      if !isCutOff { tokens.append(.end(name)) }
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
      while let byte, byte != UInt8(ascii: ">") { index += 1 }
      index += 1
      tokens.append(.comment)
    } else if isLetter(next) {
      index += 1
      readStart()
    } else {
      append(text: index..<index + 1)
      index += 1
    }
  }

  private mutating func readStart() {
    let tag = readTag()
    guard !isCutOff else { return }
    tokens.append(.start(tag.name, attributes: tag.attributes, closesItself: tag.closesItself))
    if tag.name == "svg" || tag.name == "math" { foreignDepth += tag.closesItself ? 0 : 1 }
    guard foreignDepth == 0 else { return }
    switch tag.name {
    case "script": readScript()
    case "style", "xmp", "iframe", "noembed", "noframes", "noscript", "title", "textarea":
      readRaw(endingIn: tag.name)
    case "plaintext": readText { _ in false }
    default: break
    }
  }

  /// An empty comment may end at once (`<!-->`, `<!--->`), and `--!>` ends one as well.
  private mutating func readComment() {
    tokens.append(.comment)
    index += 4
    for ending in [">", "->"] where isAt(ending, at: index) {
      index += ending.utf8.count
      return
    }
    while index < bytes.count {
      for ending in ["-->", "--!>"] where isAt(ending, at: index) {
        index += ending.utf8.count
        return
      }
      index += 1
    }
    isCutOff = true
  }

  private mutating func readRaw(endingIn name: String) {
    let start = index
    while index < bytes.count {
      if endsElement(name, at: index) { return append(text: start..<index) }
      index += 1
    }
    isCutOff = true
  }

  /// A script that opens a comment and a script inside it does not end at the first end tag.
  private mutating func readScript() {
    let start = index
    var (isEscaped, isDouble) = (false, false)
    while index < bytes.count {
      if !isEscaped, isAt("<!--", at: index) {
        isEscaped = !isAt("<!-->", at: index) && !isAt("<!--->", at: index)
        index += isEscaped ? 4 : 1
        continue
      }
      if isEscaped, isAt("-->", at: index) { (isEscaped, isDouble) = (false, false) }
      if endsElement("script", at: index) {
        guard isDouble else { return append(text: start..<index) }
        isDouble = false
      } else if isEscaped, isAt("<script", at: index), isDelimiter(at: index + 7) {
        isDouble = true
      }
      index += 1
    }
    isCutOff = true
  }

  private func endsElement(_ name: String, at place: Int) -> Bool {
    isAt("</\(name)", at: place) && isDelimiter(at: place + 2 + name.utf8.count)
  }

  private func isDelimiter(at place: Int) -> Bool {
    place < bytes.count
      && (isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") || bytes[place] == UInt8(ascii: ">"))
  }

  // MARK: Tags

  private typealias Tag = (name: String, attributes: [MarkupToken.Attribute], closesItself: Bool)

  /// Reads from a tag's name to just past its `>`.
  private mutating func readTag() -> Tag {
    var tag: Tag = (name: word { isSpace($0) || "/>".utf8.contains($0) }, attributes: [], closesItself: false)
    while let next = byte {
      if next == UInt8(ascii: ">") {
        index += 1
        return tag
      }
      tag.closesItself = next == UInt8(ascii: "/")
      if isSpace(next) || next == UInt8(ascii: "/") { index += 1 } else { tag.attributes.append(attribute()) }
    }
    isCutOff = true
    return tag
  }

  private mutating func attribute() -> MarkupToken.Attribute {
    let start = index
    index += 1
    while let byte, !isSpace(byte), !"/>=".utf8.contains(byte) { index += 1 }
    let name = String(decoding: bytes[start..<index].map(lowered), as: UTF8.self)
    let end = index
    skipSpace()
    guard byte == UInt8(ascii: "=") else {
      index = end
      return MarkupToken.Attribute(name: name, value: [])
    }
    index += 1
    skipSpace()
    return MarkupToken.Attribute(name: name, value: value())
  }

  private mutating func value() -> [UInt8] {
    guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while let byte, !isSpace(byte), byte != UInt8(ascii: ">") { index += 1 }
      return Array(bytes[start..<index])
    }
    index += 1
    let start = index
    while let byte, byte != quote { index += 1 }
    index += 1
    return Array(bytes[start..<min(index - 1, bytes.count)])
  }

  private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
    let start = index
    while let byte, !isEnd(byte) { index += 1 }
    return String(decoding: bytes[start..<index].map(lowered), as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte, isSpace(byte) { index += 1 }
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || [0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte >= 0x41
}
private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
