/// Reads HTML, SVG and XML piece by piece, leniently: whatever it cannot understand is text.
struct MarkupReader {
  enum Piece {
    case opens(Tag)
    case closes(String)
    case text(String, at: Int)
    case comment(String, at: Int)
  }

  struct Tag {
    let name: String
    let attributes: [String: String]
    let offset: Int
    /// Closed in the same place, as `<circle/>`.
    let isEmpty: Bool

    func has(class name: String) -> Bool {
      attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false
    }
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The element whose content is text and nothing else, until it closes.
  private var rawElement: String?

  /// Elements that HTML never closes.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next piece, or nil at the end.
  mutating func next() -> Piece? {
    guard index < bytes.count else { return nil }
    if let raw = rawElement {
      rawElement = nil
      let start = index
      index = find(Array("</\(raw)".utf8)) ?? bytes.count
      if index > start { return .text(text(start..<index), at: start) }
    }
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return readText() }
    switch bytes[index + 1] {
    case UInt8(ascii: "!") where bytes[index...].starts(with: "<!--".utf8):
      let start = index
      let end = find(Array("-->".utf8)) ?? bytes.count
      index = min(bytes.count, end + 3)
      return .comment(text(start..<index), at: start)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      index = (find([UInt8(ascii: ">")]) ?? bytes.count - 1) + 1
      return next()
    case UInt8(ascii: "/"):
      let start = index + 2
      index = (find([UInt8(ascii: ">")]) ?? bytes.count - 1) + 1
      return .closes(name(from: start))
    case let byte where byte.isLetter: return .opens(readTag())
    default: return readText()
    }
  }

  private mutating func readText() -> Piece {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(decoded(text(start..<index)), at: start)
  }

  private func name(from start: Int) -> String {
    let end = bytes[start...].firstIndex { !$0.isNamePart } ?? bytes.count
    return text(start..<end).lowercased()
  }

  private mutating func readTag() -> Tag {
    let offset = index
    let name = name(from: index + 1)
    index += 1 + name.utf8.count
    var attributes: [String: String] = [:]
    var isEmpty = Self.void.contains(name)
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/") { isEmpty = true }
      guard bytes[index].isNamePart else {
        index += 1
        continue
      }
      isEmpty = Self.void.contains(name)
      let key = self.name(from: index)
      index += key.utf8.count
      attributes[key] = readValue()
    }
    index = min(bytes.count, index + 1)
    if !isEmpty, name == "script" || name == "style" { rawElement = name }
    return Tag(name: name, attributes: attributes, offset: offset, isEmpty: isEmpty)
  }

  private mutating func readValue() -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
    index += 1
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted ? byte == quote : byte == UInt8(ascii: ">") || byte == UInt8(ascii: " ") { break }
      index += 1
    }
    let value = decoded(text(start..<index))
    if isQuoted { index = min(bytes.count, index + 1) }
    return value
  }

  private func find(_ part: [UInt8]) -> Int? {
    var start = index
    while start + part.count <= bytes.count {
      if bytes[start] == part[0], bytes[start..<start + part.count].elementsEqual(part) { return start }
      start += 1
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// A text with the character references that stand for single characters replaced.
private func decoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var result = ""
  var rest = Substring(text)
  while let start = rest.firstIndex(of: "&") {
    result += rest[..<start]
    rest = rest[start...]
    guard let end = rest.prefix(12).firstIndex(of: ";"),
      let character = character(String(rest[rest.index(after: start)..<end]))
    else {
      result += "&"
      rest = rest.dropFirst()
      continue
    }
    result.append(character)
    rest = rest[rest.index(after: end)...]
  }
  return result + rest
}

private func character(_ name: String) -> Character? {
  let known: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "minus": "−",
  ]
  if let character = known[name] { return character }
  guard name.hasPrefix("#") else { return nil }
  let digits = name.dropFirst()
  let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
  let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return code.flatMap(Unicode.Scalar.init).map(Character.init)
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }

  fileprivate var isNamePart: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(self)
  }
}
