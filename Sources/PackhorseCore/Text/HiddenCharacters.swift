/// True for a code point that no page shows as what it is.
///
/// These are control characters other than tabs and line ends, signs that turn the direction of writing round for all
/// that follows (Unicode Standard Annex 9, explicit embeddings and overrides), and code points that never stand for a
/// character. Isolates and marks, which text from right to left may need, are not among them.
package func isHidden(_ codePoint: UInt32) -> Bool {
  switch codePoint {
  case 0x09, 0x0A, 0x0D: false
  case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0xFDD0...0xFDEF: true
  default: codePoint & 0xFFFE == 0xFFFE
  }
}

extension Diagnostic {
  /// A code point that is hidden, written as it is or as an escape.
  package static func hiddenCharacter(_ codePoint: UInt32, at span: SourceSpan) -> Diagnostic {
    let number = String(codePoint, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
    let turns = (0x202A...0x202E).contains(codePoint)
    return Diagnostic(
      .error, "hidden-character",
      turns ? "\(name) turns the writing round" : "\(name) is a control character", at: span,
      because: turns
        ? "What stands behind it would be shown in another order than it is written."
        : "Nobody can see it, and no two programs treat it alike.",
      suggestion: "delete it; it may have come with text from another program")
  }
}
