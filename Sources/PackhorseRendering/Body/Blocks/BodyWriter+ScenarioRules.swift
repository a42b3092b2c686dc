import PackhorseCore

/// What scenes and choices depend on, in words, and as numbers for the script.
extension BodyWriter {
  /// What a scene or a choice depends on, in an element of its own.
  mutating func writeConditions(
    _ conditions: [ScenarioRules.Condition], of scenario: Scenario, in element: StaticString
  ) {
    guard !conditions.isEmpty else { return }
    let told = conditions.map { condition in
      let note = scenario.notes[condition.note].name
      return switch condition.test {
      case .isSo: note
      case .isNotSo: words("block.scenario.not", ["note": note])
      case .atLeast(let number): words("block.scenario.at-least", ["note": note, "number": String(number)])
      case .atMost(let number): words("block.scenario.at-most", ["note": note, "number": String(number)])
      }
    }
    write(told, as: "only-if", place: "conditions", in: element)
  }

  /// What a choice leaves behind, for whoever keeps the tally.
  mutating func writeEffects(_ effects: [ScenarioRules.Effect], of scenario: Scenario) {
    guard !effects.isEmpty else { return }
    let told = effects.map { effect in
      let note = scenario.notes[effect.note].name
      guard case .add(let number) = effect.change else { return note }
      let key = number > 0 ? "block.scenario.more" : "block.scenario.less"
      return words(key, ["note": note, "number": String(abs(number))])
    }
    write(told, as: "remember", place: "notes", in: "p")
  }

  private mutating func write(
    _ parts: [String], as name: StaticString, place: String, in element: StaticString
  ) {
    html.out.write("<")
    html.out.write(element)
    html.out.write(" class=\"")
    html.out.write(name)
    html.out.write("\">")
    let text = parts.joined(separator: words("page.join.comma"))
    html.out.write(words, "block.scenario.\(name)", [place: HTML(text: text)])
    html.out.write("</")
    html.out.write(element)
    html.out.write(">\n")
  }

  /// All that a scenario remembers, to tick and to count on paper.
  mutating func writeTally(_ notes: [ScenarioNote]) {
    guard !notes.isEmpty else { return }
    html.out.write("<p>")
    html.out.write(words, "block.scenario.tally")
    html.out.write("</p>\n<ul class=\"tally\">\n")
    for note in notes {
      html.out.write(note.isScore ? "<li data-score=\"0\">" : "<li>")
      html.out.write(text: note.name)
      html.out.write("</li>\n")
    }
    html.out.write("</ul>\n")
  }

  /// The rules of a choice for the script: a note's number in the tally, a sign and a number.
  ///
  /// What was done counts 1.
  mutating func writeRuleAttributes(_ choice: Scenario.Choice, of scenario: Scenario) {
    let tests = scenario.conditions(of: choice).map { condition in
      switch condition.test {
      case .isSo: "\(condition.note)>=1"
      case .isNotSo: "\(condition.note)<=0"
      case .atLeast(let number): "\(condition.note)>=\(number)"
      case .atMost(let number): "\(condition.note)<=\(number)"
      }
    }
    let changes = choice.rules.effects.map { effect in
      switch effect.change {
      case .isSo: "\(effect.note)=1"
      case .add(let number): "\(effect.note)\(number > 0 ? "+" : "-")\(abs(number))"
      }
    }
    writeAttribute("data-only-if", tests)
    writeAttribute("data-remember", changes)
  }

  private mutating func writeAttribute(_ name: StaticString, _ parts: [String]) {
    guard !parts.isEmpty else { return }
    html.out.write(" ")
    html.out.write(name)
    html.out.write("=\"")
    html.out.write(text: parts.joined(separator: " "))
    html.out.write("\"")
  }
}
