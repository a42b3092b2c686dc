import PackhorseCore

extension Proof {
  private static let mostItems = 6
  /// Blocks whose lists are forms, choices or programmes.
  private static let ownLists: Set<DirectiveName> = [
    .scenario, .quiz, .checklist, .agenda, .doDont, .prosCons, .charter, .planner,
  ]

  /// How a page is built: links, lists, tables, pictures and emphasis.
  mutating func check(_ document: Document) {
    var directives: [(end: Int, name: DirectiveName)] = []
    var links = LinkedWords()
    for (index, node) in document.nodes.enumerated() {
      while let last = directives.last, index >= last.end { directives.removeLast() }
      switch node.kind {
      case .directive(let directive):
        directives.append((node.end, directive.name))
        if directive.name == .doDont { checkDosAndDonts(index, in: document) }
      case .list(let start, _) where directives.last.map({ !Self.ownLists.contains($0.name) }) ?? true:
        checkList(index, isBulleted: start == nil, in: document)
      case .table: checkTable(index, in: document)
      case .link(let destination, _):
        checkLink(index, to: document.string(destination), in: document, &links)
      case .image: checkDescription(index, in: document)
      case .emphasis: if !isStory { report(.italics, at: span(index, in: document)) }
      case .paragraph: if !isStory { checkBold(index, in: document) }
      default: break
      }
    }
  }

  private mutating func checkList(_ index: Int, isBulleted: Bool, in document: Document) {
    let items = document.children(of: index)
    let hasTasks = items.contains { if case .item(.some) = document.nodes[$0].kind { true } else { false } }
    guard !hasTasks else { return }
    if items.count == 1 { report(.singleItem, at: span(index, in: document)) }
    if isBulleted, items.count > Self.mostItems {
      report(.listLength, at: span(items[Self.mostItems], in: document))
    }
  }

  private mutating func checkDosAndDonts(_ index: Int, in document: Document) {
    let lists = document.children(of: index).filter(document.isList)
    for list in lists where document.children(of: list).count < 2 {
      report(.doDontItems, at: span(list, in: document))
    }
    guard lists.count == 2 else { return }
    for item in document.children(of: lists[1]) {
      let text = document.plainText(in: item + 1..<document.nodes[item].end).lowercased()
      let isPlain = ["do not ", "never ", "no ", "nobody "].contains { text.hasPrefix($0) }
      if !isPlain { report(.dontWording, at: span(item, in: document)) }
    }
  }

  private mutating func checkTable(_ index: Int, in document: Document) {
    let header = index + 1
    guard header < document.nodes[index].end,
      document.plainText(in: header + 1..<document.nodes[header].end).allSatisfy(\.isWhitespace)
    else { return }
    report(.tableHeader, at: span(index, in: document))
  }

  private mutating func checkDescription(_ index: Int, in document: Document) {
    let text = document.plainText(in: index + 1..<document.nodes[index].end).lowercased()
    let kinds = ["image", "picture", "photo", "photograph", "graphic", "screenshot", "illustration"]
    if kinds.contains(where: { text.hasPrefix("\($0) of ") || text.hasPrefix("\($0) showing ") }) {
      report(.altPrefix, at: span(inside: index, in: document))
    }
  }

  /// A whole paragraph in bold, or more than three bold parts of one.
  private mutating func checkBold(_ index: Int, in document: Document) {
    let node = document.nodes[index]
    var parts = 0
    for inline in index + 1..<node.end {
      guard case .strong = document.nodes[inline].kind else { continue }
      parts += 1
      let isWhole = inline == index + 1 && document.nodes[inline].end == node.end
      let words = document.plainText(in: inline + 1..<document.nodes[inline].end).split(separator: " ")
      if parts > 3 || (isWhole && words.count > 8) { return report(.bold, at: span(inline, in: document)) }
    }
  }

  /// The place where a node begins.
  func span(_ index: Int, in document: Document) -> SourceSpan {
    let offset = source.offset(of: document.nodes[index].position) ?? 0
    return source.span(offset..<min(offset + 1, source.bytes.count))
  }

  /// The text inside a link or an image.
  func span(inside index: Int, in document: Document) -> SourceSpan {
    var range: Range<Int>?
    for node in document.nodes[index + 1..<max(index + 1, document.nodes[index].end)] {
      guard case .text(let text) = node.kind, let start = source.offset(of: node.position) else { continue }
      let end = min(start + text.count, source.bytes.count)
      range = (range?.lowerBound ?? start)..<max(start, end)
    }
    return range.map { source.span($0) } ?? span(index, in: document)
  }
}
