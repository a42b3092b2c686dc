import PackhorseCore

extension Proof {
  private static let longestTitle = 65

  /// How titles and headings are written.
  mutating func checkHeading(_ passage: Passage, _ scan: WordScan) {
    let text = passage.text
    guard let first = scan.words.first, let last = text.last else { return }
    let whole = first.start..<text.count
    if case .siteTitle = passage.kind {
      if let nhs = scan.words.first(where: { text[$0.range].elementsEqual("NHS".utf8) }) {
        report(.siteTitle, nhs.range, of: passage)
      }
      return
    }
    if passage.kind == .title, String(decoding: text, as: UTF8.self).count > Self.longestTitle {
      report(.titleLength, whole, of: passage)
    }
    if case .heading(let level) = passage.kind, level > 4 { report(.headingDepth, whole, of: passage) }
    switch last {
    // What a quiz, a dialogue or a talk is about may well be a question.
    case UInt8(ascii: "?") where passage.voice == .site && passage.kind != .blockTitle:
      report(.headingQuestion, text.count - 1..<text.count, of: passage)
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      if text.byte(text.count - 2) != last {
        report(.headingStop, text.count - 1..<text.count, of: passage, replacement: [])
      }
    default: break
    }
    if isTitleCase(scan) { report(.headingCase, whole, of: passage) }
  }

  /// Whether three or more words behind the first, and most of the longer ones, have a capital.
  private func isTitleCase(_ scan: WordScan) -> Bool {
    let rest = scan.words.dropFirst().filter { $0.letters > 3 && !$0.isAllCapitals }
    let capitals = rest.count(where: \.isCapitalised)
    return capitals >= 3 && capitals * 10 >= rest.count * 8
  }
}
