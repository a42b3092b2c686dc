import PackhorseCore

/// A block of two lists, set side by side or one below the other, each under a word that says which it is.
struct TwoLists {
  let opening: StaticString
  let sections: [(opening: StaticString, title: String)]

  static let doDont = TwoLists(
    opening: "<div class=\"do-dont\">\n",
    sections: [
      ("<section class=\"do\">\n", "block.do-dont.do"), ("<section class=\"dont\">\n", "block.do-dont.dont"),
    ])

  static let prosCons = TwoLists(
    opening: "<div class=\"pros-cons\">\n",
    sections: [
      ("<section class=\"pros\">\n", "block.pros-cons.pros"),
      ("<section class=\"cons\">\n", "block.pros-cons.cons"),
    ])
}

extension BodyWriter {
  /// The first list and the second each begin a section; what follows a list belongs to it.
  mutating func writeTwoLists(_ content: Range<Int>, _ form: TwoLists) {
    html.out.write(form.opening)
    var begun = 0
    for index in document.siblings(in: content) {
      if case .list = document.nodes[index].kind, begun < form.sections.count {
        if begun > 0 { html.out.write("</section>\n") }
        html.out.write(form.sections[begun].opening)
        html.out.write("<p class=\"block-title\">")
        html.out.write(words, form.sections[begun].title)
        html.out.write("</p>\n")
        begun += 1
      }
      write(index..<document.nodes[index].end)
    }
    if begun > 0 { html.out.write("</section>\n") }
    html.out.write("</div>\n")
  }
}
