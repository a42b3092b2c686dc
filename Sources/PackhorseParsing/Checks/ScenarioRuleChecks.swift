import PackhorseCore

extension StructureChecks {
  /// Each rule can be read, and what it asks for is remembered somewhere; false where one makes no sense.
  mutating func checkRules(of scenario: Scenario) -> Bool {
    for rule in scenario.unreadRules { diagnostics.append(.badScenarioRule(at: firstLine(rule))) }
    let remembered = scenario.notes.filter { $0.remembered != nil }.map(\.name)
    let asked = scenario.notes.filter { $0.asked != nil }.map(\.name)
    var isWhole = scenario.unreadRules.isEmpty
    for note in scenario.notes {
      if let rule = note.asked, note.remembered == nil {
        let near = nearMiss(for: note.name, in: remembered)
        diagnostics.append(.unknownScenarioNote(note.name, near: near, at: firstLine(rule)))
        isWhole = false
      } else if let rule = note.remembered, note.asked == nil, !note.isScore, isWhole {
        let near = nearMiss(for: note.name, in: asked)
        diagnostics.append(.unusedScenarioNote(note.name, near: near, at: firstLine(rule)))
      }
    }
    if let first = scenario.scenes.first?.conditions.first {
      diagnostics.append(.firstSceneDepends(at: firstLine(first.paragraph)))
      isWhole = false
    }
    return isWhole
  }
}

extension Diagnostic {
  fileprivate static func badScenarioRule(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-scenario-rule", "Rule of a scenario that cannot be read", at: span,
      because: "A name stands for something done or for a score, and a score lies between 0 and 10.",
      suggestion:
        "write '**Remember:** asked about safety, trust +1' below a choice, or '**Only if:** asked about safety, trust at least 2'"
    )
  }

  fileprivate static func unknownScenarioNote(_ name: String, near: String?, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-scenario-note", "'\(name)' is asked for, but no choice remembers it", at: span,
      because: "The condition would never change.",
      suggestion: near.map { "did you mean '\($0)'?" } ?? "write '**Remember:** \(name)' below a choice")
  }

  fileprivate static func unusedScenarioNote(_ name: String, near: String?, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .warning, "unused-scenario-note", "'\(name)' is remembered, but nothing depends on it", at: span,
      suggestion: near.map { "did you mean '\($0)'?" } ?? "take it out, or write '**Only if:** \(name)'")
  }

  fileprivate static func firstSceneDepends(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "first-scene-depends", "First scene that depends on something", at: span,
      because: "Nothing has been chosen when a conversation begins.",
      suggestion: "put the condition below a choice or a later scene's heading")
  }
}
