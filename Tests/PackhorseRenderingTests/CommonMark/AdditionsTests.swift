import PackhorseCore
import PackhorseParsing
import PackhorseRendering
import PackhorseTestSupport
import Testing

@Suite("Additions to CommonMark, in wild documents")
struct AdditionsTests {
  /// What our additions begin with; a document without them is plain CommonMark.
  private static let signs = [":::", "|", "[@", ":-", "-:", "[x]", "[ ]"]
  private static let lines = [
    ":::discuss", ":::callout kind=\"info\" title=\"\\\"x\"", ":::chart measure=\"a\"", ":::calout", ":::",
    "::::", "  :::",
    "> :::discuss", "> :::", "- :::quiz", "  :::", "1. [x] a", "- [ ] b", "| a | b |", "|---|:-:|",
    "| c \\| d | [@e] |",
    "a [@b; @c] \\[@d] :term[e] [f :word[g]](h)", "|-|", "<!-- x", "-->", "    :::", "```", "[@", ":trem[x]",
    "[a]: /b",
  ]

  @Test func leavesPlainCommonMarkAsItIs() {
    var compared = 0
    for seed in 0..<2_500 {
      var generator = MarkdownGenerator(seed: UInt64(seed))
      let document = generator.document()
      guard !Self.signs.contains(where: document.contains) else { continue }
      let text = Array(document.utf8)[...]
      let plain = parseBody(text, options: BodyOptions(path: "a.md", additions: false)).value
      let whole = parseBody(text, options: BodyOptions(path: "a.md", allowsHTML: true)).value
      compared += 1
      #expect(
        renderCommonMark(whole, unsafeHTML: true) == renderCommonMark(plain, unsafeHTML: true),
        "seed \(seed): \(document.debugDescription)")
    }
    #expect(compared > 500)
  }

  @Test func givesASoundTreeAndPlacesInTheFile() {
    for seed in 0..<2_500 {
      var random = Seeded(seed: UInt64(seed))
      var generator = MarkdownGenerator(seed: UInt64(seed))
      var lines = generator.document().split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        lines.insert(random.pick(Self.lines), at: Int.random(in: 0...lines.count, using: &random))
      }
      let text = Array(lines.joined(separator: "\n").utf8)
      let outcome = parseBody(text[...], options: BodyOptions(path: "a.md"))
      #expect(isSound(outcome.value), "seed \(seed)")
      #expect(!outcome.value.text.contains(sequence: [0xEF, 0xB7, 0x90]), "seed \(seed)")
      let lineCount = text.count { $0 == 10 || $0 == 13 } + 1
      for diagnostic in outcome.diagnostics {
        #expect(
          diagnostic.span.map { (1...lineCount).contains($0.start.line) } == true,
          "seed \(seed): \(diagnostic)")
      }
    }
  }

  /// Whether each node ends inside its parent and each text lies in the buffer.
  private func isSound(_ document: Document) -> Bool {
    var ends = [document.nodes.count]
    for (index, node) in document.nodes.enumerated() {
      while let end = ends.last, end <= index, ends.count > 1 { ends.removeLast() }
      guard node.end > index, let end = ends.last, node.end <= end else { return false }
      if case .text(let text) = node.kind, text.upperBound > document.text.count { return false }
      ends.append(node.end)
    }
    return true
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    indices.dropLast(sequence.count - 1).contains {
      self[$0] == sequence[0] && self[$0...].starts(with: sequence)
    }
  }
}
