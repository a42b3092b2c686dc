extension Proof {
  private static let mostWords = 20
  private static let mostSentences = 3

  /// How long sentences and paragraphs are; what people say has the length that it has.
  mutating func checkLength(of passage: Passage, _ scan: WordScan) {
    guard passage.voice == .site else { return }
    readability.add(scan, of: passage.text)
    for sentence in scan.sentences where sentence.words.count > Self.mostWords {
      let words = scan.words[sentence.words]
      guard let first = words.first, let last = words.last, count(words) > Self.mostWords,
        !scan.quotations.contains(where: { $0.overlaps(first.start..<last.end) })
      else { continue }
      let middle = words[sentence.words.lowerBound + Self.mostWords]
      report(.sentenceLength, middle.start..<middle.end, of: passage)
    }
    let sentences = scan.sentences.filter { scan.words[$0.words.lowerBound].start >= passage.labelLength }
    guard passage.kind == .paragraph, sentences.count > Self.mostSentences, scan.quotations.isEmpty else {
      return
    }
    let fourth = scan.words[sentences[Self.mostSentences].words.lowerBound]
    report(.paragraphLength, fourth.range, of: passage)
  }

  /// What a hyphen joins counts once, and so does a number with its point, comma or slash.
  private func count(_ words: ArraySlice<Word>) -> Int {
    var (count, last) = (0, -2)
    for word in words {
      let isJoined = word.isHyphenated || (word.isNumber && word.start == last + 1)
      if !isJoined { count += 1 }
      last = word.end
    }
    return count
  }

  /// Says of the file as a whole that it may be hard to read.
  mutating func checkReadingAge() {
    guard let grade = readability.grade, grade > Readability.hardest else { return }
    report(.readingAge, at: source.span(0..<0))
  }
}
