/// All phrases by the words that they begin with, so that a text is gone through once for all of them.
struct PhraseTable: Sendable {
  struct Match {
    var rule: PhraseRule
    /// Indices of words.
    var words: Range<Int>
    var replacement: String?
    var isException = false
  }

  private struct Entry {
    var hash: UInt64
    var rule: Int
    var phrase: Int
    /// Which words may come second, by the low six bits of their hashes.
    var seconds: UInt64
  }

  private let rules: [PhraseRule]
  private let phrases: [Phrase]
  /// In the order of the low bits of their hashes.
  private let entries: [Entry]
  /// Where the entries with some low bits begin; where those with the next ones do, they end.
  private let starts: [Int]
  private static let mask: UInt64 = 4095

  init(_ rules: [PhraseRule]) {
    self.rules = rules
    var phrases: [Phrase] = []
    var entries: [Entry] = []
    for (rule, value) in rules.enumerated() {
      for phrase in value.phrases {
        entries += phrase.beginnings.map { hash in
          Entry(hash: hash, rule: rule, phrase: phrases.count, seconds: phrase.seconds)
        }
        phrases.append(phrase)
      }
    }
    entries.sort { ($0.hash & Self.mask, $0.phrase) < ($1.hash & Self.mask, $1.phrase) }
    var starts = [Int](repeating: 0, count: Int(Self.mask) + 2)
    for entry in entries { starts[Int(entry.hash & Self.mask) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    (self.phrases, self.entries, self.starts) = (phrases, entries, starts)
  }

  /// Each match of a passage; of those of one rule that overlap, the longest of the first.
  func matches(in scan: WordScan, isCited: Bool) -> [Match] {
    var matches: [Match] = []
    for sentence in scan.sentences {
      let first = matches.count
      for index in sentence.words {
        add(matchesAt: index, of: scan.words, in: sentence.words, after: first, to: &matches)
      }
      guard matches.count > first else { continue }
      let words = Set(scan.words[sentence.words].map(\.hash))
      matches.removeSubrange(
        first...,
        where: { match in
          let rule = match.rule
          return match.isException || !rule.unless.isDisjoint(with: words)
            || (rule.isAnsweredByCitation && isCited)
            || (!rule.needs.isEmpty && rule.needs.isDisjoint(with: words))
            || (rule.sparesNames && match.words.lowerBound > sentence.words.lowerBound
              && scan.words[match.words.lowerBound].capitals > 0)
        })
    }
    return matches
  }

  private func add(
    matchesAt index: Int, of words: [Word], in sentence: Range<Int>, after first: Int,
    to matches: inout [Match]
  ) {
    let hash = words[index].hash
    let bucket = Int(hash & Self.mask)
    let next: UInt64 = index + 1 < sentence.upperBound ? 1 << (words[index + 1].hash & 63) : 0
    for place in starts[bucket]..<starts[bucket + 1] where entries[place].hash == hash {
      guard entries[place].seconds & next != 0 || entries[place].seconds == .max else { continue }
      let phrase = entries[place].phrase
      guard let end = phrases[phrase].end(in: words, from: index, within: sentence) else { continue }
      let match = Match(
        rule: rules[entries[place].rule], words: index..<end,
        replacement: phrases[phrase].replacement(forFirst: hash), isException: phrases[phrase].isException)
      let other = matches[first...].lastIndex {
        $0.rule.rule.id == match.rule.rule.id && $0.words.upperBound > index
      }
      guard let other else {
        matches.append(match)
        continue
      }
      if matches[other].words.lowerBound == index, matches[other].words.count < match.words.count {
        matches[other] = match
      }
    }
  }
}

extension Array {
  /// Removes those elements of a range to its end for which something holds.
  fileprivate mutating func removeSubrange(
    _ range: PartialRangeFrom<Int>, where shouldRemove: (Element) -> Bool
  ) {
    let kept = self[range].filter { !shouldRemove($0) }
    removeSubrange(range)
    self += kept
  }
}
