import PackhorseCore

extension StructureChecks {
  /// The most cards that an author writes: eight fit a sheet, and the safety net is the last of them.
  private static let mostCards = 7

  /// Prompt cards begin with headings, and fit one sheet.
  mutating func checkPromptCards(_ directive: Directive, at index: Int) {
    let children = document.children(of: index)
    let headings = children.filter { if case .heading = document.nodes[$0].kind { true } else { false } }
    if headings.isEmpty || children.first != headings.first {
      diagnostics.append(.cardsWithoutHeading(at: directive.span))
    }
    if headings.count > Self.mostCards { diagnostics.append(.tooManyCards(at: firstLine(headings[7]))) }
  }

  /// Text to copy stands as it is, between fences.
  mutating func checkCopyText(_ directive: Directive, at index: Int) {
    let children = document.children(of: index)
    let isCode = children.map { if case .codeBlock = document.nodes[$0].kind { true } else { false } }
    if isCode.filter(\.self).count != 1 { diagnostics.append(.copyTextWithoutText(at: directive.span)) }
  }
}

extension Diagnostic {
  fileprivate static func tooManyCards(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "too-many-cards", "Eighth card of a sheet", at: span,
      because: "Eight cards fit a sheet, and the last of them is the safety net.",
      suggestion: "begin another block with it")
  }

  fileprivate static func copyTextWithoutText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "copy-text-without-text", "Nothing to copy, or several things", at: span,
      because: "What is copied stands between two lines of three backticks, once.",
      suggestion: "put the text between ``` and ```")
  }
}
