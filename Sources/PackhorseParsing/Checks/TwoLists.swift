import PackhorseCore

extension StructureChecks {
  /// `do-dont` and `pros-cons` hold two lists and nothing else.
  mutating func checkTwoLists(_ directive: Directive, at index: Int) {
    let children = document.children(of: index)
    guard children.count != 2 || !children.allSatisfy(isList) else { return }
    diagnostics.append(.directiveNeedsTwoLists(directive))
  }
}

extension Diagnostic {
  fileprivate static func directiveNeedsTwoLists(_ directive: Directive) -> Diagnostic {
    Diagnostic(
      .error, "directive-needs-two-lists",
      "'\(directive.name.rawValue)' does not hold two lists and nothing else",
      at: directive.span, because: "The two lists stand side by side.",
      suggestion: "begin the lines of the first list with '+' and those of the second with '-'")
  }
}
