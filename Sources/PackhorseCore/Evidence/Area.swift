/// A practice, a network or a board that figures are published for.
package struct Area: Sendable, Hashable, Comparable {
  package var level: AreaLevel
  package var code: String
  package var name: String

  package init(level: AreaLevel, code: String, name: String) {
    self.level = level
    self.code = code
    self.name = name
  }

  /// The finer level comes first, then the code.
  package static func < (one: Area, other: Area) -> Bool {
    (one.level, one.code, one.name) < (other.level, other.code, other.name)
  }
}

/// A practice of `content/data/practices.csv` with the areas that it belongs to, and those that it belonged to before.
package struct ListedPractice: Sendable {
  package var code: Located<String>
  package var name: String
  /// The oldest first; there is always one.
  package private(set) var memberships: [Membership]

  package init(code: Located<String>, name: String, pcn: Area? = nil, icb: Area? = nil) {
    self.init(code: code, name: name, memberships: [Membership(pcn: pcn, icb: icb)])
  }

  /// `memberships` in any order; without any the practice belongs to no area.
  package init(code: Located<String>, name: String, memberships: [Membership]) {
    self.code = code
    self.name = name
    let ordered = memberships.sorted { $0.since < $1.since }
    self.memberships = ordered.isEmpty ? [Membership()] : ordered
  }

  /// The network that it belongs to now.
  package var pcn: Area? { memberships.last?.pcn }

  /// The board that it belongs to now.
  package var icb: Area? { memberships.last?.icb }
}

/// A network and a board that a practice belongs to from some month on.
package struct Membership: Sendable, Hashable {
  package var pcn: Area?
  package var icb: Area?
  /// The first month that is counted with them, counted from the year 0; `Int.min` where they were its first.
  package var since: Int

  package init(pcn: Area? = nil, icb: Area? = nil, since: Int = .min) {
    self.pcn = pcn
    self.icb = icb
    self.since = since
  }

  /// Both, the larger first.
  package var areas: [Area] { [icb, pcn].compactMap(\.self) }
}

/// What an area or a practice is a part of from some month on.
package struct Placing<Whole: Sendable & Hashable>: Sendable, Hashable {
  /// The smallest area that it is a part of; nil where it is a part of none.
  package var whole: Whole?
  /// The first month that is counted with it, counted from the year 0; `Int.min` where it was the first.
  package var since: Int

  package init(_ whole: Whole?, since: Int = .min) {
    self.whole = whole
    self.since = since
  }
}

extension SiteSettings {
  /// Those of the listed practices that a site of several is for, in the order of the list; none for a site of one.
  package func chosen(from practices: [ListedPractice]) -> [ListedPractice] {
    switch self.practices {
    case .one: return []
    case .all: return practices
    case .several(let codes):
      let chosen = Set(codes.map(\.value))
      return practices.filter { chosen.contains($0.code.value) }
    }
  }
}

extension [ListedPractice] {
  /// The network that all of them belong to, or else the board.
  package var commonArea: Area? {
    func common(_ area: (ListedPractice) -> Area?) -> Area? {
      let areas = Set(map(area))
      return areas.count == 1 ? areas.first ?? nil : nil
    }
    return common(\.pcn) ?? common(\.icb)
  }

  /// The networks and boards that they belong or belonged to, the finer first, by code.
  package var areas: [Area] { Set(flatMap { $0.memberships.flatMap(\.areas) }).sorted() }
}
