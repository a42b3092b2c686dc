import PackhorseCore

extension StructureChecks {
  /// Confidence is asked for in a question, once before and once after.
  mutating func checkConfidence(_ directive: Directive, at index: Int) {
    if document.nodes[index].end == index + 1 {
      diagnostics.append(.confidenceWithoutQuestion(at: directive.span))
    }
    guard let name = directive["name"], let when = directive["when"] else { return }
    if let first = confidences[name]?[when] {
      diagnostics.append(.confidenceAskedTwice(directive, first: first))
    } else {
      confidences[name, default: [:]][when] = directive.span
    }
  }

  /// Each name has its two halves, the one before above the one after.
  mutating func checkConfidencePairs() {
    for (name, asked) in confidences.sorted(by: { $0.key < $1.key }) {
      if let before = asked["before"], let after = asked["after"], before.start < after.start { continue }
      let alone = asked.values.min { $0.start < $1.start }
      if let alone { diagnostics.append(.confidenceWithoutPair(name, at: alone)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func confidenceWithoutQuestion(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "confidence-without-question", "Confidence in nothing", at: span,
      suggestion: "write between the two lines what the reader is to judge")
  }

  fileprivate static func confidenceAskedTwice(_ directive: Directive, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "confidence-asked-twice", "Confidence '\(directive["name"] ?? "")' is asked for here again",
      at: directive.span, because: "The two answers would overwrite each other.",
      notes: [Note("first asked for here", at: first)], suggestion: "give one of them another name")
  }

  fileprivate static func confidenceWithoutPair(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "confidence-without-pair", "Confidence '\(name)' is not asked for before and then after",
      at: span, because: "A reader is shown the gap between the two.",
      suggestion:
        "write one block with when=\"before\" and, below it, one of the same name with when=\"after\"")
  }
}
