import PackhorseCore

extension BodyWriter {
  /// A conversation to rehearse: linked scenes, and a page for the facilitator that says what each choice does.
  ///
  /// On paper the scenes are a script for two; with the script there is one scene at a time.
  mutating func writeScenario(_ block: Directive, at index: Int) {
    let scenario = Scenario(document, at: index)
    formCounts[.scenario, default: 0] += 1
    let id = "scenario.\(formCounts[.scenario, default: 1])"
    html.out.write("<section class=\"scenario\" id=\"")
    html.out.write(text: id)
    html.out.write("\">\n")
    writeBlockTitle(block, otherwise: "block.scenario.title")
    write(scenario.introduction)
    for place in scenario.scenes.indices { writeScene(place, of: scenario, id: id) }
    html.out.write("<details class=\"facilitator fold\">\n<summary>")
    html.out.write(words, "block.scenario.facilitator")
    html.out.write("</summary>\n<p>")
    html.out.write(words, "block.scenario.how")
    html.out.write("</p>\n")
    writeTally(scenario.notes)
    for place in scenario.scenes.indices where !scenario.scenes[place].choices.isEmpty {
      writeGuide(place, of: scenario, id: id)
    }
    html.out.write("</details>\n</section>\n")
  }

  private mutating func writeScene(_ place: Int, of scenario: Scenario, id: String) {
    let scene = scenario.scenes[place]
    html.out.write("<section class=\"scene\" aria-labelledby=\"")
    html.out.write(text: scene.anchor)
    html.out.write("\">\n<p class=\"scene-number\">")
    html.out.write(words, "block.scenario.scene", numbered(place))
    html.out.write("</p>\n")
    write(scene.heading..<document.nodes[scene.heading].end)
    writeConditions(scene.conditions, of: scenario, in: "p")
    for index in scene.text { writeTurn(index) }
    if scene.choices.isEmpty {
      html.out.write("<p class=\"ending\">")
      html.out.write(words, "block.scenario.ending")
      html.out.write("</p>\n")
    } else {
      html.out.write("<p class=\"choices-title\">")
      html.out.write(words, "block.scenario.choose")
      html.out.write("</p>\n<ul class=\"choices\">\n")
      for (number, choice) in scene.choices.enumerated() {
        writeChoice(choice, of: scenario, guide: "\(id).\(place + 1).\(number + 1)")
      }
      html.out.write("</ul>\n")
    }
    html.out.write("</section>\n")
  }

  private mutating func writeChoice(_ choice: Scenario.Choice, of scenario: Scenario, guide: String) {
    guard let next = choice.scene else { return }
    html.out.write("<li")
    writeRuleAttributes(choice, of: scenario)
    html.out.write("><a class=\"say\" href=\"#")
    html.out.write(text: percentEncoded(scenario.scenes[next].anchor))
    html.out.write("\">")
    writeSaid(choice)
    html.out.write("</a> ")
    writeConditions(scenario.conditions(of: choice), of: scenario, in: "span")
    html.out.write("<span class=\"leads\">")
    html.out.write(words, "block.scenario.leads", numbered(next))
    html.out.write("</span> <a class=\"why\" href=\"#")
    html.out.write(text: guide)
    html.out.write("\">")
    html.out.write(words, "block.scenario.why")
    html.out.write("</a></li>\n")
  }

  /// What a scene's choices do, for whoever leads the rehearsal.
  private mutating func writeGuide(_ place: Int, of scenario: Scenario, id: String) {
    let scene = scenario.scenes[place]
    html.out.write("<p class=\"guide-title\"><strong>")
    html.out.write(words, "block.scenario.scene", numbered(place))
    html.out.write("</strong> ")
    write(scene.heading + 1..<document.nodes[scene.heading].end)
    html.out.write("</p>\n<ul class=\"guide\">\n")
    for (number, choice) in scene.choices.enumerated() {
      guard let next = choice.scene else { continue }
      html.out.write("<li id=\"")
      html.out.write(text: "\(id).\(place + 1).\(number + 1)")
      html.out.write("\">\n<p class=\"said\">")
      writeSaid(choice)
      html.out.write("</p>\n")
      for index in choice.feedback { write(index..<document.nodes[index].end) }
      writeConditions(scenario.conditions(of: choice), of: scenario, in: "p")
      writeEffects(choice.rules.effects, of: scenario)
      html.out.write("<p class=\"leads\"><a href=\"#")
      html.out.write(text: percentEncoded(scenario.scenes[next].anchor))
      html.out.write("\">")
      html.out.write(words, "block.scenario.leads", numbered(next))
      html.out.write("</a></p>\n</li>\n")
    }
    html.out.write("</ul>\n")
  }

  /// The text of a choice; nothing in it is a link of its own.
  private mutating func writeSaid(_ choice: Scenario.Choice) {
    guard let link = choice.link else { return }
    linkEnd = document.nodes[link].end
    write(link + 1..<linkEnd)
    linkEnd = 0
  }

  private func numbered(_ place: Int) -> KeyValuePairs<String, HTML> {
    ["number": HTML(text: String(place + 1))]
  }
}
