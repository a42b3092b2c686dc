import PackhorseCore
import PackhorseParsing
import PackhorseRendering
import Testing

@Suite("CommonMark, compared with the cmark command")
struct CommonMarkConformanceTests {
  static let documents = (0..<5_000).map { seed in
    var generator = MarkdownGenerator(seed: UInt64(seed))
    return Array(generator.document().utf8)
  }

  @Test(arguments: [false, true])
  func writesWhatTheCommandWrites(unsafeHTML: Bool) throws {
    let expected = try CMarkCommand.html(Self.documents, unsafe: unsafeHTML)
    for (seed, document) in Self.documents.enumerated() {
      let html = render(document, unsafeHTML: unsafeHTML)
      try #require(
        html == expected[seed],
        """
        seed \(seed)
        --- Markdown
        \(String(decoding: document, as: UTF8.self))
        --- cmark
        \(String(decoding: expected[seed], as: UTF8.self))
        --- here
        \(String(decoding: html, as: UTF8.self))
        """)
    }
  }

  private static let hardCases = [
    "[a](/b \"\")", "[a](<> \"\")", "![a *b* ![c](d) `e` <b>](f \"\")", "- a\n\n  b\n- c", "- # a\n- b",
    "1. x\n2) y", "-\n-\n",
    "", "\n", "&#0;", "[x]( data:image/gifx)", "```\u{B}a b\n```", "a\u{0}b", "\u{FEFF}# a",
  ].map { Array($0.utf8) }

  @Test(arguments: [false, true])
  func writesHardCasesAsTheCommandDoes(unsafeHTML: Bool) throws {
    let expected = try CMarkCommand.html(Self.hardCases, unsafe: unsafeHTML)
    #expect(Self.hardCases.map { render($0, unsafeHTML: unsafeHTML) } == expected)
  }

  private func render(_ document: [UInt8], unsafeHTML: Bool) -> [UInt8] {
    let outcome = parseBody(document[...], options: BodyOptions(path: "a.md", additions: false))
    return renderCommonMark(outcome.value, unsafeHTML: unsafeHTML)
  }
}
