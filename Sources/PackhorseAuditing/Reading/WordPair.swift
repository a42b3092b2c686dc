/// Two words that follow one another, one of them with a digit: what a number is said of.
struct WordPair: Hashable, Sendable {
  let first: String
  let second: String

  /// The pairs of a text; a zero character, and what ends a sentence, stand between words that are no neighbours.
  static func pairs(in text: String) -> Set<WordPair> {
    Set(lists(text).flatMap { words in zip(words, words.dropFirst()).compactMap(WordPair.init) })
  }

  /// The words that hold a digit, each with the pairs that it forms.
  static func numbers(in text: String) -> [(word: String, pairs: [WordPair])] {
    lists(text).flatMap { words in
      words.indices.filter { words[$0].hasDigit }.map { index in
        let before = index > 0 ? WordPair(words[index - 1], words[index]) : nil
        let after = index + 1 < words.count ? WordPair(words[index], words[index + 1]) : nil
        return (words[index], [before, after].compactMap(\.self))
      }
    }
  }

  private init?(_ first: String, _ second: String) {
    guard first.hasDigit || second.hasDigit else { return nil }
    (self.first, self.second) = (first, second)
  }

  private static func lists(_ text: String) -> [[String]] {
    var lists: [[String]] = [[]]
    var word = ""
    var mayEnd = false
    for character in text {
      if character.isLetter || character.isNumber {
        word.append(character)
        mayEnd = false
        continue
      }
      if !word.isEmpty { lists[lists.count - 1].append(word.lowercased()) }
      word = ""
      // A point within a number ends no sentence.
      if character == "\u{0}" || mayEnd && character.isWhitespace { lists.append([]) }
      mayEnd = ".?!:;".contains(character) || mayEnd && !character.isWhitespace
    }
    if !word.isEmpty { lists[lists.count - 1].append(word.lowercased()) }
    return lists
  }
}

extension String {
  /// True where there is any digit in it.
  var hasDigit: Bool { contains(where: \.isNumber) }
}
