import PackhorseCore

/// Every name that a page's text can use besides links: citations, terms, words, measures, stories, criteria.
struct NameBook: Sendable {
  var references: Set<String>
  /// Glossary ids by lower-case term and by its other spellings.
  var terms: [String: String]
  var words: Set<String>
  var measures: Set<String>
  var measuresByID: [String: Measure]
  var stories: Set<String>
  var criteria: Set<String>
  var activities: Set<String>
  var days: Set<String>
  /// The address at which the site will lie; nil where nobody said.
  var siteURL: String?
  /// False where several practices belong to no area in common: a text for all of them has no figures to show.
  var hasSharedFigures: Bool
  /// The folder of the practice with the longest code; nil in a site for one.
  var longestFolder: String?

  init(_ site: ParsedSite) {
    let source = site.source
    references = Set(source.references.map(\.key))
    terms = [:]
    for entry in source.glossary {
      for spelling in [entry.term] + entry.also { terms[spelling.lowercased()] = entry.id }
    }
    words = Set(source.settings.localWords.keys)
    measures = Set(source.measures.map(\.id))
    measuresByID = Dictionary(source.measures.map { ($0.id, $0) }) { first, _ in first }
    stories = Set(site.pages.filter { $0.source.kind == .story }.map(\.source.storyID))
    criteria = Set(source.criteria.map(\.name))
    // Many groups do the same: each of their words is put in small letters once.
    activities = Set(Set(source.groups.lazy.map(\.activity)).map { $0.lowercased() })
    days = Set(Set(source.groups.lazy.map(\.day)).map { $0.lowercased() })
    siteURL = source.settings.url
    let chosen = source.settings.chosen(from: source.practices)
    hasSharedFigures = source.settings.practice != nil || chosen.commonArea != nil
    longestFolder = chosen.map { PracticeHome.folder(of: $0.code.value) }.max {
      $0.utf8.count < $1.utf8.count
    }
  }
}

extension SourcePage {
  /// The id that the consent register and `:::story name="…"` use.
  var storyID: String { String(slug.dropFirst("stories/".utf8.count)) }
}

extension Criteria {
  /// The name that `:::criteria name="…"` uses.
  var name: String { String(slug.dropFirst("criteria/".utf8.count)) }
}
