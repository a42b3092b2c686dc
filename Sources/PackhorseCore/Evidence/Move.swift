/// A practice that went from one network or board to another.
package struct Move: Sendable, Hashable {
  package var practice: Area
  /// The smallest area that it left, and the one that it came to; nil for none.
  package var from: Area?
  package var to: Area?
  /// The first month that is counted with the new one: rows whose period began before belong to the old one.
  package var month: Period

  /// Whether it was part of no network before, whatever its board.
  package var isJoining: Bool { from == nil || from?.level == .icb && to?.level == .pcn }

  /// Whether it is part of no network any more, whatever its board.
  package var isLeaving: Bool { to == nil || from?.level == .pcn && to?.level == .icb }
}

extension Move {
  /// The moves among placings, by month, then by practice.
  static func all(in placings: [Area: [Placing<Area>]]) -> [Move] {
    let moves = placings.flatMap { practice, placings in
      zip([Placing(nil)] + placings, placings).filter { $1.since != .min }.map { before, after in
        Move(
          practice: practice, from: before.whole, to: after.whole,
          month: Period(length: .month, year: after.since / 12, part: after.since % 12 + 1))
      }
    }
    return moves.sorted { ($0.month, $0.practice) < ($1.month, $1.practice) }
  }
}

extension PublishedEvidence {
  /// Those that came to an area or left it, and those of the practice itself.
  package func moves(of area: Area) -> [Move] {
    moves.filter { move in
      move.practice == area || chain(from: move.from).contains(area) != chain(from: move.to).contains(area)
    }
  }

  /// An area and all that it is a part of.
  private func chain(from area: Area?) -> [Area] {
    area.map { [$0] + chain(from: placings[$0]?.last?.whole) } ?? []
  }
}
