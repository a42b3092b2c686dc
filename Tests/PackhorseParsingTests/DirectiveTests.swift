import PackhorseCore
import Testing

@Suite struct DirectiveTests {
  @Test func wrapsTheBlocksBetweenItsLines() {
    expect(
      "a\n:::callout kind=\"info\"\nb\n\n- c\n:::\nd\n", gives: "p(a)·:::callout(p(b)·ul(li(t(c))))·p(d)")
  }

  @Test func nestsWithAnyNumberOfColons() {
    expect(
      "::::discuss\n:::callout kind=\"info\"\na\n:::\nb\n::::\n", gives: ":::discuss(:::callout(p(a))·p(b))")
    expect(":::discuss\n:::discuss\na\n:::\n:::\n", gives: ":::discuss(:::discuss(p(a)))")
  }

  @Test func standsInListsAndQuotations() {
    expect(
      "- :::discuss\n  a\n  :::\n- b\n",
      gives: "ul(li(:::discuss(p(a)))·li(t(b)))")
    expect("> :::discuss\n> a\n> :::\n", gives: "quote(:::discuss(p(a)))")
  }

  @Test func followsParagraphsAndEndsThem() {
    expect("> quoted\n:::discuss\na\n:::\n", gives: "quote(p(quoted))·:::discuss(p(a))")
    expect("a\n:::discuss\n:::\n===\n", gives: "p(a)·:::discuss()·p(===)")
  }

  @Test func sharesDefinitionsOfLinksWithThePage() {
    expect(
      "[out]: /o\n\n:::discuss\n[in] [out]\n\n[in]: /i\n:::\n\n[in]\n",
      gives: ":::discuss(p(a</i>(in)· ·a</o>(out)))·p(a</i>(in))")
  }

  @Test(arguments: [
    ("```\n:::discuss\n:::\n```\n", "code<:::discuss\n:::\n>"),
    ("    :::discuss\n", "code<:::discuss\n>"),
    ("> ~~~\n> :::\n> ~~~\n", "quote(code<:::\n>)"),
    (":::discuss\n    :::\n:::\n", ":::discuss(code<:::\n>)"),
    ("a\n    :::x\n", "p(a·/·:::x)"),
    ("a ::: b\n", "p(a ::: b)"),
    ("\\:::discuss\n", "p(:::discuss)"),
    ("::discuss\n", "p(::discuss)"),
  ])
  func leavesCodeAndOtherTextAlone(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }

  /// A noncharacter marks places for libcmark; it is no text, and nobody can write a mark with it.
  @Test func replacesTheNoncharacterThatItMarksPlacesWith() {
    let mark = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
    expect(
      "\\[@a] \(mark)\n\n`<!--\(mark)0-->`\n:::discuss\n:::\n",
      gives: "p([@a] \u{FFFD})·p(`<!--\u{FFFD}0-->`)·:::discuss()")
  }

  @Test func leavesCommentsAlone() {
    expect("<!-- a\n:::discuss\n\nb\n:::\n-->\n\nc\n", gives: "p(c)")
    let text = MarkedText("<div>\n:::discuss\n</div>\n")
    #expect(body(text, allowsHTML: true).value.sketch == "html<<div>\n:::discuss\n</div>\n>")
  }

  @Test func readsArguments() {
    let text = MarkedText(":::callout title=\"a \\\"b\\\" \\\\ \\c\"   kind=\"info\"\n:::\r\n")
    guard case .directive(let directive) = body(text).value.nodes.first?.kind else {
      Issue.record("no directive")
      return
    }
    #expect(directive["title"] == "a \"b\" \\ \\c")
    #expect(directive["kind"] == "info")
    #expect(
      directive.arguments["kind"]?.span == SourceSpan(path: MarkedText.path, line: 5, column: 42, length: 4))
    #expect(directive.span == SourceSpan(path: MarkedText.path, line: 5, column: 1, length: 46))
  }

  @Test func reportsWhatIsNotClosed() {
    expect("a\n\n⟦:::discuss⟧\nb\n", reports: "unclosed-directive")
    expect("> ⟦:::discuss⟧\n> b\n\nc\n", reports: "unclosed-directive")
  }

  @Test func reportsAClosingLineAlone() {
    expect("a\n\n:::discuss\n:::\n  ⟦::::⟧  \n", reports: "unopened-directive")
  }

  @Test func reportsADirectiveThatLeavesItsItem() {
    expect("- :::discuss\n  a\n\n⟦:::⟧\n", reports: "directive-crosses-block")
    expect(":::discuss\n- a\n  ⟦:::⟧\n", reports: "directive-crosses-block")
    expect(":::discuss\n> a\n> ⟦:::⟧\n\n:::\n", reports: "directive-crosses-block")
  }

  @Test func suggestsTheNearestNameForATypo() {
    expect(":::⟦calout⟧ kind=\"info\"\na\n:::\n", reports: "unknown-directive")
    #expect(problem(":::calout\na\n:::\n")?.suggestion == "did you mean 'callout'?")
    #expect(body(MarkedText(":::calout\na\n:::\n")).value.sketch == "p(a)")
    expect("::: ⟦{.note}⟧\na\n:::\n", reports: "unknown-directive")
  }

  @Test func reportsArgumentsItCannotUse() {
    expect(":::callout ⟦knd⟧=\"info\" kind=\"info\"\n:::\n", reports: "unknown-directive-argument")
    #expect(problem(":::chart mesure=\"a\" measure=\"b\"\n:::\n")?.suggestion == "did you mean 'measure'?")
    expect(":::⟦callout⟧ title=\"a\"\n:::\n", reports: "missing-directive-argument")
    expect(":::callout kind=\"⟦warn⟧\"\n:::\n", reports: "bad-directive-argument")
    #expect(problem(":::callout kind=\"safty\"\n:::\n")?.suggestion == "did you mean 'safety'?")
    expect(":::callout ⟦kind=info⟧\n:::\n", reports: "bad-directive-argument")
    #expect(problem(":::callout kind=“info”\n:::\n")?.suggestion == "write kind=\"…\"")
    expect(":::callout kind=\"info\" ⟦kind⟧=\"safety\"\n:::\n", reports: "bad-directive-argument")
    expect(":::callout kind=\"info\" title=\"⟦⟧\"\n:::\n", reports: "bad-directive-argument")
    expect(":::callout kind=\"info\" ⟦title=\"open⟧\n:::\n", reports: "bad-directive-argument")
    expect(":::callout kind=\"info\" ⟦title=\"a\"b⟧\n:::\n", reports: "bad-directive-argument")
    expect(":::callout kind=\"info\" ⟦loud⟧\n:::\n", reports: "bad-directive-argument")
  }

  @Test func reportsTextInABlockMadeFromData() {
    expect(":::chart measure=\"a\"\n⟦⟧text\n:::\n", reports: "directive-not-empty")
  }
}
