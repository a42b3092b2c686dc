import PackhorseCore

/// The keys of front matter and the kinds of page that may and must have each, as docs/content.md lists them.
enum FrontMatterKey: String, CaseIterable {
  case title, summary, order, roles, minutes, requires, objectives, interventions, themes, techniques,
    capabilities
  case author
  case clinicalReview = "clinical-review"
  case reviewed, changed
  case reviewDue = "review-due"
  case sources, lang, aliases
  case level = "for"
  case measures
  case styleIgnore = "style-ignore"

  func isAllowed(on kind: PageKind) -> Bool {
    switch self {
    case .title, .summary, .author, .reviewed, .changed, .reviewDue, .lang, .aliases, .styleIgnore: true
    case .order: kind != .home
    case .roles: [.module, .practice].contains(kind)
    case .minutes: [.module, .practice, .evidence].contains(kind)
    case .requires, .objectives, .capabilities: kind == .module
    case .interventions, .themes, .techniques: [.module, .story, .evidence, .practice].contains(kind)
    case .clinicalReview: [.module, .evidence, .practice, .summary].contains(kind)
    case .sources: [.module, .evidence, .practice].contains(kind)
    case .level, .measures: kind == .summary
    }
  }

  func isRequired(on kind: PageKind) -> Bool {
    switch self {
    case .title: true
    case .summary: kind != .home && kind != .practice
    case .roles, .minutes, .objectives: kind == .module
    case .clinicalReview, .reviewed, .reviewDue: [.module, .evidence].contains(kind)
    case .level, .measures: kind == .summary
    default: false
    }
  }
}

extension PageKind {
  /// What it is called in a message.
  var name: String {
    switch self {
    case .home: "the home page"
    case .section: "a section's page"
    case .module: "a module"
    case .story: "a story"
    case .evidence: "an evidence page"
    case .summary: "a summary"
    case .practice: "a page of the practice"
    }
  }
}
