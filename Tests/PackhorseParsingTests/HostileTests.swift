import PackhorseCore
import PackhorseParsing
import Testing

/// Texts that nobody writes.
///
/// Each must end, and in a time that grows no faster than the text.
@Suite struct HostileTests {
  @Test(arguments: [
    String(repeating: ">", count: 20_000) + "a",
    String(repeating: "[", count: 50_000),
    String(repeating: "![a](", count: 10_000),
    String(repeating: "[@", count: 25_000),
    String(repeating: "[@a ", count: 10_000) + "]",
    String(repeating: ":a", count: 25_000) + "[x]",
    String(repeating: ":", count: 1_000_000),
    String(repeating: ":::\n", count: 20_000),
    String(repeating: ":::discuss\n", count: 10_000),
    String(repeating: ":::disc\n", count: 10_000),
    "<!--\n" + String(repeating: ":::\n", count: 20_000),
    ":::callout " + String(repeating: "kind=\"info\" ", count: 5_000),
    ":::callout " + String(repeating: "a\"", count: 20_000),
    String(repeating: "- :::discuss\n", count: 5_000),
    String(repeating: "*a ", count: 20_000),
    String(repeating: "*", count: 20_000) + "a" + String(repeating: "*", count: 20_000),
    String(repeating: "*_", count: 10_000),
    "|a|b|\n|-|-|\n" + String(repeating: "|a|b|\n", count: 5_000),
    String(repeating: "|a|\n|-|\n\n", count: 3_000),
    String(repeating: "|-|\n", count: 10_000),
    "|" + String(repeating: "\\|", count: 20_000) + "|\n|-|\n",
    String(repeating: "\\[@a] ", count: 5_000),
    "\\[" + String(decoding: (0..<20_000).flatMap { _ in [0xEF, 0xB7, 0x90] as [UInt8] }, as: UTF8.self),
    String(repeating: "a\\\n", count: 20_000),
    String(repeating: "[a]: /b\n", count: 10_000) + "x",
    String(repeating: "## a\n", count: 10_000),
    String(repeating: "<!--", count: 10_000),
    String(repeating: "\r", count: 50_000),
    String(repeating: "\u{0}[@]\n", count: 5_000),
  ])
  func ends(markdown: String) async {
    let found = outline(MarkedText(markdown))
    #expect(found.headings.count + found.links.count <= markdown.utf8.count)
  }

  @Test func keepsTextWhateverItsDepthInPlainCommonMark() {
    let text = Array((String(repeating: ">", count: 20_000) + "a").utf8)
    let document = parseBody(text[...], options: BodyOptions(path: "a.md", additions: false)).value
    #expect(document.nodes.count == 20_002)
  }

  @Test func boundsTheCellsThatNobodyWrote() {
    let wide = String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|-", count: 1_000) + "\n"
    let document = body(MarkedText(wide + String(repeating: "b\n", count: 1_000))).value
    #expect(document.nodes.count < 120_000)
  }

  @Test(arguments: [
    [], [0xFF], [0xEF, 0xBB, 0xBF, 0x23, 0x20, 0x61], [0x5B, 0x40, 0xC3, 0x5D], [0x0D], [0x3A, 0x3A, 0x3A],
  ])
  func endsOnAnyBytes(bytes: [UInt8]) {
    let outcome = parseBody(bytes[...], options: BodyOptions(path: "a.md"))
    #expect(outcome.value.nodes.count <= 4)
  }
}
