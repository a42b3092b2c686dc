import PackhorseCore

extension StructureChecks {
  /// A dialogue has turns, and each note follows the turn it is about.
  mutating func checkDialogue(_ directive: Directive, at index: Int) {
    var hasTurn = false
    for child in document.children(of: index) {
      switch document.nodes[child].kind {
      case .paragraph: hasTurn = hasTurn || document.boldLabel(of: child) != nil
      case .blockQuote: if !hasTurn { diagnostics.append(.noteWithoutTurn(at: firstLine(child))) }
      default: break
      }
    }
    if !hasTurn { diagnostics.append(.dialogueWithoutTurns(at: directive.span)) }
  }
}

extension Diagnostic {
  fileprivate static func dialogueWithoutTurns(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "dialogue-without-turns", "Dialogue in which nobody speaks", at: span,
      suggestion: "begin each turn with a name in bold and a colon: '**GP:** …'")
  }

  fileprivate static func noteWithoutTurn(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "dialogue-note-without-turn", "Note before anybody has spoken", at: span,
      because: "A note is about the turn above it.", suggestion: "put it below a turn")
  }
}
