import PackhorseCore

/// Reads a JSON text (RFC 8259) into nodes with their places; nil where it cannot be read.
///
/// Yams reads JSON nearly: it refuses the surrogate pairs (`\ud83d\ude00`) that other programs write, and keys of more
/// than 1,024 characters. The bytes are valid UTF-8.
func readJSON(_ bytes: ArraySlice<UInt8>, path: String) -> Outcome<SourceNode?> {
  var reader = JSONReader(bytes, path: path)
  let node = reader.document()
  return Outcome(node, reader.fault.map { [$0] } ?? [])
}

private struct JSONReader {
  private let path: String
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var line = 1
  private var lineStart: Int
  /// The first fault; nothing is read after it.
  private(set) var fault: Diagnostic?

  init(_ bytes: ArraySlice<UInt8>, path: String) {
    (self.bytes, self.path) = (bytes, path)
    index = bytes.startIndex
    lineStart = bytes.startIndex
  }

  mutating func document() -> SourceNode? {
    skipSpace()
    let node = value(depth: 0)
    skipSpace()
    if node != nil, index < bytes.endIndex { return fail("text after the end") }
    return node
  }

  private mutating func value(depth: Int) -> SourceNode? {
    guard depth <= deepestNesting else { return fail("nesting of more than \(deepestNesting) levels") }
    switch peek {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""):
      return string().map { SourceNode(.scalar($0.value), at: $0.span) }
    case nil: return fail("the text ends where a value is due")
    default: return bareWord()
    }
  }

  private mutating func object(depth: Int) -> SourceNode? {
    let place = span(from: index, length: 0)
    var entries: [SourceNode.Entry] = []
    var seen: [String: SourceSpan] = [:]
    let isWhole = list(until: UInt8(ascii: "}")) { reader in
      guard reader.peek == UInt8(ascii: "\"") else { return reader.fail("a key in double quotes is due") }
      guard let key = reader.string() else { return nil }
      if let first = seen.updateValue(key.span, forKey: key.value) {
        reader.fault = .duplicateKey(key.value, at: key.span, first: first)
        return nil
      }
      reader.skipSpace()
      guard reader.take(UInt8(ascii: ":")) else { return reader.fail("a colon is due after a key") }
      reader.skipSpace()
      guard let value = reader.value(depth: depth + 1) else { return nil }
      entries.append(SourceNode.Entry(key: key, value: value))
      return ()
    }
    return isWhole ? SourceNode(.mapping(entries), at: place) : nil
  }

  private mutating func array(depth: Int) -> SourceNode? {
    let place = span(from: index, length: 0)
    var items: [SourceNode] = []
    let isWhole = list(until: UInt8(ascii: "]")) { reader in
      reader.value(depth: depth + 1).map { items.append($0) }
    }
    return isWhole ? SourceNode(.sequence(items), at: place) : nil
  }

  /// Items with commas between them, from an opening bracket to the closing one.
  private mutating func list(until close: UInt8, _ item: (inout JSONReader) -> Void?) -> Bool {
    index += 1
    skipSpace()
    if take(close) { return true }
    while true {
      guard item(&self) != nil else { return false }
      skipSpace()
      if take(close) { return true }
      guard take(UInt8(ascii: ",")) else {
        let _: Void? = fail("a comma or '\(Character(UnicodeScalar(close)))' is due")
        return false
      }
      skipSpace()
    }
  }

  /// `null`, `true`, `false` or a number, as written; `null` is nothing.
  private mutating func bareWord() -> SourceNode? {
    let start = index
    while let byte = peek, isBareByte(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard ["null", "true", "false"].contains(word) || isNumber(bytes[start..<index]) else {
      index = start
      return fail("a value is due: text in double quotes, a number, a list or an object")
    }
    return SourceNode(
      .scalar(word == "null" ? "" : word), at: span(from: start, length: index - start))
  }

  /// Text in double quotes.
  private mutating func string() -> Located<String>? {
    let start = index
    var text: [UInt8] = []
    index += 1
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        return Located(String(decoding: text, as: UTF8.self), at: span(from: start, length: index - start))
      case UInt8(ascii: "\\"):
        let place = index - 1
        guard let scalar = escape() else { return nil }
        if isHidden(scalar.value) {
          fault = .hiddenCharacter(scalar.value, at: span(from: place, length: index - place))
          return nil
        }
        text.append(contentsOf: UTF8.encode(scalar)?.map(\.self) ?? [])
      case ..<0x20:
        index -= 1
        return fail("a line end or control character within text; write it as an escape")
      default: text.append(byte)
      }
    }
    index = start
    return fail("text without its closing quote")
  }

  /// What stands after a backslash.
  private mutating func escape() -> UnicodeScalar? {
    let start = index - 1
    guard let byte = peek else { return fail("the text ends within an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let first = unit() {
        if let scalar = UnicodeScalar(first) { return scalar }
        if (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
          let second = unit(),
          (0xDC00..<0xE000).contains(second)
        {
          return UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        }
      }
    default: break
    }
    index = start
    return fail("an escape that JSON does not know")
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")) else {
      return nil
    }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      index += 1
      if byte == 0x0A || (byte == 0x0D && peek != 0x0A) { (line, lineStart) = (line + 1, index) }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func fail<Value>(_ problem: String) -> Value? {
    let isAtEnd = peek.map(isLineEnd) ?? true
    fault = fault ?? .badJSON(problem, at: span(from: index, length: isAtEnd ? 0 : 1))
    return nil
  }

  private func span(from start: Int, length: Int) -> SourceSpan {
    SourceSpan(path: path, line: line, column: start - lineStart + 1, length: length)
  }
}

private func isBareByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// RFC 8259, section 6: `-1.5e+3`, without leading zeros.
private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
  var rest = word.first == UInt8(ascii: "-") ? word.dropFirst() : word
  let whole = rest.prefix(while: isDigit)
  guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
  rest = rest.dropFirst(whole.count)
  if rest.first == UInt8(ascii: ".") {
    let digits = rest.dropFirst().prefix(while: isDigit)
    guard !digits.isEmpty else { return false }
    rest = rest.dropFirst(1 + digits.count)
  }
  guard rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return rest.isEmpty }
  rest = rest.dropFirst()
  if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  return !rest.isEmpty && rest.allSatisfy(isDigit)
}

extension Diagnostic {
  fileprivate static func badJSON(_ problem: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.error, "bad-json", "JSON cannot be read here: \(problem)", at: span)
  }
}
