import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLinting

@Suite struct HostileTests {
  private static let parts = [
    "don't", " ", "\n", "10-", "–", "per cent", "6th", " August", "e.g.", "\"", "“", "é", "*", "**", "[",
    "](", ")", "(s)",
    "NHS", "PCNs", "06/08/2018", "!", "&", "~", "1", "a.m.", "Dr.", "stop", " your", " tablets", ":::", "> ",
    "- ", "#",
    "| ", "\r", "\u{2028}", "🧡", "'", "’", "`", ":term[", "]", ".", "?", "\u{A0}", "and/or", "https://",
  ]

  @Test func anythingCanBeReadAndMended() {
    var random = Seeded(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 0..<40, using: &random)
      let body = (0..<count).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array("---\ntitle: \(body.prefix(20).filter { $0.isLetter })\n---\n\(body)".utf8)
      let findings = Proofreader.findings(in: bytes, at: "content/modules/a/b.md")
      for fix in findings.compactMap(\.fix) { #expect(fix.range.upperBound <= bytes.count) }
      let once = mended(bytes, by: findings)
      #expect(String(validating: once, as: UTF8.self) != nil)
      _ = Proofreader.findings(in: once, at: "content/modules/a/b.md")
    }
  }

  @Test func aTreeThatDoesNotFitItsFileIsReadAllTheSame() {
    var random = Seeded(seed: 8)
    let body = Array("We don't [ask](/a.html) *it* on 6th August 2018.\n\n- one\n".utf8)
    var manuscript = Manuscript(path: "content/modules/a/b.md", kind: .module, bytes: body)
    for _ in 0..<200 {
      manuscript.document = Document(
        nodes: (0..<6).map { index in
          let position = SourcePosition(
            line: Int.random(in: -2...9, using: &random), column: Int.random(in: -3...90, using: &random))
          return Document.Node(.text(0..<8), end: index + 1, position: position)
        }, text: Array("we don't".utf8))
      _ = lint(manuscript)
    }
  }
}
