import PackhorseCore

extension StructureChecks {
  /// Whatever a reader chose, each scene goes on or ends; each scene and each choice with a condition has its day.
  mutating func checkStates(of scenario: Scenario, at span: SourceSpan) {
    guard let states = ScenarioStates(of: scenario, budget: &scenarioBudget) else {
      return diagnostics.append(.scenarioTooLarge(at: span))
    }
    let reached = states.places
    let endless = states.endless
    for (place, scene) in scenario.scenes.enumerated() {
      let heading = firstLine(scene.heading)
      if !reached.contains(place) {
        diagnostics.append(.unreachableScene(at: heading))
      } else if let memory = states.stuck[place] {
        diagnostics.append(.stuckScene(scenario.told(memory), at: heading))
      } else if let memory = endless[place] {
        diagnostics.append(.endlessScene(scenario.told(memory), at: heading))
      }
      for (number, choice) in scene.choices.enumerated() where reached.contains(place) {
        guard !states.taken.contains([place, number]), let rule = choice.rules.conditions.first else {
          continue
        }
        diagnostics.append(.conditionNeverHolds(at: firstLine(rule.paragraph)))
      }
    }
  }
}

extension Scenario {
  /// What is remembered in a state, in words; nil where nothing can be.
  fileprivate func told(_ memory: ScenarioMemory) -> String? {
    let asked = notes.filter { $0.asked != nil }
    guard !asked.isEmpty else { return nil }
    return asked.enumerated().map { slot, note in
      if note.isScore { return "'\(note.name)' is \(memory[slot])" }
      return memory[slot] > 0 ? "'\(note.name)' was remembered" : "'\(note.name)' was not remembered"
    }.joined(separator: ", ")
  }
}

extension Diagnostic {
  fileprivate static func scenarioTooLarge(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "scenario-too-large", "Scenario with more ways through it than can be looked at", at: span,
      because:
        "A build follows up to \(ScenarioStates.budget) choices on a page, with at most \(ScenarioMemory.slots) things asked for in a scenario, to see that every way comes to an end.",
      suggestion: "remember less, or make two scenarios of it")
  }

  fileprivate static func unreachableScene(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unreachable-scene", "Scene that no reader can come to", at: span,
      because: "No row of choices leads here from the first scene.",
      suggestion: "link a choice to it, or take it out")
  }

  fileprivate static func stuckScene(_ memory: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "stuck-scene", "Scene in which a reader may have nothing to choose", at: span,
      because: memory.map { "None of its choices applies when \($0)." },
      suggestion: "give it a choice without '**Only if:**'")
  }

  fileprivate static func endlessScene(_ memory: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "endless-scene", "Scene from which the conversation never ends", at: span,
      because: memory.map { "Every choice leads round in a circle when \($0)." }
        ?? "Every choice leads round in a circle.",
      suggestion: "lead one of its choices to a scene that has no choices")
  }

  fileprivate static func conditionNeverHolds(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "condition-never-holds", "Choice that no reader is ever offered", at: span,
      because:
        "Whatever is chosen before, its conditions or those of the scene it leads to do not hold here.",
      suggestion: "change the condition, or let an earlier choice remember what it asks for")
  }
}
