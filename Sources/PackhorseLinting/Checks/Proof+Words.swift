extension Proof {
  /// Capitals, abbreviations and words that stand twice.
  mutating func checkWords(of passage: Passage, _ scan: WordScan) {
    var index = 0
    while index < scan.words.count {
      checkRepeated(index, of: passage, scan)
      checkJobTitle(index, of: passage, scan)
      index +=
        scan.words[index].isAllCapitals || scan.words[index].isPluralAbbreviation(in: passage.text)
        ? checkCapitals(index, of: passage, scan) : 1
    }
  }

  private mutating func checkRepeated(_ index: Int, of passage: Passage, _ scan: WordScan) {
    guard index > 0 else { return }
    let (one, two) = (scan.words[index - 1], scan.words[index])
    guard one.hash == two.hash, two.followsOn, !two.isHyphenated, one.letters > 0,
      one.letters == one.range.count, two.capitals == 0, !KnownWords.twice.contains(one.hash),
      StyleRule.repeatedWord.reach.covers(voice(of: two.range, in: passage, scan))
    else { return }
    report(.repeatedWord, one.end..<two.end, of: passage, replacement: [])
  }

  /// `Link Worker`, where no third capital shows a name.
  private mutating func checkJobTitle(_ index: Int, of passage: Passage, _ scan: WordScan) {
    let words = scan.words
    guard index + 1 < words.count, words[index].isCapitalised, words[index + 1].isCapitalised,
      words[index + 1].followsOn, KnownWords.jobBeginnings.contains(words[index].hash),
      KnownWords.jobEndings.contains(words[index + 1].hash),
      index + 2 >= words.count || !words[index + 2].followsOn || words[index + 2].capitals == 0,
      index == 0 || !words[index].followsOn || words[index - 1].capitals == 0
        || words[index - 1].range.count < 4
    else { return }
    let range = words[index].start..<words[index + 1].end
    guard StyleRule.jobTitleCase.reach.covers(voice(of: range, in: passage, scan)) else { return }
    report(.jobTitleCase, range, of: passage)
  }

  /// A word in capitals, or several: gives how many words were looked at.
  private mutating func checkCapitals(_ index: Int, of passage: Passage, _ scan: WordScan) -> Int {
    let words = scan.words
    var end = index + 1
    while end < words.count, words[end].followsOn, !words[end].isHyphenated, words[end].isAllCapitals {
      end += 1
    }
    let range = words[index].start..<words[end - 1].end
    guard StyleRule.capitals.reach.covers(voice(of: range, in: passage, scan)) else { return end - index }
    let letters = words[index..<end].reduce(0) { $0 + $1.letters }
    if end - index > 2 && letters > 11 || words[index..<end].contains(where: KnownWords.isShouted) {
      report(.capitals, range, of: passage)
      return end - index
    }
    for word in words[index..<end] { checkAbbreviation(word, of: passage) }
    return end - index
  }

  private mutating func checkAbbreviation(_ word: Word, of passage: Passage) {
    let text = passage.text
    guard (2...5).contains(word.letters), word.letters == word.range.count,
      ![.hyphen, UInt8(ascii: "&"), UInt8(ascii: ".")].contains(text.byte(word.start - 1)),
      text.byte(word.end) != .hyphen, text.byte(word.end) != UInt8(ascii: "&")
    else { return }
    let letters = text[word.range].prefix { $0.isCapital }
    let abbreviation = String(decoding: letters, as: UTF8.self)
    guard !KnownWords.abbreviations.contains(abbreviation),
      knownAbbreviations.insert(abbreviation).inserted
    else { return }
    let isExplained =
      text.byte(word.start - 1) == UInt8(ascii: "(") || text.has(" (", at: word.end)
      || passage.kind == .title
    if isExplained {
      if passage.kind == .title { knownAbbreviations.remove(abbreviation) }
      return
    }
    report(.undefinedAbbreviation, word.range, of: passage)
  }
}

extension Word {
  /// `GPs`, `PCNs`.
  fileprivate func isPluralAbbreviation(in text: [UInt8]) -> Bool {
    capitals > 1 && capitals == letters - 1 && range.count == letters && text[end - 1] == UInt8(ascii: "s")
  }
}
