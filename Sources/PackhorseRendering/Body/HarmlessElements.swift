import PackhorseCore

/// An element that an author may write as HTML where a site allows it: it shows text and can do nothing else.
struct HarmlessElement {
  let name: StaticString
  let closing: StaticString
  /// True for one that stands between paragraphs and would break one open.
  var isBlock = false
  /// True for one without content.
  var isVoid = false

  /// Headings, lists and tables are left out, since Markdown has them; links and pictures, since they are checked there.
  static let all: [HarmlessElement] = [
    HarmlessElement(name: "abbr", closing: "</abbr>"), HarmlessElement(name: "b", closing: "</b>"),
    HarmlessElement(name: "bdi", closing: "</bdi>"), HarmlessElement(name: "br", closing: "", isVoid: true),
    HarmlessElement(name: "cite", closing: "</cite>"), HarmlessElement(name: "code", closing: "</code>"),
    HarmlessElement(name: "dd", closing: "</dd>", isBlock: true),
    HarmlessElement(name: "del", closing: "</del>"),
    HarmlessElement(name: "details", closing: "</details>", isBlock: true),
    HarmlessElement(name: "dfn", closing: "</dfn>"),
    HarmlessElement(name: "div", closing: "</div>", isBlock: true),
    HarmlessElement(name: "dl", closing: "</dl>", isBlock: true),
    HarmlessElement(name: "dt", closing: "</dt>", isBlock: true),
    HarmlessElement(name: "em", closing: "</em>"),
    HarmlessElement(name: "hr", closing: "", isBlock: true, isVoid: true),
    HarmlessElement(name: "i", closing: "</i>"), HarmlessElement(name: "ins", closing: "</ins>"),
    HarmlessElement(name: "kbd", closing: "</kbd>"), HarmlessElement(name: "mark", closing: "</mark>"),
    HarmlessElement(name: "q", closing: "</q>"), HarmlessElement(name: "s", closing: "</s>"),
    HarmlessElement(name: "samp", closing: "</samp>"), HarmlessElement(name: "small", closing: "</small>"),
    HarmlessElement(name: "span", closing: "</span>"), HarmlessElement(name: "strong", closing: "</strong>"),
    HarmlessElement(name: "sub", closing: "</sub>"),
    HarmlessElement(name: "summary", closing: "</summary>", isBlock: true),
    HarmlessElement(name: "sup", closing: "</sup>"), HarmlessElement(name: "time", closing: "</time>"),
    HarmlessElement(name: "u", closing: "</u>"), HarmlessElement(name: "var", closing: "</var>"),
    HarmlessElement(name: "wbr", closing: "", isVoid: true),
  ]

  /// Attributes that neither address anything nor change how the page is laid out or run.
  static let attributes: [StaticString] = ["datetime", "dir", "lang", "open", "title"]

  static func index(of name: ArraySlice<UInt8>) -> Int? {
    all.firstIndex { matches($0.name, name) }
  }

  static func allows(attribute: ArraySlice<UInt8>) -> Bool {
    attributes.contains { matches($0, attribute) }
  }

  private static func matches(_ name: StaticString, _ written: ArraySlice<UInt8>) -> Bool {
    name.withUTF8Buffer { $0.elementsEqual(written) }
  }
}
