/// What cards are for; an author names it as `kind`, and it decides their size on paper.
package enum CardKind: String, Sendable, CaseIterable {
  /// Something to try, four to a sheet.
  case idea
  /// Words to have at hand in a consultation, with a safety net: four to a sheet of A4, eight to one of A3.
  case prompt
  /// To write on and hand over, four to a sheet.
  case thankYou = "thank-you"
  /// To show to a meeting, one to a sheet.
  case slide

  package init(of cards: Directive) {
    self = cards["kind"].flatMap(CardKind.init) ?? .idea
  }

  /// How many characters a card has room for, its heading among them.
  package var room: Int {
    switch self {
    case .idea, .prompt: 800
    case .thankYou, .slide: 400
    }
  }
}

/// Cards as they lie in a document, each under a heading.
package struct Cards: Sendable {
  package struct Card: Sendable {
    /// The index of its heading.
    package var heading: Int
    /// What stands below the heading, up to the next card.
    package var content: Range<Int>
  }

  /// What stands before the first card.
  package private(set) var introduction: Range<Int>
  package private(set) var cards: [Card] = []

  /// Reads the block at an index: the level of its first heading is that of its cards.
  package init(_ document: Document, at block: Int) {
    let end = document.nodes[block].end
    introduction = block + 1..<end
    var level: Int?
    for index in document.children(of: block) {
      guard case .heading(let found, _) = document.nodes[index].kind, found == level ?? found else {
        continue
      }
      level = found
      if let last = cards.indices.last {
        cards[last].content = cards[last].content.lowerBound..<index
      } else {
        introduction = block + 1..<index
      }
      cards.append(Card(heading: index, content: document.nodes[index].end..<end))
    }
  }
}
