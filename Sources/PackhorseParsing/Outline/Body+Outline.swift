import PackhorseCore

extension Body {
  /// What the rest of the pipeline needs to know of the text, in one walk.
  func outline() -> Outline {
    var outline = Outline()
    outline.reserve(for: document, links: destinations.count)
    var destination = destinations.makeIterator()
    for index in document.nodes.indices {
      switch document.nodes[index].kind {
      case .heading(let level, let anchor) where level > 1:
        let title = document.plainText(in: index + 1..<document.nodes[index].end)
        outline.headings.append(Outline.Heading(level: level, anchor: anchor, text: title))
      case .link(let target, _):
        if let span = destination.next() { outline.links.append(Located(document.string(target), at: span)) }
      case .image(let target, _):
        if let span = destination.next() { outline.images.append(Located(document.string(target), at: span)) }
      case .citation(let keys): outline.citations += located(keys, at: document.nodes[index].position)
      case .directive(let directive): outline.directives.append(directive)
      case .inlineDirective(let name, let words):
        if let directive = InlineDirectiveName(rawValue: name).map({ InlineDirective(name: $0, text: words) })
        {
          let length = name.utf8.count + words.utf8.count + ":[]".utf8.count
          let span = text.span(document.nodes[index].position, length: length)
          outline.inlineDirectives.append(Located(directive, at: span))
        }
      default: break
      }
    }
    return outline
  }

  /// Each key of a citation with the place where it is written.
  private func located(_ keys: [String], at position: SourcePosition) -> [Located<String>] {
    let written = text.rest(from: position)
    var index = written.startIndex
    return keys.map { key in
      let start = written.firstIndex(of: "@\(key)".utf8, from: index) ?? index
      index = start + 1 + key.utf8.count
      let column = position.column + start + 1 - written.startIndex
      let place = SourcePosition(line: position.line, column: column)
      return Located(key, at: text.span(place, length: key.utf8.count))
    }
  }
}

extension Outline {
  /// Makes just as much room as there will be links and images: outlines are kept by the thousand.
  fileprivate mutating func reserve(for document: Document, links count: Int) {
    var images = 0
    for index in document.nodes.indices { if case .image = document.nodes[index].kind { images += 1 } }
    links.reserveCapacity(count - images)
    self.images.reserveCapacity(images)
  }
}
