import PackhorseTestSupport

/// Makes documents of every CommonMark construct, nested and cut short at random; the same seed, the same document.
struct MarkdownGenerator {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed: seed) }

  /// A whole document: well-formed blocks, or fragments thrown together, with one of the line endings.
  mutating func document() -> String {
    let lines =
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<6: blocks(depth: 0)
      case 6..<9: soup().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      default: blocks(depth: 0) + [soup()] + blocks(depth: 2)
      }
    let ending = random.pick(["\n", "\n", "\n", "\n", "\r\n", "\r"])
    return lines.joined(separator: ending) + (random.once(in: 5) ? "" : ending)
  }

  private mutating func blocks(depth: Int) -> [String] {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...(depth == 0 ? 6 : 3), using: &random) {
      lines += block(depth: depth)
      if !random.once(in: 3) { lines += [""] }
    }
    return lines
  }

  private mutating func block(depth: Int) -> [String] {
    switch Int.random(in: 0..<(depth < 5 ? 14 : 10), using: &random) {
    case 0, 1, 2: (0..<Int.random(in: 1...4, using: &random)).map { _ in inlines(depth: 0) }
    case 3: [String(repeating: "#", count: Int.random(in: 1...7, using: &random)) + " " + inlines(depth: 1)]
    case 4: [inlines(depth: 1), random.pick(["===", "---", "-", "=  ", " == ="])]
    case 5: fence()
    case 6:
      [random.pick(["    ", "\t", "  \t"]) + inlines(depth: 2), "", "     " + random.pick(Self.fragments)]
    case 7:
      random.pick(Self.htmlBlocks).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case 8: [random.pick(["***", "- - -", "___", " * * *\t", "--", "+++"])]
    case 9: [random.pick(Self.definitions)]
    case 10, 11:
      nested(
        depth: depth, first: random.pick(["> ", ">", " > ", ">\t"]), rest: random.pick(["> ", ">", ""]))
    default: list(depth: depth)
    }
  }

  private mutating func fence() -> [String] {
    let mark = random.pick(["```", "~~~", "````", "  ~~~~"])
    let info = random.pick(["", " swift", "c++ x", " a&amp;b", "\\*x", "ü 1"])
    let inside = (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(Self.fragments) }
    return [mark + info] + inside + (random.once(in: 4) ? [] : [mark])
  }

  private mutating func list(depth: Int) -> [String] {
    let marker = random.pick([
      "- ", "* ", "+ ", "1. ", "7) ", "0. ", "123456789. ", "-\t", "-   ", "-     ", "2.  ",
    ])
    let indent = String(repeating: " ", count: marker.utf8.count)
    return (0..<Int.random(in: 1...3, using: &random)).flatMap { _ in
      nested(depth: depth, first: marker, rest: random.pick([indent, indent, indent, "", "\t", " "]))
        + (random.once(in: 3) ? [""] : [])
    }
  }

  private mutating func nested(depth: Int, first: String, rest: String) -> [String] {
    blocks(depth: depth + 1).enumerated().map {
      ($0 == 0 ? first : $1.isEmpty && first.first != ">" ? "" : rest) + $1
    }
  }

  private mutating func inlines(depth: Int) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in inline(depth: depth) }.joined(
      separator: random.pick([" ", "", " "]))
  }

  private mutating func inline(depth: Int) -> String {
    guard depth < 4 else { return random.pick(Self.words) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3: return random.pick(Self.words)
    case 4, 5: return random.pick(Self.fragments)
    case 6, 7:
      let mark = random.pick(["*", "_", "**", "__", "***", "`", "``"])
      return mark + inlines(depth: depth + 1) + (random.once(in: 8) ? "" : mark)
    case 8, 9: return random.pick(["[", "!["]) + inlines(depth: depth + 1) + "]" + random.pick(Self.targets)
    default: return random.pick(Self.atoms)
    }
  }

  private mutating func soup() -> String {
    (0..<Int.random(in: 1...40, using: &random)).map { _ in
      random.pick(
        random.pick([Self.fragments, Self.fragments, Self.atoms, Self.words, Self.targets, Self.definitions]))
    }.joined()
  }

  static let words = [
    "walk", "group", "Mrs Okafor", "12.5", "naïve", "日本", "🌱", "a_b_c", "x*y", "–", "\u{A0}", "é",
  ]
  static let fragments = [
    "*", "_", "**", "`", "``", "[", "]", "(", ")", "!", "<", ">", "&", "\\", "\"", "'", "#", "-", "+", "=",
    "~", "|", ":",
    "\n", "\n\n", "  \n", "\\\n", "\t", " ", "    ", "> ", "- ", "1. ", "```", "~~~", "    code", "\u{0}",
    "\u{1}", "\u{7F}",
    "\u{B}", "\u{C}", "\u{FEFF}", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "</p>", "<div>", "[a]",
    ":::", "[@k]",
  ]
  static let atoms = [
    "&amp;", "&copy;", "&#35;", "&#0;", "&#x22;", "&#xD800;", "&nosuch;", "&#99999999;", "\\*", "\\[", "\\a",
    "\\&amp;",
    "<http://example.org/?a=1&b=<2>", "<https://ex.org/a b>", "<mailto:a@b.org>", "<a@b.org>", "<b c=\"d\">",
    "</b>",
    "<br/>", "<!-- c -->", "<?php x ?>", "<!DOCTYPE x>", "<![CDATA[ x ]]>", "<a href='x'\n b>",
    "<javascript:alert(1)>",
  ]
  static let targets = [
    "(/url)", "(<a b> 't')", "(/u \"t &quot; \\\" t\")", "(javascript:x)", "(data:image/png;base64,x)",
    "(DATA:text)", "[a]",
    "[]", "", "[B  c]", "(a(b)c)", "(\\(x)", "(/ü?ä=1&b='2' (t))", "(\n/u\n\"t\nt\"\n)", "(/u \"\")", "()",
    "(<>)", "(file:x)",
    "(vbscript:y)", "(<x\ny>)", "[nosuch]", "(/u't')", "(&#106;avascript:x)",
  ]
  static let definitions = [
    "[a]: /one", "[a]: <two> 'title'", "[b C]: three\n\"title\nmore\"", "[é]: javascript:x", "[*a*]: <> \"\"",
    "  [a]:\n/four",
    "[a]: /x y", "[b c]: /u\ntext", "[k\\]]: /k (t)\n===", "[]: /e", "[a]: /f\n[b c]: /g\nwords *and*",
  ]
  static let htmlBlocks = [
    "<script>\nx < y\n\n</script> z", "<pre\nclass=a>\n*x*\n</pre>", "<style>p{}</style>",
    "<!-- one\n\ntwo -->\nthree",
    "<?php\n\necho ?>", "<!X y\nz>", "<![CDATA[\n\nx]]>", "<div class=\"a\">\n*x*\n\n*y*\n</div>",
    "</table>\nx", "<p>x",
    "<my-tag a='b'>\n*x*\n", "<a href=\"x\">\ny", "<textarea>\n\nx", "  <td>\n   x", "</b>\n*y*", "<hr/>x",
  ]
}
