/// The words and sentences of a passage, found in one walk.
struct WordScan {
  struct Sentence {
    /// Indices into `words`.
    var words: Range<Int>
  }

  private(set) var words: [Word] = []
  private(set) var sentences: [Sentence] = []
  /// What stands between quotation marks, with them.
  private(set) var quotations: [Range<Int>] = []

  private let text: [UInt8]
  private var index = 0
  private var lastEnd = 0
  private var firstWord = 0
  private var quotation: Int?

  init(_ text: [UInt8]) {
    self.text = text
    words.reserveCapacity(text.count / 5)
    while index < text.count { step() }
    endSentence()
  }

  /// True for what a person says within this text.
  func isQuoted(_ range: Range<Int>) -> Bool {
    quotations.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
  }

  private mutating func step() {
    let byte = text[index]
    if isWordByte(at: index) {
      readWord()
    } else {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
        index += 1
        if endsSentence(at: index) { endSentence() }
      case UInt8(ascii: "\""):
        toggleQuotation(length: 1)
      case 0xE2:
        if text.has("\u{201C}", at: index) || text.has("\u{201D}", at: index) {
          toggleQuotation(length: 3)
        } else {
          index += 3
        }
      case 0xC2: index += 2
      default: index += 1
      }
    }
  }

  private mutating func toggleQuotation(length: Int) {
    index += length
    guard let start = quotation else { return quotation = index - length }
    quotations.append(start..<index)
    quotation = nil
  }

  private mutating func readWord() {
    let start = index
    var hash = WordHash()
    var (capitals, letters, digits) = (0, 0, 0)
    while index < text.count {
      let byte = text[index]
      if isWordByte(at: index) {
        if byte.isLetter { letters += 1 }
        if byte.isCapital { capitals += 1 }
        if byte.isDigit { digits += 1 }
        hash.add(byte.lowercased)
        index += 1
      } else if let length = apostrophe(at: index), isWordByte(at: index + length) {
        hash.add(UInt8(ascii: "'"))
        index += length
      } else {
        break
      }
    }
    words.append(
      Word(
        start: start, end: index, hash: hash.value, isNumber: digits > 0 && letters == 0, capitals: capitals,
        letters: letters, followsOn: followsOn(start),
        isHyphenated: !words.isEmpty && start - lastEnd == 1 && text[lastEnd] == .hyphen))
    lastEnd = index
  }

  /// Whether nothing but blanks or a hyphen stands between the last word and this one.
  private func followsOn(_ start: Int) -> Bool {
    guard !words.isEmpty, lastEnd < start else { return false }
    if start - lastEnd == 1 { return text[lastEnd] == .hyphen || text[lastEnd].isBlank }
    return text[lastEnd..<start].allSatisfy(\.isBlank) || text[lastEnd..<start].elementsEqual([0xC2, 0xA0])
  }

  /// Letters, digits, placeholders, and letters beyond ASCII, which punctuation of U+2000 to U+20FF and U+00A0 to U+00BF
  /// is not.
  private func isWordByte(at index: Int) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    if byte < 0x80 { return byte.isLetter || byte.isDigit || byte == Passage.placeholder }
    switch byte {
    case 0xE2: return false
    case 0xC2: return false
    default: return true
    }
  }

  private func apostrophe(at index: Int) -> Int? {
    if text[index] == UInt8(ascii: "'") { return 1 }
    return text.has("\u{2019}", at: index) ? 3 : nil
  }

  /// Whether a stop before an index ends a sentence: a capital, a digit, a quotation or nothing follows, and no
  /// abbreviation stands before it.
  private func endsSentence(at end: Int) -> Bool {
    var next = end
    while next < text.count,
      [UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "'")].contains(text[next])
        || text.has("\u{201D}", at: next)
    {
      next += text[next] == 0xE2 ? 3 : 1
    }
    guard next < text.count else { return true }
    guard text[next].isBlank else { return false }
    while next < text.count, text[next].isBlank { next += 1 }
    guard next < text.count else { return true }
    if let last = words.last, last.end == end - 1, last.letters == last.end - last.start,
      Self.abbreviations.contains(last.hash)
    {
      return false
    }
    let byte = text[next]
    return byte.isCapital || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "(") || byte == Passage.placeholder
  }

  private static let abbreviations = Set(
    ["dr", "mr", "mrs", "ms", "st", "eg", "ie", "vs"].map { WordHash(of: $0.utf8).value })

  private mutating func endSentence() {
    if firstWord < words.count { sentences.append(Sentence(words: firstWord..<words.count)) }
    firstWord = words.count
  }
}
