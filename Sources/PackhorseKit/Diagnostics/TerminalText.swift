/// Text that can be shown on a terminal as it is: a file's bytes must not move the cursor or turn the writing round.
struct TerminalText {
  private(set) var text = ""

  /// A tab becomes four blanks; control, format and separator characters become U+FFFD.
  init(_ source: some StringProtocol) {
    guard !source.utf8.allSatisfy(Self.isPlain) else {
      text = String(source)
      return
    }
    for scalar in source.unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar == "\t": text += "    "
      case _ where scalar == TerminalText.joiner: text.unicodeScalars.append(scalar)
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  init(bytes: ArraySlice<UInt8>) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// ASCII that shows as it is, one cell each: nearly every text is nothing else.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

  /// Joins the parts of one picture in families and flags.
  private static let joiner: Unicode.Scalar = "\u{200D}"

  /// How many cells it takes: two for East Asian wide characters and pictures, none for marks on their own.
  var width: Int {
    text.utf8.allSatisfy(Self.isPlain)
      ? text.utf8.count : text.reduce(0) { $0 + TerminalText.width(of: $1) }
  }

  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isWide =
      wide.contains { $0.contains(first.value) } || first.properties.isEmojiPresentation
      || character.unicodeScalars.contains("\u{FE0F}")
    return isWide ? 2 : 1
  }

  /// East Asian Width W and F, as blocks (Unicode Standard Annex 11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}

/// True for a text of one line that is not blank and shows as it is: nothing in it is invisible but blanks.
package func isOneLine(_ text: String) -> Bool {
  TerminalText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars)
    && text.contains { !$0.isWhitespace }
}
