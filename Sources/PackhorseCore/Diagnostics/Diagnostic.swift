/// A problem in what somebody wrote, with the place, the reason and what to write instead.
///
/// Diagnostics are collected, never thrown: a stage carries on past one, so that one run reports everything.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, Comparable {
    case note, warning, error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
  }

  /// A second place that helps to understand the first, as in "first used here".
  package struct Note: Hashable, Sendable {
    package var text: String
    package var span: SourceSpan?

    package init(_ text: String, at span: SourceSpan? = nil) {
      self.text = text
      self.span = span
    }
  }

  package var severity: Severity
  /// The condition in kebab case, as docs/diagnostics.md lists it: `unknown-link`.
  package var id: String
  /// One line without a final stop, the most specific word first.
  package var summary: String
  package var span: SourceSpan?
  /// Why it matters; left out where it would repeat the summary.
  package var explanation: String?
  package var notes: [Note]
  /// What to write instead: "did you mean 'listening'?".
  package var suggestion: String?
  /// Problems of age alone (an overdue review, a stale group) stay warnings under `--strict`.
  package var isAboutAge: Bool

  package init(
    _ severity: Severity, _ id: String, _ summary: String, at span: SourceSpan?,
    because explanation: String? = nil,
    notes: [Note] = [], suggestion: String? = nil, isAboutAge: Bool = false
  ) {
    self.severity = severity
    self.id = id
    self.summary = summary
    self.span = span
    self.explanation = explanation
    self.notes = notes
    self.suggestion = suggestion
    self.isAboutAge = isAboutAge
  }
}

extension [Diagnostic] {
  /// Each problem once, by path and then by place; problems without a place come last.
  ///
  /// Those that are said of one place in one way stay in the order in which they were found.
  package func ordered() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { one, other in
      switch (one.span, other.span) {
      case (let a?, let b?):
        (a.path, a.start.line, a.start.column, one.id, one.summary)
          < (b.path, b.start.line, b.start.column, other.id, other.summary)
      case (nil, nil): (one.id, one.summary) < (other.id, other.summary)
      case (nil, _): false
      case (_, nil): true
      }
    }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}
