extension Proof {
  /// Rules about words in a row.
  mutating func checkPhrases(of passage: Passage, _ scan: WordScan) {
    for match in StyleRule.phraseTable.matches(in: scan, isCited: passage.isCited) {
      let (first, last) = (scan.words[match.words.lowerBound], scan.words[match.words.upperBound - 1])
      let range = first.start..<last.end
      guard match.rule.rule.reach.covers(voice(of: range, in: passage, scan)) else { continue }
      let replacement = match.replacement.map { capitalised($0, like: passage.text[first.start]) }
      report(
        match.rule.rule, range, of: passage, write: replacement.map { "write '\($0)'" },
        replacement: replacement.map { Array($0.utf8) })
    }
  }

  /// A replacement with a capital where the text has one.
  private func capitalised(_ text: String, like first: UInt8) -> String {
    first.isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text
  }
}
