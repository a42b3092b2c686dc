/// Calls `found` with each word of a text: a run of letters and digits in small letters, of two bytes or more and not
/// digits alone.
///
/// One pass over the bytes; only what is not ASCII is looked up in Unicode's tables.
func scanWords(_ text: [UInt8], _ found: (ArraySlice<UInt8>) -> Void) {
  var word: [UInt8] = []
  var index = 0
  func end() {
    if word.count > 1, !word.allSatisfy(isDigit) { found(singular(word[...])) }
    word.removeAll(keepingCapacity: true)
  }
  while index < text.count {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      word.append(byte)
      index += 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      word.append(byte | 0x20)
      index += 1
    case 0..<0x80:
      end()
      index += 1
    default:
      let length = lengthOfScalar(startingWith: byte)
      let scalar = String(decoding: text[index..<min(index + length, text.count)], as: UTF8.self)
      if scalar.unicodeScalars.allSatisfy(isPartOfWord) {
        word.append(contentsOf: scalar.lowercased().utf8)
      } else {
        end()
      }
      index += length
    }
  }
  end()
}

/// A word without the `s` of its plural.
///
/// The script does the same to what a reader types, so that it is right wherever it is the same; it is no grammar.
private func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard word.count > 3, word.last == UInt8(ascii: "s") else { return word }
  switch word[word.endIndex - 2] {
  case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return word
  default: return word.dropLast()
  }
}

private func lengthOfScalar(startingWith byte: UInt8) -> Int {
  switch byte {
  case 0xF0...: 4
  case 0xE0...: 3
  case 0xC0...: 2
  default: 1
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
    .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
    true
  default: false
  }
}
