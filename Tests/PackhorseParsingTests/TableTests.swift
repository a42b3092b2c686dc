import PackhorseCore
import Testing

/// The cases with a number are examples of the GitHub Flavored Markdown specification, 0.29.
@Suite struct TableTests {
  @Test(arguments: [
    // 198
    (
      "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
      "table[--](head(cell(foo)·cell(bar))·row(cell(baz)·cell(bim)))"
    ),
    // 199
    (
      "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
      "table[cr](head(cell(abc)·cell(defghi))·row(cell(bar)·cell(baz)))"
    ),
    // 200
    (
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
      "table[-](head(cell(f|oo))·row(cell(b ·`|`· az))·row(cell(b ·strong(|)· im)))"
    ),
    // 201
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
      "table[--](head(cell(abc)·cell(def))·row(cell(bar)·cell(baz)))·quote(p(bar))"
    ),
    // 202
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
      "table[--](head(cell(abc)·cell(def))·row(cell(bar)·cell(baz))·row(cell(bar)·cell()))·p(bar)"
    ),
    // 203
    ("| abc | def |\n| --- |\n| bar |\n", "p(| abc | def |·/·| --- |·/·| bar |)"),
    // 204
    (
      "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
      "table[--](head(cell(abc)·cell(def))·row(cell(bar)·cell())·row(cell(bar)·cell(baz)))"
    ),
    // 205
    ("| abc | def |\n| --- | --- |\n", "table[--](head(cell(abc)·cell(def)))"),
  ])
  func followsTheSpecification(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }

  @Test(arguments: [
    ("a *b*\n| c |\n|:--|\n| d |\n", "p(a ·em(b))·table[l](head(cell(c))·row(cell(d)))"),
    ("a|b\n-|-\n`c|d`|e\n", "table[--](head(cell(a)·cell(b))·row(cell(`c)·cell(d`)))"),
    ("- | a |\n  |---|\n  | b |\n", "ul(li(table[-](head(cell(a))·row(cell(b)))))"),
    ("> | a |\r\n> |---|\r\n> | b |\r\n", "quote(table[-](head(cell(a))·row(cell(b))))"),
    ("| a |\n|---|\n| b |\n---\n", "table[-](head(cell(a))·row(cell(b)))·hr"),
    ("| a |\n|---|\n| b |\n===\n", "table[-](head(cell(a))·row(cell(b))·row(cell(===)))"),
    ("[x]: /y\n| a |\n|---|\n| [x] |\n", "table[-](head(cell(a))·row(cell(a</y>(x))))"),
    ("| a |\n|---|\n| [x] ![z](w) |\n\n[x]: /y\n", "table[-](head(cell(a))·row(cell(a</y>(x)· ·img<w>(z))))"),
    (
      "| # a | - b |\n|---|---|\n| _\"c\"_ | > d |\n",
      "table[--](head(cell(# a)·cell(- b))·row(cell(em(\"c\"))·cell(> d)))"
    ),
    (
      "| [@a] | :term[b] |\n|---|---|\n| \\[@a] | |\n",
      "table[--](head(cell(@[a])·cell(:term[b]))·row(cell([@a])·cell()))"
    ),
    ("| | a |\n|---|---|\n||b|\n", "table[--](head(cell()·cell(a))·row(cell()·cell(b)))"),
    ("a\n\n|---|\n", "p(a)·p(|---|)"),
    ("| a |\n| b |\n", "p(| a |·/·| b |)"),
  ])
  func recognisesTables(markdown: String, tree: String) {
    expect(markdown, gives: tree)
  }

  @Test func findsPlacesInCells() {
    expect(
      """
      above ⟦[@]⟧
      *b* ⟦[@]⟧
      | é ⟦[@]⟧ | a \\| ⟦[@]⟧ |
      | --- | --- |
      | ⟦[@]⟧ ⟦![⟧](b) |
      """, reports: "bad-citation", "bad-citation", "bad-citation", "bad-citation", "bad-citation",
      "image-without-alt")
  }

  /// A cell of plain text is not parsed: it must be what a paragraph would be.
  @Test func readsEverySignAsAParagraphDoes() {
    for byte in UInt8(0x20)..<0x7F where byte != UInt8(ascii: "|") {
      let sign = Unicode.Scalar(byte)
      let text = "a \(sign)b\(sign) c\(sign)\(sign)d"
      let paragraph = body(MarkedText("\(text)\n")).value.sketch
      let table = body(MarkedText("| h |\n|---|\n| \(text) |\n")).value.sketch
      #expect(table == "table[-](head(cell(h))·row(cell(\(paragraph.dropFirst(2).dropLast()))))")
    }
  }

  @Test func knowsWhereAPlainCellStands() {
    let nodes = body(MarkedText("| a | b |\n|---|---|\n| é | cc d |\n")).value.nodes
    #expect(nodes.last?.position == SourcePosition(line: MarkedText.firstLine + 2, column: 8))
  }

  @Test func standsInADirective() {
    expect(
      ":::discuss\n| a |\n|---|\n| b |\n:::\n", gives: ":::discuss(table[-](head(cell(a))·row(cell(b))))")
  }
}
