/// Everything that was read and typed but the pages, each value with its place; nothing is bound to anything yet.
package struct SourceSite: Sendable {
  package var settings = SiteSettings()
  package var words = Words([:])
  package var practice = Practice()
  /// What each of several practices says of itself, by code.
  package var ownPractices: [String: Practice] = [:]
  /// Interface words of practices that have their own, by code: the whole catalogue.
  package var ownWords: [String: Words] = [:]
  package var glossary: [GlossaryEntry] = []
  package var references: [Reference] = []
  package var pathways: [Pathway] = []
  package var criteria: [Criteria] = []
  package var groups: [CommunityGroup] = []
  package var measures: [Measure] = []
  /// The practices of `content/data/practices.csv`.
  package var practices: [ListedPractice] = []
  /// What data files counted, sorted by practice, measure and period where records or national files were read.
  package var observations: [Observation] = []
  /// Figures that another build published, to be shown as they are.
  package var published: [PublishedRow] = []
  /// What was published before, from `content/data/released.csv`.
  package var released: [ReleasedFigure] = []
  package var listSizes: [ListSize] = []
  /// Names of practices by code, from the national list of practices.
  package var practiceNames: [String: String] = [:]
  /// What was understood of each data file.
  package var tables: [TableSummary] = []
  package var consent: [ConsentRecord] = []
  /// Ids of stories that were taken out by hand before the register says so.
  package var withdrawnStories: [String] = []
  package var templates: [TemplateSource] = []
  /// All templates of practices that have some of their own, by code.
  package var ownTemplates: [String: [TemplateSource]] = [:]
  /// The digest of all settings, words, templates and references.
  package var settingsDigest = DigestBuilder().digest
  /// Paths of files that a page may link to, in the site folder: `content/stories/garden.jpg`.
  package var assets: [String] = []
  /// The states of those files, by path; one is missing where it would not show one more change.
  package var assetStates: [String: FileState] = [:]

  package init() {}
}

extension SourceSite {
  /// What one of several practices says of itself, with what holds for all of them.
  package func practice(_ listed: ListedPractice) -> Practice {
    var own = (ownPractices[listed.code.value] ?? Practice()).filled(from: practice)
    own.name = listed.name
    own.code = listed.code.value
    return own
  }
}
