import PackhorseCore

extension StructureChecks {
  /// Text to copy stands as it is, between fences.
  mutating func checkCopyText(_ directive: Directive, at index: Int) {
    let children = document.children(of: index)
    let isCode = children.map { if case .codeBlock = document.nodes[$0].kind { true } else { false } }
    if isCode.filter(\.self).count != 1 { diagnostics.append(.copyTextWithoutText(at: directive.span)) }
  }
}

extension Diagnostic {
  fileprivate static func copyTextWithoutText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "copy-text-without-text", "Nothing to copy, or several things", at: span,
      because: "What is copied stands between two lines of three backticks, once.",
      suggestion: "put the text between ``` and ```")
  }
}
