import PackhorseCore

extension StructureChecks {
  /// A scenario has scenes; each can be reached from the first and comes to an end, and each choice leads on and says why.
  mutating func checkScenario(_ directive: Directive, at index: Int) {
    let scenario = Scenario(document, at: index)
    if scenario.scenes.isEmpty { diagnostics.append(.scenarioWithoutScenes(at: directive.span)) }
    for scene in scenario.scenes {
      for choice in scene.choices { check(choice, in: scenario) }
    }
    guard checkRules(of: scenario) else { return }
    checkStates(of: scenario, at: directive.span)
  }

  private mutating func check(_ choice: Scenario.Choice, in scenario: Scenario) {
    guard let link = choice.link else {
      diagnostics.append(.choiceWithoutLink(at: firstLine(choice.item)))
      return
    }
    // A link to no heading at all is reported when the page's links are bound.
    if choice.scene == nil, leadsOut(link) {
      diagnostics.append(.choiceLeavesScenario(at: firstLine(choice.item)))
    }
    if choice.feedback.isEmpty { diagnostics.append(.choiceWithoutFeedback(at: firstLine(choice.item))) }
  }

  /// Whether a link leads to another page, or to a heading of this page outside the scenario.
  private func leadsOut(_ link: Int) -> Bool {
    guard case .link(let destination, _) = document.nodes[link].kind else { return false }
    let written = document.string(destination)
    return !written.hasPrefix("#")
      || document.nodes.contains { node in
        if case .heading(_, let anchor) = node.kind { anchor == written.dropFirst() } else { false }
      }
  }
}

extension Diagnostic {
  fileprivate static func scenarioWithoutScenes(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "scenario-without-scenes", "Scenario without scenes", at: span,
      suggestion:
        "begin each scene with a heading, and end it with a list of choices that link to other scenes")
  }

  fileprivate static func choiceWithoutLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "choice-without-link", "Choice that leads nowhere", at: span,
      because: "Each item of a list in a scene is a choice, and its first paragraph is a link to a scene.",
      suggestion: "write '- [What is said](#the-next-scene)'")
  }

  fileprivate static func choiceLeavesScenario(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "choice-leaves-scenario", "Choice that leads out of its scenario", at: span,
      because: "A choice leads to a scene of the same block.",
      suggestion: "link to the heading of a scene, and put other links into the text")
  }

  fileprivate static func choiceWithoutFeedback(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "choice-without-feedback", "Choice without feedback", at: span,
      because: "A reader learns from what a choice does.",
      suggestion: "say it below the choice, after an empty line, indented like its text")
  }
}
