import PackhorseCore

extension StructureChecks {
  /// A dialogue has turns, and each note follows the turn it is about.
  mutating func checkDialogue(_ directive: Directive, at index: Int) {
    var hasTurn = false
    for child in document.children(of: index) {
      switch document.nodes[child].kind {
      case .paragraph: hasTurn = hasTurn || isTurn(child)
      case .blockQuote: if !hasTurn { diagnostics.append(.noteWithoutTurn(at: firstLine(child))) }
      default: break
      }
    }
    if !hasTurn { diagnostics.append(.dialogueWithoutTurns(at: directive.span)) }
  }

  /// A paragraph that begins with a bold name and a colon, inside the bold text or right behind it.
  private func isTurn(_ paragraph: Int) -> Bool {
    let name = paragraph + 1
    guard name < document.nodes[paragraph].end, case .strong = document.nodes[name].kind else { return false }
    let after = document.nodes[name].end
    if document.plainText(in: name + 1..<after).utf8.last == UInt8(ascii: ":") { return true }
    guard after < document.nodes[paragraph].end, case .text(let text) = document.nodes[after].kind else {
      return false
    }
    return document[text].first == UInt8(ascii: ":")
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
