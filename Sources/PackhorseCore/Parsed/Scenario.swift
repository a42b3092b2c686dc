/// A branching conversation as it lies in a document: scenes, each under a heading, and the choices that lead on.
package struct Scenario: Sendable {
  package struct Scene: Sendable {
    /// The index of its heading.
    package var heading: Int
    package var anchor: String
    /// What stands below the heading, up to the next scene.
    package var content: Range<Int>
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
    /// What is said about the choice.
    package var feedback: Range<Int>
  }

  /// What stands before the first scene.
  package private(set) var introduction: Range<Int>
  package private(set) var scenes: [Scene] = []

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
    let places = Dictionary(scenes.enumerated().map { ($0.element.anchor, $0.offset) }) { first, _ in first }
    for place in scenes.indices {
      scenes[place].choices = document.siblings(in: scenes[place].content).filter(document.isList)
        .flatMap(document.children).map { document.choice($0, places) }
    }
  }

  /// The scenes to which one leads by a single choice.
  package func next(after place: Int) -> [Int] { scenes[place].choices.compactMap(\.scene) }
}

extension Document {
  package func isList(_ index: Int) -> Bool {
    if case .list = nodes[index].kind { true } else { false }
  }

  fileprivate func choice(_ item: Int, _ places: [String: Int]) -> Scenario.Choice {
    let link = link(ofItem: item)
    var choice = Scenario.Choice(item: item, link: link, feedback: item + 1..<nodes[item].end)
    guard let link, case .link(let destination, _) = nodes[link].kind else { return choice }
    choice.feedback = nodes[item + 1].end..<nodes[item].end
    let written = string(destination)
    if written.hasPrefix("#") { choice.scene = places[String(written.dropFirst())] }
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
