import PackhorseCore

extension StructureChecks {
  /// An image says what it shows.
  mutating func checkImage(_ index: Int) {
    let inside = index + 1..<document.nodes[index].end
    if document.isBlank(inside) { diagnostics.append(.imageWithoutAlt(at: span(index, length: 2))) }
  }

  /// A link has words, or an image that says what it shows.
  mutating func checkLink(_ index: Int) {
    let inside = index + 1..<document.nodes[index].end
    if document.isBlank(inside) { diagnostics.append(.emptyLinkText(at: span(index, length: 1))) }
  }
}

extension Document {
  /// Whether a range of inlines has no text.
  fileprivate func isBlank(_ range: Range<Int>) -> Bool {
    nodes[range].allSatisfy { node in
      switch node.kind {
      case .text(let text), .code(let text): self[text].allSatisfy(\.isSpace)
      case .inlineDirective, .citation: false
      default: true
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func imageWithoutAlt(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "image-without-alt", "Image without a description", at: span,
      because: "Who cannot see it is told nothing.", suggestion: "say what it shows between '![' and ']'")
  }

  fileprivate static func emptyLinkText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "empty-link-text", "Link without words", at: span,
      because: "Nobody can see it or hear where it leads.",
      suggestion: "write between '[' and ']' where it leads")
  }
}
