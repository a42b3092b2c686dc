/// One of several practices of a site, with what its own pages show.
package struct PracticeHome: Sendable {
  package var practice: Practice
  package var photo: Address?
  package var pcn: Area?
  package var icb: Area?
  /// Indices into `Publication.localGroups`.
  package var groups: [Int]

  /// The catalogue with the practice's own words; nil where it has none.
  package var words: Words?

  package init(
    practice: Practice, photo: Address?, pcn: Area?, icb: Area?, groups: [Int] = [], words: Words? = nil
  ) {
    (self.practice, self.photo, self.pcn, self.icb, self.groups) = (practice, photo, pcn, icb, groups)
    self.words = words
  }

  package var area: Area { Area(level: .practice, code: practice.code, name: practice.name) }

  /// The folder that holds its pages: `practices/demo01/`.
  package var folder: String { Self.folder(of: practice.code) }

  package static func folder(of code: String) -> String { "practices/\(code.lowercased())/" }

  /// How many folders lie between the root and its pages.
  package static let folders = 2
}
