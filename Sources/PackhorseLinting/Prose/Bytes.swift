extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let hyphen = UInt8(ascii: "-")

  var isCapital: Bool { self >= 65 && self <= 90 }
  var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  var isDigit: Bool { self >= 48 && self <= 57 }
  var lowercased: UInt8 { isCapital ? self | 32 : self }
  /// A blank or a line's end.
  var isBlank: Bool { self == 32 || (self >= 9 && self <= 13) }
}

extension [UInt8] {
  /// Where some bytes occur from an index on, if that is within so many bytes.
  func firstIndex(of needle: ArraySlice<UInt8>, from start: Int, within distance: Int) -> Int? {
    guard start >= 0, let first = needle.first else { return nil }
    let last = Swift.min(start + distance, count - needle.count)
    var index = start
    while index <= last {
      if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  /// The byte at an index; 0 outside.
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? self[index] : 0 }

  /// True where these ASCII bytes stand at an index.
  func has(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}
