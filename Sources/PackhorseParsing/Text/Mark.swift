/// A sequence of bytes that a text does not hold, put where libcmark must not lose sight of a place.
///
/// It is made of a noncharacter of Unicode, repeated once more than the text itself repeats it. libcmark takes it for
/// an ordinary character; it is taken out of every literal again.
struct Mark {
  static let scalar: [UInt8] = [0xEF, 0xB7, 0x90]  // U+FDD0

  let bytes: [UInt8]

  init(absentFrom text: [UInt8]) {
    var longest = 0
    var run = 0
    var index = 0
    while index < text.count {
      if text[index] == Self.scalar[0], text[index...].starts(with: Self.scalar) {
        run += 1
        longest = max(longest, run)
        index += Self.scalar.count
      } else {
        run = 0
        index += 1
      }
    }
    bytes = Array(repeatElement(Self.scalar, count: longest + 1).joined())
  }
}
