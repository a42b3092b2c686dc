import PackhorseCore

/// Counts the words of a text: runs without spaces that hold a letter or a digit.
///
/// Blocks of code hold none.
struct WordCounter {
  private(set) var count = 0
  /// Whether the last byte belongs to a word that was counted.
  private var isInWord = false

  mutating func pass(_ kind: Document.Kind, in document: Document) {
    switch kind {
    case .text(let range), .code(let range): document[range].withUnsafeBufferPointer { pass($0) }
    case .inlineDirective(_, let text): pass(text.utf8)
    case .emphasis, .strong, .link, .image, .citation, .htmlInline: break
    default: isInWord = false
    }
  }

  private mutating func pass(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      // Most bytes stand in a word and are no space.
      if byte <= UInt8(ascii: " ") {
        if byte.isSpace { isInWord = false }
      } else if !isInWord, byte.isLetter || byte.isDigit || byte.beginsForeignLetter {
        isInWord = true
        count += 1
      }
    }
  }
}

extension UInt8 {
  /// The first byte of a character outside ASCII that is a letter, near enough: signs and dashes begin with C2 and E2.
  fileprivate var beginsForeignLetter: Bool { self >= 0xC3 && self != 0xE2 }
}
