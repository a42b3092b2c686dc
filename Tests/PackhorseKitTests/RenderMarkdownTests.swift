import PackhorseCore
import PackhorseKit
import Testing

struct RenderMarkdownTests {
  private func rendered(_ text: String, commonMark: Bool = false, unsafe: Bool = false) async -> Outcome<
    String
  > {
    let outcome = await renderMarkdown(
      Array(text.utf8), path: "a.md", commonMark: commonMark, unsafe: unsafe)
    return Outcome(String(decoding: outcome.value, as: UTF8.self), outcome.diagnostics)
  }

  @Test func rendersBlocksAndPassesOverFrontMatter() async {
    let page = await rendered("---\ntitle: X\n---\n:::callout kind=\"info\"\nYes.\n:::\n")
    #expect(page.diagnostics.isEmpty)
    #expect(page.value.hasPrefix("<aside class=\"callout callout-info\""))
    #expect(!page.value.contains("title:"))
  }

  @Test func countsLinesFromTheTopOfTheFile() async {
    let page = await rendered("---\ntitle: X\n---\n\n:::callot\n:::\n")
    #expect(page.diagnostics.first?.span?.start == SourcePosition(line: 5, column: 4))
  }

  @Test func leavesPlainCommonMarkAlone() async {
    let text = "---\ntitle: X\n---\n\n| a |\n|---|\n\n[@x] <b>b</b>\n"
    #expect(await rendered(text, commonMark: true).value.contains("<h2>title: X</h2>\n<p>| a |\n|---|</p>"))
    #expect(await rendered(text, commonMark: true).value.contains("<!-- raw HTML omitted -->b"))
    #expect(await rendered(text, commonMark: true, unsafe: true).value.contains("[@x] <b>b</b>"))
  }

  @Test func dropsRawHTMLAndSaysSo() async {
    let page = await rendered("Text <script>alert(1)</script>\n")
    #expect(!page.value.contains("<script"))
    #expect(page.diagnostics.contains { $0.id == "raw-html" })
  }
}
