/// Three bytes that stand beside places which libcmark must not lose sight of: the noncharacter U+FDD0.
///
/// Unicode keeps it for uses like this one, inside a program. libcmark takes it for an ordinary character; it is taken
/// out of every literal again. Where an author wrote it, a replacement character stands instead.
enum Mark {
  static let bytes: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// A text without marks, of the same length.
  static func removed(from text: [UInt8]) -> [UInt8] {
    var text = text
    var index = 0
    while let next = text.firstIndex(of: bytes, from: index) {
      index = next + bytes.count
      text.replaceSubrange(next..<index, with: replacement)
    }
    return text
  }
}
