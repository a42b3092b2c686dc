/// A form on one sheet of paper, named as an author writes it.
///
/// Nothing is entered on the page: what points to a person belongs on paper or in the clinical system.
package enum PaperForm: String, Sendable, Hashable, CaseIterable {
  case referral
  case messageBack = "message-back"

  /// What a part of a form asks for; its words stand in the catalogue under `block.form`.
  package enum Asks: Sendable {
    /// Lines, each with its own label.
    case lines
    /// Things to tick.
    case ticks
    /// Room to write under the part's title.
    case room(rows: Int)
  }

  package var parts: [(key: String, asks: Asks)] {
    switch self {
    case .referral:
      [
        ("person", .lines), ("referrer", .lines), ("consent", .ticks), ("matters", .room(rows: 3)),
        ("needs", .ticks), ("tried", .room(rows: 2)), ("risk", .lines), ("barriers", .ticks),
        ("clinical", .room(rows: 2)), ("feedback", .lines),
      ]
    case .messageBack:
      [
        ("between", .lines), ("person", .lines), ("contact", .ticks), ("matters", .room(rows: 3)),
        ("agreed", .room(rows: 4)), ("concern", .lines), ("consent", .ticks), ("next", .lines),
      ]
    }
  }
}
