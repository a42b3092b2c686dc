extension Proof {
  /// Punctuation, and signs that stand for words.
  mutating func checkSigns(of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"):
        if text.byte(index - 1) == .space, text.byte(index + 1) == .space {
          report(.ampersand, index..<index + 1, of: passage, scan)
        }
      case UInt8(ascii: "!"): report(.exclamation, index..<index + 1, of: passage, scan)
      case .hyphen, 0xE2: checkDash(at: index, of: passage, scan)
      case UInt8(ascii: "/"): checkSlash(at: index, of: passage, scan)
      case UInt8(ascii: "("): checkBracket(at: index, of: passage, scan)
      case UInt8(ascii: "~"), UInt8(ascii: ">"), UInt8(ascii: "<"):
        let next = text.byte(index + 1) == .space ? text.byte(index + 2) : text.byte(index + 1)
        if next.isDigit { report(.symbol, index..<index + 1, of: passage, scan) }
      case UInt8(ascii: "+") where text.has("+/-", at: index):
        report(.symbol, index..<index + 3, of: passage, scan)
      case 0xC2 where text.has("±", at: index): report(.symbol, index..<index + 2, of: passage, scan)
      case UInt8(ascii: "."): checkStop(at: index, of: passage, scan)
      case UInt8(ascii: "h"), UInt8(ascii: "w"): checkAddress(at: index, of: passage)
      default: break
      }
      index += byte >= 0xE0 ? 3 : 1
    }
    checkLatin(of: passage, scan)
  }

  private mutating func checkDash(at index: Int, of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    if text.has("≥", at: index) || text.has("≤", at: index) || text.has("→", at: index) {
      if passage.kind != .cell { report(.symbol, index..<index + 3, of: passage, scan) }
      return
    }
    let isLong = text.has("—", at: index)
    guard isLong || text.has("–", at: index) || text[index] == .hyphen else { return }
    let length = text[index] == .hyphen ? 1 : 3
    let isParted = text.byte(index - 1).isBlank && text.byte(index + length).isBlank
    let isBetweenWords =
      isLong && text.byte(index - 1).isLetter && text.byte(index + length).isLetter
    if isParted || isBetweenWords { report(.dash, index..<index + length, of: passage, scan) }
  }

  /// Reports a slash that joins "and" and "or", or two pronouns.
  private mutating func checkSlash(at index: Int, of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    func stands(_ left: StaticString, _ right: StaticString) -> Range<Int>? {
      let start = index - left.utf8CodeUnitCount
      let end = index + 1 + right.utf8CodeUnitCount
      let isWhole = !text.byte(start - 1).isLetter && !text.byte(end).isLetter
      return isWhole && text.has(left, at: start) && text.has(right, at: index + 1) ? start..<end : nil
    }
    if let range = stands("and", "or") { return report(.andOr, range, of: passage, scan) }
    let pairs = [
      stands("he", "she"), stands("she", "he"), stands("his", "her"), stands("her", "his"),
      stands("him", "her"), stands("s", "he"), stands("his", "hers"),
    ]
    if let range = pairs.compactMap(\.self).first { report(.genderedWord, range, of: passage, scan) }
  }

  /// Reports the plural in brackets, as in `patient(s)`.
  private mutating func checkBracket(at index: Int, of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    guard text.byte(index - 1).isLetter, text.has("(s)", at: index) || text.has("(es)", at: index) else {
      return
    }
    let end = text.byte(index + 1) == UInt8(ascii: "s") ? index + 3 : index + 4
    report(.bracketedPlural, index..<end, of: passage, scan)
  }

  /// Reports stops as in `Dr.` and `N.H.S.` before more text.
  private mutating func checkStop(at index: Int, of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    var start = index
    while text.byte(start - 1).isLetter { start -= 1 }
    let title = text[start..<index]
    if text.byte(index + 1) == .space, (2...4).contains(title.count), KnownWords.isTitle(title) {
      return report(.abbreviationStops, start..<index + 1, of: passage, scan, Array(title))
    }
    let isFirst = title.count == 1 && text.byte(start - 1) != UInt8(ascii: ".")
    guard isFirst, title.first?.isCapital == true, text.byte(index + 1).isCapital,
      text.byte(index + 2) == UInt8(ascii: ".")
    else { return }
    var end = index
    while text.byte(end + 1).isCapital, text.byte(end + 2) == UInt8(ascii: ".") { end += 2 }
    report(.abbreviationStops, start..<end + 1, of: passage, scan)
  }

  /// An address that stands as text.
  private mutating func checkAddress(at index: Int, of passage: Passage) {
    let text = passage.text
    guard !text.byte(index - 1).isLetter,
      text.has("https://", at: index) || text.has("http://", at: index) || text.has("www.", at: index)
    else { return }
    var end = index
    while end < text.count, !text[end].isBlank, text[end] != UInt8(ascii: ")") { end += 1 }
    report(.bareAddress, index..<end, of: passage)
  }

  /// Reports Latin abbreviations, with stops or without.
  private mutating func checkLatin(of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    for word in scan.words where word.range.count <= 3 && !word.isHyphenated {
      guard let (length, english) = latin(word, in: text) else { continue }
      // A comma or bracket before it shows that the English words fit in its place.
      let fits =
        text.byte(word.start - 1) == UInt8(ascii: "(") || text.byte(word.start - 2) == UInt8(ascii: ",")
      let range = word.start..<word.start + length
      report(.latin, range, of: passage, scan, fits ? english.map { Array($0.utf8) } : nil)
    }
  }

  /// The length of a Latin abbreviation with what to write for it; nil for any other word.
  private func latin(_ word: Word, in text: [UInt8]) -> (length: Int, english: String?)? {
    let (start, count) = (word.start, word.range.count)
    switch text[start] {
    case UInt8(ascii: "e"):
      if text.has("e.g.", at: start) { return (4, "for example") }
      if count == 2, text.has("eg", at: start) { return (2, "for example") }
      return count == 3 && text.has("etc", at: start) ? (3, nil) : nil
    case UInt8(ascii: "i"):
      if text.has("i.e.", at: start) { return (4, "that is") }
      return count == 2 && text.has("ie", at: start) ? (2, "that is") : nil
    case UInt8(ascii: "v"): return count == 3 && text.has("viz", at: start) ? (3, nil) : nil
    default: return nil
    }
  }

  private mutating func report(
    _ rule: StyleRule, _ range: Range<Int>, of passage: Passage, _ scan: WordScan,
    _ replacement: [UInt8]? = nil
  ) {
    guard rule.reach.covers(voice(of: range, in: passage, scan)) else { return }
    report(rule, range, of: passage, replacement: replacement)
  }
}
