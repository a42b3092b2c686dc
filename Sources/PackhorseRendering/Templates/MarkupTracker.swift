/// Follows markup byte by byte and says where in it one stands, after the tokenizer of the HTML standard.
///
/// What a browser reads in one way here and in another way there has no place to be followed: a `<` in an element
/// whose content is not markup (within SVG it is), a section of CDATA, and the odd end of a comment `--!>`.
struct MarkupTracker {
  private enum State {
    case content, tagOpen, declaration, comment, tagName, endTag
    case beforeAttribute, attributeName, afterAttributeName, beforeValue
    case quoted(UInt8), unquoted, raw
  }

  private var state = State.content
  /// The name of the element or attribute that is being read, in lower case.
  private var name: [UInt8] = []
  private var element = ""
  private var attribute = ""
  private var valueIsEmpty = true
  /// The last bytes read, where an end is made of several: `-->`, `</script`.
  private var tail: [UInt8] = []

  var place: MarkupPlace {
    switch state {
    case .content: .content
    case .raw:
      element == "title" || element == "textarea" ? .plainText : .rawText(element: element)
    case .comment, .declaration: .comment
    case .tagOpen, .tagName, .endTag, .beforeAttribute, .attributeName, .afterAttributeName: .markup
    case .beforeValue: .value(attribute: attribute, isQuoted: false, isAtStart: true)
    case .quoted(let quote):
      .value(attribute: attribute, isQuoted: quote == UInt8(ascii: "\""), isAtStart: valueIsEmpty)
    case .unquoted: .value(attribute: attribute, isQuoted: false, isAtStart: valueIsEmpty)
    }
  }

  /// A tag of a template stands here and will put something in.
  mutating func passTag() {
    valueIsEmpty = false
    if case .beforeValue = state { state = .unquoted }
    if case .tagOpen = state { state = .tagName }
  }

  /// Reads on; gives the first index at which something stands that cannot be followed.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Int? {
    var fault: Int?
    for index in bytes.indices where !read(bytes[index]) { fault = fault ?? index }
    return fault
  }

  /// False where the byte makes the markup ambiguous.
  private mutating func read(_ byte: UInt8) -> Bool {
    switch state {
    case .declaration: return readDeclaration(byte)
    case .comment: return readComment(byte)
    case .raw: return readRaw(byte)
    case .content: if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen: open(byte)
    case .tagName: readTagName(byte)
    case .endTag: if byte == UInt8(ascii: ">") { state = .content }
    case .beforeAttribute, .afterAttributeName: beforeAttribute(byte)
    case .attributeName: readAttributeName(byte)
    case .beforeValue: beforeValue(byte)
    case .quoted(let quote): if byte == quote { state = .beforeAttribute } else { valueIsEmpty = false }
    case .unquoted: readUnquoted(byte)
    }
    return true
  }

  private mutating func open(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      state = .declaration
      tail = []
    case UInt8(ascii: "/"): state = .endTag
    case let letter where isLetter(letter):
      name = [lowered(letter)]
      state = .tagName
    default: state = .content
    }
  }

  private mutating func readDeclaration(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: ">") {
      state = .content
    } else if tail.count < 2 {
      tail.append(byte)
      // With its first two hyphens a comment may end at once: `<!-->`.
      if tail == Array("--".utf8) { state = .comment }
    }
    return tail != Array("[".utf8)
  }

  private mutating func readComment(_ byte: UInt8) -> Bool {
    tail = tail.suffix(3) + [byte]
    if tail.suffix(3) == Array("-->".utf8) { state = .content }
    return tail != Array("--!>".utf8)
  }

  private mutating func readTagName(_ byte: UInt8) {
    guard byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte) else {
      name.append(lowered(byte))
      return
    }
    element = String(decoding: name, as: UTF8.self)
    if byte == UInt8(ascii: ">") { endTag() } else { state = .beforeAttribute }
  }

  private mutating func beforeAttribute(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"):
      endTag()
    case UInt8(ascii: "="):
      if case .afterAttributeName = state { state = .beforeValue }
    case UInt8(ascii: "/"): state = .beforeAttribute
    case let space where isSpace(space): break
    default:
      name = [lowered(byte)]
      state = .attributeName
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "="): state = .beforeValue
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"): state = .beforeAttribute
    case let space where isSpace(space): state = .afterAttributeName
    default:
      name.append(lowered(byte))
      return
    }
    attribute = String(decoding: name, as: UTF8.self)
    valueIsEmpty = true
  }

  private mutating func beforeValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quoted(byte)
    case UInt8(ascii: ">"):
      endTag()
    case let space where isSpace(space): break
    default:
      valueIsEmpty = false
      state = .unquoted
    }
  }

  private mutating func readUnquoted(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if isSpace(byte) {
      state = .beforeAttribute
    } else {
      valueIsEmpty = false
    }
  }

  /// Waits for the end tag of the element: `</name` and then a space, a slash or `>`; no other `<` may stand there.
  private mutating func readRaw(_ byte: UInt8) -> Bool {
    let end = Array("</\(element)".utf8)
    if tail == end, isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      state = byte == UInt8(ascii: ">") ? .content : .endTag
      return true
    }
    let wasOpen = !tail.isEmpty
    tail.append(lowered(byte))
    if end.starts(with: tail) { return true }
    tail = []
    return !wasOpen
  }

  /// Just past the `>` of a start tag.
  private mutating func endTag() {
    let raw = [
      "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext",
    ]
    state = raw.contains(element) ? .raw : .content
    tail = []
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
  private func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
