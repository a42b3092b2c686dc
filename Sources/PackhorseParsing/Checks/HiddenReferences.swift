import PackhorseCore

extension BodyText {
  /// Reports references to characters that are hidden (`&#x202E;`): as themselves they are refused before.
  var hiddenReferences: [Diagnostic] {
    var problems: [Diagnostic] = []
    var start = 0
    while let place = original.bytes.firstIndex(of: "&#".utf8, from: start) {
      start = place + 2
      guard let reference = reference(at: place), isHidden(reference.codePoint) else { continue }
      problems.append(.hiddenCharacter(reference.codePoint, at: span(place..<reference.end)))
    }
    return problems
  }

  /// The code point of a numeric reference as CommonMark has it, with up to seven digits; nil behind a backslash.
  ///
  /// Zero stands for a replacement character.
  private func reference(at place: Int) -> (codePoint: UInt32, end: Int)? {
    let isHexadecimal = original.bytes[(place + 2)...].first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = original.bytes[(place + (isHexadecimal ? 3 : 2))...].prefix(7).prefix(while: \.isHexDigit)
    guard original.bytes[digits.endIndex...].first == UInt8(ascii: ";"),
      place == 0 || original.bytes[place - 1] != UInt8(ascii: "\\"),
      let codePoint = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      codePoint > 0
    else { return nil }
    return (codePoint, digits.endIndex + 1)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { isDigit || (97...102).contains(self | 32) }
}
