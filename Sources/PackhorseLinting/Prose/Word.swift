/// A word or number of a passage: letters, digits, apostrophes inside; a hyphen ends it.
struct Word {
  var start: Int
  var end: Int
  /// Of its letters in small form, whichever apostrophe they have.
  var hash: UInt64
  var isNumber: Bool
  /// How many of its letters are capitals, and how many letters it has.
  var capitals: Int
  var letters: Int
  /// True where nothing but one blank or hyphen, or several blanks, parts it from the word before.
  var followsOn: Bool
  /// True where a hyphen parts it from the word before.
  var isHyphenated: Bool

  var range: Range<Int> { start..<end }
  var isCapitalised: Bool { capitals == 1 && letters > 1 }
  var isAllCapitals: Bool { capitals > 1 && capitals == letters }
}

/// FNV-1a, byte by byte.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  init() {}

  init(of word: some Sequence<UInt8>) {
    for byte in word { add(byte) }
  }
}
