/// True for 0 to 9.
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// True for a to z.
func isLowercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

/// True for LF and CR.
func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

/// True for the letters and digits of ASCII.
func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLowercase(byte | 0x20) }

/// True for an id of the format: small letters, digits and hyphens.
func isSlug(_ text: some StringProtocol) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy(isSlugByte)
}

/// True for what an id is made of.
func isSlugByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLowercase(byte) || byte == UInt8(ascii: "-") }

/// True for an address of the web.
func isWebAddress(_ text: String) -> Bool {
  for scheme in ["https://", "http://"] where text.hasPrefix(scheme) && text.utf8.count > scheme.utf8.count {
    return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
  return false
}

/// A word of the author's in quotes, for a message: without control characters, and no longer than a message can be.
func quoted(_ word: some StringProtocol) -> String {
  let limit = 80
  let scalars = word.unicodeScalars.prefix(limit + 1).map { scalar in
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : Character(scalar)
  }
  return "'\(String(scalars.prefix(limit)))\(scalars.count > limit ? "…" : "")'"
}

/// A text without the spaces around it.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var (start, end) = (text.startIndex, text.endIndex)
  while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
  while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
  return text[start..<end]
}

/// A number of digits with at most one point among them and perhaps a minus before: `-0.25`; nil for any other text.
func decimalNumber(_ text: some Collection<UInt8>) -> Double? {
  let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
  let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
    digits.count <= 17
  else { return nil }
  return Double(String(decoding: text, as: UTF8.self))
}
