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
    guard passage.kind == .paragraph, scan.sentences.count > Self.mostSentences, scan.quotations.isEmpty
    else {
      return
    }
    let fourth = scan.words[scan.sentences[Self.mostSentences].words.lowerBound]
    report(.paragraphLength, fourth.range, of: passage)
  }

  /// Words parted by a hyphen count once.
  private func count(_ words: ArraySlice<Word>) -> Int { words.count { !$0.isHyphenated } }

  /// Says of the file as a whole that it may be hard to read.
  mutating func checkReadingAge() {
    guard let grade = readability.grade, grade > Readability.hardest else { return }
    report(.readingAge, at: source.span(0..<0))
  }
}
