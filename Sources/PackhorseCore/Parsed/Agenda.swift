/// What a meeting is about, item by item, as it lies in a document.
package struct Agenda: Sendable {
  package struct Item: Sendable {
    /// The index of its list item.
    package var item: Int
    /// The minutes that its first paragraph ends with, as in "(5 minutes)"; nil without.
    package var minutes: Int?
  }

  package private(set) var items: [Item] = []

  /// Reads the numbered lists of the block at an index.
  package init(_ document: Document, at block: Int) {
    for list in document.children(of: block) where document.isNumberedList(list) {
      items += document.children(of: list).map { Item(item: $0, minutes: document.minutes(ofItem: $0)) }
    }
  }

  /// The minutes of all items together.
  package var minutes: Int { items.reduce(0) { $0 + ($1.minutes ?? 0) } }
}

extension Document {
  package func isNumberedList(_ index: Int) -> Bool {
    if case .list(.some, _) = nodes[index].kind { true } else { false }
  }

  fileprivate func minutes(ofItem item: Int) -> Int? {
    let paragraph = item + 1
    guard paragraph < nodes[item].end, case .paragraph = nodes[paragraph].kind else { return nil }
    let text = plainText(in: paragraph + 1..<nodes[paragraph].end)
    guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
    let words = text[open...].dropFirst().dropLast().split(separator: " ")
    guard words.count == 2, ["minute", "minutes"].contains(words[1]), let minutes = Int(words[0]) else {
      return nil
    }
    return (1...480).contains(minutes) ? minutes : nil
  }
}
