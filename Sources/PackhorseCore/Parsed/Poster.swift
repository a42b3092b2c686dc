/// A sheet for a wall, with one message that can be read from two metres.
package enum Poster {
  /// The sheet; an author names it as `size`.
  package enum Size: String, Sendable, CaseIterable {
    case a4, a3
  }

  /// Who reads it; an author names them as `for`.
  package enum Reader: String, Sendable, CaseIterable {
    case patients, staff
  }

  /// How many characters a poster has room for, its heading among them.
  ///
  /// On both sizes it is the same, since letters grow with the sheet.
  package static let room = 230
}
