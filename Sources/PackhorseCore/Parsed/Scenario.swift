/// A branching conversation as it lies in a document: scenes, each under a heading, and the choices that lead on.
package struct Scenario: Sendable {
  package struct Scene: Sendable {
    /// The index of its heading.
    package var heading: Int
    package var anchor: String
    /// What stands below the heading, up to the next scene.
    package var content: Range<Int>
    /// The indices of what is shown of it: all but lists, whose items are choices, and rules.
    package var text: [Int] = []
    /// What every choice that leads here depends on.
    package var conditions: [ScenarioRules.Condition] = []
    /// Empty where the conversation ends.
    package var choices: [Choice] = []
  }

  package struct Choice: Sendable {
    /// The index of its list item.
    package var item: Int
    /// The index of the link that is the choice; nil where the item does not consist of one.
    package var link: Int?
    /// The place among the scenes to which it leads; nil where it leads to none.
    package var scene: Int?
    /// The indices of what is said about the choice.
    package var feedback: [Int] = []
    package var rules = ScenarioRules()
  }

  /// What stands before the first scene.
  package private(set) var introduction: Range<Int>
  package private(set) var scenes: [Scene] = []
  /// Everything that it remembers or asks for, in the order in which it is first named.
  package private(set) var notes: [ScenarioNote] = []
  /// The indices of rules that cannot be read.
  package private(set) var unreadRules: [Int] = []

  /// Reads the block at an index: the level of its first heading is that of its scenes, and each list in a scene is of choices.
  package init(_ document: Document, at block: Int) {
    let end = document.nodes[block].end
    introduction = block + 1..<end
    var level: Int?
    for index in document.children(of: block) {
      guard case .heading(let found, let anchor) = document.nodes[index].kind, found == level ?? found else {
        continue
      }
      level = found
      if scenes.isEmpty {
        introduction = block + 1..<index
      } else {
        scenes[scenes.count - 1].content = scenes[scenes.count - 1].content.lowerBound..<index
      }
      scenes.append(Scene(heading: index, anchor: anchor, content: document.nodes[index].end..<end))
    }
    readScenes(of: document)
  }

  private mutating func readScenes(of document: Document) {
    let places = Dictionary(scenes.enumerated().map { ($0.element.anchor, $0.offset) }) { first, _ in first }
    var reader = ScenarioReader(document)
    for place in scenes.indices {
      var rules = ScenarioRules()
      for index in document.siblings(in: scenes[place].content) {
        if document.isList(index) {
          scenes[place].choices += document.children(of: index).map { document.choice($0, places, &reader) }
          continue
        }
        switch reader.kind(of: index) {
        case .onlyIf: reader.read(.onlyIf, index, into: &rules)
        // A choice is remembered, and a scene is not.
        case .remember: reader.refuse(index)
        case nil: scenes[place].text.append(index)
        }
      }
      scenes[place].conditions = rules.conditions
    }
    notes = reader.notes
    unreadRules = reader.unread
  }

  /// What a choice depends on: its own conditions, and those of the scene to which it leads.
  package func conditions(of choice: Choice) -> [ScenarioRules.Condition] {
    choice.rules.conditions + (choice.scene.map { scenes[$0].conditions } ?? [])
  }
}

extension Document {
  package func isList(_ index: Int) -> Bool {
    if case .list = nodes[index].kind { true } else { false }
  }

  fileprivate func choice(
    _ item: Int, _ places: [String: Int], _ reader: inout ScenarioReader
  ) -> Scenario.Choice {
    let link = link(ofItem: item)
    var choice = Scenario.Choice(item: item, link: link)
    guard let link, case .link(let destination, _) = nodes[link].kind else { return choice }
    let written = string(destination)
    if written.hasPrefix("#") { choice.scene = places[String(written.dropFirst())] }
    for index in children(of: item).dropFirst() {
      if let kind = reader.kind(of: index) {
        reader.read(kind, index, into: &choice.rules)
      } else {
        choice.feedback.append(index)
      }
    }
    return choice
  }

  /// The link that is the whole of an item's first paragraph.
  private func link(ofItem item: Int) -> Int? {
    let link = item + 2
    guard link < nodes[item].end, case .paragraph = nodes[item + 1].kind, case .link = nodes[link].kind,
      nodes[link].end == nodes[item + 1].end
    else { return nil }
    return link
  }
}
