/// What a choice makes a scenario remember, and what a scene or a choice depends on.
///
/// Written as paragraphs that read as they are: `**Remember:** asked about safety, trust +1` and
/// `**Only if:** asked about safety, trust at least 2`.
package struct ScenarioRules: Sendable {
  /// Holds where the scenario remembers what it asks for.
  package struct Condition: Sendable, Hashable {
    package enum Test: Sendable, Hashable { case isSo, isNotSo, atLeast(Int), atMost(Int) }
    package var note: Int
    package var test: Test
    /// The index of its paragraph.
    package var paragraph: Int
  }

  /// What a choice changes.
  package struct Effect: Sendable, Hashable {
    package enum Change: Sendable, Hashable { case isSo, add(Int) }
    package var note: Int
    package var change: Change
    package var paragraph: Int
  }

  /// All have to hold.
  package var conditions: [Condition] = []
  package var effects: [Effect] = []
}

/// Something that a scenario remembers: that something was done, or a score.
package struct ScenarioNote: Sendable {
  /// A score begins at 0 and stays within these bounds, whatever is added.
  package static let scores = 0...10

  /// As it was first written.
  package var name: String
  package var isScore: Bool
  /// The indices of the first paragraphs that change it and that ask for it.
  package var remembered: Int?
  package var asked: Int?
}

/// One part of a rule, as in `trust at least 2`, read without regard to capitals and spaces.
struct ScenarioTerm {
  enum Meaning { case isSo, isNotSo, atLeast(Int), atMost(Int), add(Int) }

  var name: String
  var meaning: Meaning

  /// Nil where it holds no name, or a number that is none of a score's.
  init?(_ written: Substring) {
    var words = written.split(whereSeparator: \.isWhitespace)
    meaning = .isSo
    if words.count > 1, words[0].lowercased() == "not" {
      words.removeFirst()
      meaning = .isNotSo
    } else if let amount = words.last.flatMap(Self.amount) {
      words.removeLast()
      meaning = .add(amount)
    } else if words.count > 3, words[words.count - 3].lowercased() == "at",
      let number = Int(words[words.count - 1]), let bound = Self.bound(words[words.count - 2], number)
    {
      words.removeLast(3)
      meaning = bound
    }
    name = words.joined(separator: " ")
    guard !name.isEmpty, isWithinScores else { return nil }
  }

  private var isWithinScores: Bool {
    switch meaning {
    case .isSo, .isNotSo: true
    case .atLeast(let number), .atMost(let number): ScenarioNote.scores.contains(number)
    case .add(let number): number != 0 && ScenarioNote.scores.contains(abs(number))
    }
  }

  private static func bound(_ word: Substring, _ number: Int) -> Meaning? {
    switch word.lowercased() {
    case "least": .atLeast(number)
    case "most": .atMost(number)
    default: nil
    }
  }

  /// A number with its sign, as in `+2`, `-1` or, with a typographer's minus, `−1`.
  private static func amount(_ word: Substring) -> Int? {
    let digits = word.dropFirst()
    guard let sign = word.first, "+-−".contains(sign), !digits.isEmpty, digits.allSatisfy(\.isWholeNumber)
    else {
      return nil
    }
    let number = Int(digits) ?? .max
    return sign == "+" ? number : -number
  }
}
