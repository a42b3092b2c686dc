import PackhorseCore

extension BodyWriter {
  /// Cards to read here, and to print at their size and cut out.
  mutating func writeCards(_ block: Directive, at index: Int) {
    let cards = Cards(document, at: index)
    let kind = CardKind(of: block)
    html.out.write("<section class=\"cards cards-")
    html.out.write(text: kind.rawValue)
    html.out.write("\">\n")
    writeBlockTitle(block, otherwise: "block.cards.\(kind.rawValue)")
    write(cards.introduction)
    html.out.write("<div class=\"card-sheet\">\n")
    for card in cards.cards {
      html.out.write("<article class=\"card\">\n")
      write(card.heading..<card.content.upperBound)
      if kind == .thankYou {
        writeLine("block.cards.to")
        writeLine("block.cards.from")
      }
      html.out.write("</article>\n")
    }
    if let criteria = block["criteria"] {
      html.out.write("<article class=\"card\">\n")
      writeSafetyNet(ofCriteria: criteria)
      html.out.write("</article>\n")
    }
    html.out.write("</div>\n</section>\n")
  }

  /// A line to write on by hand.
  private mutating func writeLine(_ key: String) {
    html.out.write("<p class=\"card-line\"><span>")
    html.out.write(words, key)
    html.out.write("</span></p>\n")
  }
}
