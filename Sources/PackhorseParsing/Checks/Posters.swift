import PackhorseCore

/// What a poster has to hold.
extension StructureChecks {
  /// A poster has a page to itself, one heading, which is its message, and no more text than the sheet has room for.
  mutating func checkPoster(_ directive: Directive, at index: Int) {
    if hasPoster { diagnostics.append(.posterBesideAnother(at: directive.span)) }
    hasPoster = true
    let headings = document.children(of: index).filter { child in
      if case .heading = document.nodes[child].kind { true } else { false }
    }
    if headings.isEmpty { diagnostics.append(.posterWithoutHeading(at: directive.span)) }
    if headings.count > 1 { diagnostics.append(.posterWithSeveralHeadings(at: firstLine(headings[1]))) }
    let length = document.plainText(in: index + 1..<document.nodes[index].end).count
    if length > Poster.room { diagnostics.append(.posterTooLong(length, at: directive.span)) }
  }
}

extension Diagnostic {
  fileprivate static func posterWithoutHeading(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "poster-without-heading", "Poster without a heading", at: span,
      because: "The heading is what people read from across the room.",
      suggestion: "begin it with '## ' and its message")
  }

  fileprivate static func posterWithSeveralHeadings(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "poster-with-several-headings", "Second heading of a poster", at: span,
      because: "A poster has one message.", suggestion: "make two posters of it, or write it as a paragraph")
  }

  fileprivate static func posterBesideAnother(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "several-posters", "Second poster of a page", at: span,
      because: "Who prints a page with a poster wants one sheet, and finds it by the title of the page.",
      suggestion: "give it a page of its own")
  }

  fileprivate static func posterTooLong(_ length: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "poster-too-long", "Poster of \(length) characters; there is room for \(Poster.room)",
      at: span,
      because: "Letters that can be read from two metres take the room; the rest would not be on the sheet.",
      suggestion: "say less, and let the code lead to the rest")
  }
}
