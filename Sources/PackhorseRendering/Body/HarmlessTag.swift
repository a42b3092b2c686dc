import PackhorseCore

/// A tag of a harmless element with harmless attributes alone, each once, written in lower case; nothing else is recognised.
struct HarmlessTag {
  /// Its place in `HarmlessElement.all`.
  let element: Int
  let isClosing: Bool
  /// Names and values as they stand between the quotation marks.
  let attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>?)]
  /// The index just past `>`.
  let end: Int

  /// Reads a tag that begins at `start`, where `<` stands.
  init?(_ bytes: ArraySlice<UInt8>, at start: Int) {
    var scanner = TagScanner(rest: bytes[(start + 1)...])
    isClosing = scanner.skip(UInt8(ascii: "/"))
    guard let element = HarmlessElement.index(of: scanner.name()) else { return nil }
    self.element = element
    var attributes: [(ArraySlice<UInt8>, ArraySlice<UInt8>?)] = []
    while scanner.skipSpaces(), scanner.isAtName {
      guard !isClosing, let attribute = scanner.attribute(),
        HarmlessElement.allows(attribute: attribute.name),
        !attributes.contains(where: { $0.0 == attribute.name })
      else { return nil }
      attributes.append(attribute)
    }
    _ = scanner.skip(UInt8(ascii: "/"))
    guard scanner.skip(UInt8(ascii: ">")) else { return nil }
    self.attributes = attributes
    self.end = scanner.rest.startIndex
  }
}

/// Reads the parts of a tag from its front.
private struct TagScanner {
  var rest: ArraySlice<UInt8>

  var isAtName: Bool { rest.first.map(isNameByte) ?? false }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  /// Skips white space; true where there was any.
  mutating func skipSpaces() -> Bool {
    let start = rest.startIndex
    rest = rest.drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    return rest.startIndex > start
  }

  mutating func name() -> ArraySlice<UInt8> {
    let name = rest.prefix(while: isNameByte)
    rest = rest[name.endIndex...]
    return name
  }

  /// A name alone, or with a value in quotation marks.
  mutating func attribute() -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>?)? {
    let name = name()
    guard skip(UInt8(ascii: "=")) else { return (name, nil) }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    let value = rest[(rest.startIndex + 1)..<end]
    rest = rest[(end + 1)...]
    return (name, value)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
  }
}
