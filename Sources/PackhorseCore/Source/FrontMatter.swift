/// What stands above a page's text.
///
/// Each kind of page allows its own keys; docs/content.md lists them.
package struct FrontMatter: Sendable {
  package var title = ""
  package var summary = ""
  package var roles: [Located<String>] = []
  /// Reading and working time in minutes.
  package var minutes: Int?
  /// Place in its listing; equal or absent places go by title.
  package var order: Int?
  /// Slugs (`section/slug`) of modules to read first.
  package var requires: [Located<String>] = []
  /// Numbers 1 to 10 of the study's proposed interventions.
  package var interventions: [Located<Int>] = []
  /// Sub-theme ids of the study map.
  package var themes: [Located<String>] = []
  /// Technique ids of the study map.
  package var techniques: [Located<String>] = []
  package var capabilities: [String] = []
  package var objectives: [String] = []
  package var author: String?
  /// What stands in place of a name while nobody answers for the clinical content.
  package static let noReviewerYet = "none yet"

  /// Who answers for the clinical content, or `none yet`; nil where the page does not say.
  package var clinicalReview: String?
  package var reviewed: CalendarDate?
  /// When what it says last changed so that a reader should know; nil where its review tells.
  package var changed: CalendarDate?
  package var reviewDue: Located<CalendarDate>?
  /// Citation keys of what the page rests on.
  package var sources: [Located<String>] = []
  package var language: String?
  /// Former addresses, as paths in the output.
  package var aliases: [Located<String>] = []
  /// Of a summary: the level it is built for.
  package var level: AreaLevel?
  /// Of a summary: measure ids.
  package var measures: [Located<String>] = []

  package init() {}

  /// The day from which the page counts as new to who was here before.
  package var newSince: CalendarDate? { changed ?? reviewed }
}

/// The level that a summary or a published figure is for, the finest first.
package enum AreaLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case practice, pcn, icb, site

  /// 0 for the finest.
  package var order: Int {
    switch self {
    case .practice: 0
    case .pcn: 1
    case .icb: 2
    case .site: 3
    }
  }

  package static func < (one: AreaLevel, other: AreaLevel) -> Bool { one.order < other.order }
}
