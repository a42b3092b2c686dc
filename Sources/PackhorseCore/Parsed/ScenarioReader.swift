/// Reads the rules of a scenario's scenes and choices, and numbers what they name in the order in which it comes.
struct ScenarioReader {
  enum Kind: String, CaseIterable {
    case onlyIf = "only if"
    case remember
  }

  let document: Document
  private(set) var notes: [ScenarioNote] = []
  /// The indices of paragraphs that cannot be read, or use a name in two ways.
  private(set) var unread: [Int] = []
  private var places: [String: Int] = [:]

  init(_ document: Document) {
    self.document = document
  }

  /// Which rule a paragraph is, if it begins with a rule's name in bold and a colon.
  func kind(of paragraph: Int) -> Kind? {
    document.boldLabel(of: paragraph).flatMap { Kind(rawValue: $0.label) }
  }

  /// Takes in a rule.
  mutating func read(_ kind: Kind, _ paragraph: Int, into rules: inout ScenarioRules) {
    guard let text = document.boldLabel(of: paragraph)?.text else { return }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let term = ScenarioTerm(part), add(term, kind, paragraph, to: &rules) else {
        refuse(paragraph)
        continue
      }
    }
  }

  mutating func refuse(_ paragraph: Int) {
    if unread.last != paragraph { unread.append(paragraph) }
  }

  /// False where the term makes no sense in a rule of this kind.
  private mutating func add(
    _ term: ScenarioTerm, _ kind: Kind, _ paragraph: Int, to rules: inout ScenarioRules
  ) -> Bool {
    switch (kind, term.meaning) {
    case (.onlyIf, .isSo): ask(.isSo, term, paragraph, of: &rules)
    case (.onlyIf, .isNotSo): ask(.isNotSo, term, paragraph, of: &rules)
    case (.onlyIf, .atLeast(let number)): ask(.atLeast(number), term, paragraph, of: &rules)
    case (.onlyIf, .atMost(let number)): ask(.atMost(number), term, paragraph, of: &rules)
    case (.remember, .isSo): change(.isSo, term, paragraph, of: &rules)
    case (.remember, .add(let number)): change(.add(number), term, paragraph, of: &rules)
    default: false
    }
  }

  private mutating func ask(
    _ test: ScenarioRules.Condition.Test, _ term: ScenarioTerm, _ paragraph: Int,
    of rules: inout ScenarioRules
  ) -> Bool {
    let isScore = test != .isSo && test != .isNotSo
    guard let note = note(term.name, isScore: isScore) else { return false }
    if notes[note].asked == nil { notes[note].asked = paragraph }
    rules.conditions.append(ScenarioRules.Condition(note: note, test: test, paragraph: paragraph))
    return true
  }

  private mutating func change(
    _ change: ScenarioRules.Effect.Change, _ term: ScenarioTerm, _ paragraph: Int,
    of rules: inout ScenarioRules
  ) -> Bool {
    guard let note = note(term.name, isScore: change != .isSo) else { return false }
    if notes[note].remembered == nil { notes[note].remembered = paragraph }
    rules.effects.append(ScenarioRules.Effect(note: note, change: change, paragraph: paragraph))
    return true
  }

  /// The number of a name; nil where it is used both for a score and for something done.
  private mutating func note(_ name: String, isScore: Bool) -> Int? {
    if let place = places[name.lowercased()] { return notes[place].isScore == isScore ? place : nil }
    places[name.lowercased()] = notes.count
    notes.append(ScenarioNote(name: name, isScore: isScore))
    return notes.count - 1
  }
}

extension Document {
  /// A paragraph that begins with something bold and a colon, inside the bold text or right behind it: the bold text in
  /// small letters, and what follows without a final stop.
  package func boldLabel(of paragraph: Int) -> (label: String, text: Substring)? {
    let strong = paragraph + 1
    guard case .paragraph = nodes[paragraph].kind, strong < nodes[paragraph].end,
      case .strong = nodes[strong].kind
    else { return nil }
    let bold = plainText(in: strong + 1..<nodes[strong].end)
    var rest = plainText(in: nodes[strong].end..<nodes[paragraph].end)[...]
    if bold.last != ":" {
      guard rest.first == ":" else { return nil }
      rest = rest.dropFirst()
    }
    if rest.last == "." { rest = rest.dropLast() }
    let words = bold.split { $0.isWhitespace || $0 == ":" }
    return (words.joined(separator: " ").lowercased(), rest)
  }
}
