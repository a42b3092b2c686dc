/// Words in a row that a rule is about, with what to write in their place where that is always right.
///
/// Written as `in order to=to`. `a|b` is one of several words, with as many replacements if those differ; `?a|b` may be
/// missing; `…` stands for up to three words; `#` for a number; `on-line` needs its hyphen, and other words may have a
/// blank or a hyphen between them. A first `!` makes it one that is fine: "medication review". A last `$` asks that no noun follows: "the disabled", but not "the disabled toilet".
struct Phrase: Sendable {
  enum Element: Sendable {
    case word([UInt64], isHyphenated: Bool)
    case optional([UInt64])
    case number
    case gap
    case end
  }

  let elements: [Element]
  /// The hashes of the words it can begin with.
  let beginnings: [UInt64]
  /// True for what the rule is not about, though a shorter phrase of it would match.
  let isException: Bool
  private let replacements: [String]

  init(_ written: String) {
    isException = written.hasPrefix("!")
    let sides = written.dropFirst(isException ? 1 : 0).split(separator: "=", maxSplits: 1)
    replacements = sides.count > 1 ? sides[1].split(separator: "|").map(String.init) : []
    elements = sides[0].split(separator: " ").flatMap(Phrase.elements)
    beginnings = if case .word(let hashes, _)? = elements.first { hashes } else { [] }
  }

  /// Which words may come second, by the low six bits of their hashes; all bits where any may, or none has to.
  var seconds: UInt64 {
    guard elements.count > 1, case .word(let hashes, _) = elements[1] else { return .max }
    return hashes.reduce(0) { $0 | 1 << ($1 & 63) }
  }

  private static func elements(of part: Substring) -> [Element] {
    switch part {
    case "…": [.gap]
    case "#": [.number]
    case "$": [.end]
    case _ where part.first == "?": [.optional(hashes(of: part.dropFirst()))]
    default:
      part.split(separator: "-").enumerated().map { index, word in
        .word(hashes(of: word), isHyphenated: index > 0)
      }
    }
  }

  private static func hashes(of words: Substring) -> [UInt64] {
    words.split(separator: "|").map { WordHash(of: $0.utf8).value }
  }

  /// What to write instead of a match whose first word has this hash.
  func replacement(forFirst hash: UInt64) -> String? {
    guard replacements.count > 1, let index = beginnings.firstIndex(of: hash) else {
      return replacements.first
    }
    return index < replacements.count ? replacements[index] : nil
  }
}

extension Phrase {
  /// The index just past the words that match from `start` on, within `sentence`.
  func end(in words: [Word], from start: Int, within sentence: Range<Int>) -> Int? {
    var index = start
    var mayLeap = false
    for element in elements {
      switch element {
      case .gap: mayLeap = true
      case .optional(let hashes):
        if index < sentence.upperBound, words[index].followsOn, hashes.contains(words[index].hash) {
          index += 1
        }
      case .end: guard !Phrase.nounFollows(words, at: index, within: sentence) else { return nil }
      case .number, .word:
        guard let found = find(element, in: words, from: index, to: sentence.upperBound, mayLeap, start)
        else {
          return nil
        }
        index = found + 1
        mayLeap = false
      }
    }
    return index
  }

  private func find(
    _ element: Element, in words: [Word], from index: Int, to end: Int, _ mayLeap: Bool, _ start: Int
  ) -> Int? {
    for candidate in index..<max(index, min(end, index + (mayLeap ? 4 : 1))) {
      let word = words[candidate]
      guard candidate == start || mayLeap || word.followsOn else { return nil }
      switch element {
      case .number where word.isNumber: return candidate
      case .word(let hashes, let isHyphenated)
      where hashes.contains(word.hash) && (word.isHyphenated || !isHyphenated):
        return candidate
      default: continue
      }
    }
    return nil
  }

  private static func nounFollows(_ words: [Word], at index: Int, within sentence: Range<Int>) -> Bool {
    index < sentence.upperBound && words[index].followsOn && !smallWords.contains(words[index].hash)
  }

  /// Words that follow a noun and do not begin with one.
  private static let smallWords = Set(
    """
    is are was were be been has have had do does did can could may might must shall should will would and or but who \
    that which in on at of to for with by from as than often seldom never always also get go come need want live \
    meet eat say tell ask if when because so not
    """.split(separator: " ").map { WordHash(of: $0.utf8).value })
}
