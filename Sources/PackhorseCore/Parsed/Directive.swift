/// A block that an author writes between `:::name` and `:::`.
package struct Directive: Sendable, Hashable {
  package var name: DirectiveName
  package var arguments: [String: Located<String>]
  /// The opening line.
  package var span: SourceSpan

  package init(name: DirectiveName, arguments: [String: Located<String>], span: SourceSpan) {
    self.name = name
    self.arguments = arguments
    self.span = span
  }

  package subscript(_ argument: String) -> String? { arguments[argument]?.value }
}

/// The blocks that an author can write, named as they are written.
///
/// docs/directives.md shows each.
package enum DirectiveName: String, Sendable, Hashable, CaseIterable {
  case callout, dialogue, discuss, video, quiz, checklist, chart, table, criteria, groups, story
  case scenario, confidence, goal, reflect, agenda, cards, planner, charter, form, codes, poster
  case actionPlan = "action-plan"
  case doDont = "do-dont"
  case prosCons = "pros-cons"
  case evidenceCard = "evidence-card"
  case twoFutures = "two-futures"
  case copyText = "copy-text"
  case fragileGroups = "fragile-groups"
  case prescribingBesideReferral = "prescribing-beside-referral"

  /// The arguments that may stand on the opening line, and whether each must.
  package var arguments: [(name: String, isRequired: Bool)] {
    switch self {
    case .callout: [("kind", true), ("title", false)]
    case .dialogue: [("title", true)]
    case .discuss: [("minutes", false), ("title", false)]
    case .agenda: [("minutes", true), ("title", false)]
    case .cards: [("kind", true), ("title", false), ("criteria", false)]
    case .video: [("src", true), ("captions", true), ("title", true), ("minutes", false)]
    case .quiz: [("title", false), ("kind", false), ("shuffle", false)]
    case .checklist, .scenario, .goal, .reflect, .twoFutures, .planner, .copyText: [("title", false)]
    case .form: [("name", true), ("criteria", true)]
    case .poster: [("size", true), ("for", true), ("code", false)]
    case .confidence: [("name", true), ("when", true)]
    case .actionPlan, .charter: [("title", false), ("lines", false)]
    case .evidenceCard: [("source", true), ("design", true), ("n", false), ("certainty", true)]
    case .chart: [("measure", true), ("kind", false)]
    case .table: [("measure", true)]
    case .prescribingBesideReferral: [("prescribing", true), ("referral", true)]
    case .criteria, .story: [("name", true)]
    case .groups: [("activity", false), ("day", false)]
    case .doDont, .prosCons, .codes, .fragileGroups: []
    }
  }

  /// The values that an argument may have, or nil where any text will do.
  package func allowedValues(of argument: String) -> [String]? {
    switch (self, argument) {
    case (.callout, "kind"): ["info", "warning", "safety"]
    case (.chart, "kind"): ChartKind.allCases.map(\.rawValue)
    case (.quiz, "kind"): QuizKind.allCases.map(\.rawValue)
    case (.form, "name"): PaperForm.allCases.map(\.rawValue)
    case (.confidence, "when"): ["before", "after"]
    case (.cards, "kind"): CardKind.allCases.map(\.rawValue)
    case (.poster, "size"): Poster.Size.allCases.map(\.rawValue)
    case (.poster, "for"): Poster.Reader.allCases.map(\.rawValue)
    case (.agenda, "minutes"): (1...480).map(String.init)
    case (.actionPlan, "lines"), (.charter, "lines"): (1...12).map(String.init)
    case (.quiz, "shuffle"): ["yes", "no"]
    case (.evidenceCard, "certainty"): ["high", "moderate", "low", "very-low", "not-rated"]
    default: nil
    }
  }

  /// Blocks that a script makes more of: their pages carry it.
  package var isInteractive: Bool {
    switch self {
    case .quiz, .scenario, .confidence, .goal, .actionPlan, .reflect, .planner, .charter: true
    default: false
    }
  }

  /// Blocks that are made for paper or for the clinical system, with a style sheet of their own.
  package var isPaper: Bool { [.form, .cards, .codes, .copyText, .poster].contains(self) }

  /// Blocks that hold no text of their own and are written as one line and a closing line.
  package var isEmpty: Bool {
    switch self {
    case .chart, .table, .criteria, .groups, .story, .form, .codes, .fragileGroups,
      .prescribingBesideReferral:
      true
    default: false
    }
  }
}

/// What an author can write inside a line: `:term[link worker]`.
package enum InlineDirectiveName: String, Sendable, Hashable, CaseIterable {
  case stat, term, word
}
