/// The Flesch–Kincaid grade of a page: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975).
struct Readability {
  /// Above this grade a page may be hard to read: a reading age of about 14, the most that the service manual allows.
  static let hardest = 9.0

  private var words = 0
  private var sentences = 0
  private var syllables = 0

  /// Takes in a passage.
  mutating func add(_ scan: WordScan, of text: [UInt8]) {
    for word in scan.words where word.letters > 0 {
      words += 1
      syllables += Readability.syllables(in: text[word.range])
    }
    sentences += scan.sentences.count
  }

  /// Nil where there is too little text to tell.
  var grade: Double? {
    guard words >= 25, sentences >= 3 else { return nil }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  private static func isVowel(_ small: UInt8) -> Bool {
    switch small {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Groups of vowels, without a final silent e: near enough for English on average.
  private static func syllables(in word: ArraySlice<UInt8>) -> Int {
    var (count, wasVowel) = (0, false)
    for byte in word {
      let isVowel = isVowel(byte | 32)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    if count > 1, word.last == UInt8(ascii: "e"), word.dropLast().last != UInt8(ascii: "l") { count -= 1 }
    return max(1, count)
  }
}
