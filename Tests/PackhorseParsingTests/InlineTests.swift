import PackhorseCore
import Testing

@Suite struct InlineTests {
  @Test(arguments: [
    ("a [@b].", "p(a ·@[b]·.)"),
    ("[@kiely2022; @a_b:c.d-e ]", "p(@[kiely2022,a_b:c.d-e])"),
    ("[@a][@b]", "p(@[a]·@[b])"),
    (":term[link worker] :word[x plural]:stat[y]", "p(:term[link worker]· ·:word[x plural]·:stat[y])"),
    ("**:term[a]** *[@b]*", "p(strong(:term[a])· ·em(@[b]))"),
    ("## a [@b]", "h2#a(a ·@[b])"),
    ("[:word[a] b](c)", "p(a<c>(:word[a]· b))"),
    ("&amp; \\* [@a]", "p(& * ·@[a])"),
    ("[:term[x] [@a] [[@b]]", "p([·:term[x]· ·@[a]· [·@[b]·])"),
  ])
  func recognisesCitationsAndDirectives(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }

  @Test(arguments: [
    ("`[@a]` `:term[b]`", "p(`[@a]`· ·`:term[b]`)"),
    ("[x](:term[y])", "p(a<:term[y]>(x))"),
    ("    [@a]", "code<[@a]\n>"),
    ("[@a", "p([@a)"),
    ("[@a *b*]", "p([@a ·em(b)·])"),
    ("a@b [a@b] @c term[x]", "p(a@b [a@b] @c term[x])"),
    (":other[x] 10:30[x] :[x] :::[x]", "p(:other[x] 10:30[x] :[x] :::[x])"),
    ("[@a]\n\n[@a]: /b", "p(a</b>(@a))"),
  ])
  func leavesOtherTextAlone(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }

  @Test(arguments: [
    ("\\[@a] \\:term[b]", "p([@a] :term[b])"),
    ("[\\@a] [@a\\] :term\\[b] :term[b\\]", "p([@a] [@a] :term[b] :term[b])"),
    ("&#91;@a] &lsqb;@a] &colon;term[b] [&#x40;a]", "p([@a] [@a] :term[b] [@a])"),
    ("\\\\[@a] `\\[@a]`", "p(\\·@[a]· ·`\\[@a]`)"),
    ("*\\[*@a]", "p(em([)·@a])"),
    ("[x](a\\[@b \"\\[@c\")", "p(a<a[@b>(x))"),
    ("- \\[x] a\n- [x\\] b\n", "ul(li(t([x] a))·li(t([x] b)))"),
    ("```x\\[@a\n\\[@a]\n```", "code<\\[@a]\n>"),
  ])
  func leavesEscapedTextAlone(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }

  @Test func reportsCitationsThatAreNone() {
    expect(
      "a ⟦[@]⟧ ⟦[@a, @b]⟧ ⟦[@a p. 4]⟧ ⟦[@a;]⟧", reports: "bad-citation", "bad-citation", "bad-citation",
      "bad-citation")
    expect("a \\* &amp; é ⟦[@é]⟧", reports: "bad-citation")
  }

  @Test func reportsLinksInsideLinks() {
    expect("[a ⟦[@b]⟧](c)", reports: "citation-in-link")
    expect("![a ⟦[@b]⟧](c)", reports: "citation-in-link")
    expect("[a ⟦:term[b]⟧](c)", reports: "term-in-link")
    #expect(body(MarkedText("[a :term[b c]](d)")).value.sketch == "p(a<d>(a ·b c))")
  }

  @Test func suggestsTheNearestNameForATypo() {
    expect("a ⟦:terms[x]⟧", reports: "unknown-inline-directive")
    #expect(problem(":trem[x]")?.suggestion == "did you mean ':term'?")
    #expect(problem(":Term[x]")?.suggestion == "did you mean ':term'?")
  }

  @Test func findsPlacesBehindEscapesBreaksAndLazyLines() {
    expect(
      """
      \\[ ⟦[@é]⟧\\
      `a
      b` ⟦[@]⟧
      > - q
      ⟦[@]⟧
      1. x  \n\
            ⟦[@]⟧ [a](
         /b "c
         d") ⟦[@]⟧ é

      [d]: /e
        "f"
      ⟦[@]⟧
      """, reports: "bad-citation", "bad-citation", "bad-citation", "bad-citation", "bad-citation",
      "bad-citation")
  }

  /// A link's columns count from its line, those of `<https://…>` from the beginning of the block.
  @Test func findsThePlacesOfLinksAndOfAddressesInBrackets() async {
    let text = MarkedText(
      """
      <x
      [x](⟦y⟧) <⟦https://a.example/&amp;⟧> [y](⟦z⟧)

      > > é <⟦https://a.example⟧> [https://a.example](⟦b⟧)
      > > <⟦c@d.example⟧> [https](⟦/e⟧)
      """)
    #expect(outline(text).links.map(\.span) == text.spans)
  }

  @Test func reportsReferencesToHiddenCharacters() {
    expect(
      """
      ⟦&#x202e;⟧a ⟦&#1;⟧

      - [b](c⟦&#X7f;⟧ "⟦&#0000159;⟧")
      """, reports: "hidden-character", "hidden-character", "hidden-character", "hidden-character")
    #expect(body(MarkedText("&#9;&#x0;&#x2067;&#x202E&#xg; \\&#1; &#x0000001;")).diagnostics == [])
  }

  @Test(arguments: [
    ("- [ ] a\n- [x]  *b*\n- [X] c\n- d\n", "ul(todo(t(a))·done(t(em(b)))·done(t(c))·li(t(d)))"),
    ("1. [x] a\n\n   b\n", "ol(done(p(a)·p(b)))"),
    ("- [x]a\n- [-] b\n- [x]\n- `[x] c`\n", "ul(li(t([x]a))·li(t([-] b))·li(t([x]))·li(t(`[x] c`)))"),
    ("[ ] a\n\n- > [x] a\n- b\n\n  [x] c\n", "p([ ] a)·ul(li(quote(p([x] a)))·li(p(b)·p([x] c)))"),
  ])
  func recognisesTasks(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }
}
