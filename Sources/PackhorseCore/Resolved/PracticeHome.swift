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
  /// All templates, the practice's own in the place of the site's; nil where it has none.
  package var templates: [TemplateSource]?
  /// The modules with its own among them; nil where it has none of its own.
  package var training: Training?

  package init(
    practice: Practice, photo: Address?, pcn: Area?, icb: Area?, groups: [Int] = [], words: Words? = nil,
    templates: [TemplateSource]? = nil
  ) {
    (self.practice, self.photo, self.pcn, self.icb, self.groups) = (practice, photo, pcn, icb, groups)
    (self.words, self.templates) = (words, templates)
  }

  package var area: Area { Area(level: .practice, code: practice.code, name: practice.name) }

  /// The folder that holds its pages: `practices/demo01/`.
  package var folder: String { Self.folder(of: practice.code) }

  package static func folder(of code: String) -> String { "practices/\(code.lowercased())/" }

  /// How many folders lie between the root and its pages.
  package static let folders = 2
}
