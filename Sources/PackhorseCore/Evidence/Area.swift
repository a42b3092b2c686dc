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

/// A practice of `content/data/practices.csv` with the areas that it belongs to.
package struct ListedPractice: Sendable {
  package var code: Located<String>
  package var name: String
  package var pcn: Area?
  package var icb: Area?

  package init(code: Located<String>, name: String, pcn: Area? = nil, icb: Area? = nil) {
    self.code = code
    self.name = name
    self.pcn = pcn
    self.icb = icb
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

  /// The networks and boards that they belong to, the finer first, by code.
  package var areas: [Area] { Set(flatMap { [$0.pcn, $0.icb] }.compactMap(\.self)).sorted() }
}
