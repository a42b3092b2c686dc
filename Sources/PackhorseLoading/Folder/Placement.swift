import PackhorseCore

/// What a file of the site folder is, by its path.
enum Placement: Equatable {
  case page(PageKind)
  /// A Markdown file where no page may lie.
  case misplacedPage
  case site, practice, glossary, measures, sources, references
  case pathway, criteria
  /// `content/practices/<code>/practice.yml` and `words.yml`
  case ownPractice, ownWords
  /// `content/practices/<code>/templates/`
  case ownTemplate
  case practices, outcomes, released, groups, services, consent
  /// The site's own words, and a template or file of the theme.
  case words, template
  /// A settings or data file that nothing reads.
  case unknown
  /// Whatever is looked at only where something links to it.
  case other

  init(path: String) {
    if let known = Placement.fixed[path] {
      self = known
      return
    }
    let folders = path.utf8.count { $0 == UInt8(ascii: "/") }
    switch (String(path.utf8.prefix { $0 != UInt8(ascii: "/") }), fileExtension(of: path)) {
    case ("templates", _): self = .template
    case ("content", _) where OwnPath(path)?.isTemplate == true: self = .ownTemplate
    case ("content", "md"): self = PageKind(path: path).map(Placement.page) ?? .misplacedPage
    case ("content", "yml") where folders == 2 && path.hasPrefix("content/pathways/"): self = .pathway
    case ("content", "yml") where folders == 2 && path.hasPrefix("content/criteria/"): self = .criteria
    case ("content", "yml") where folders == 3 && Placement.isOwn("practice.yml", path): self = .ownPractice
    case ("content", "yml") where folders == 3 && Placement.isOwn("words.yml", path): self = .ownWords
    case ("content", "yml"), ("content", "yaml"), ("content", "json"), ("words", "yml"), ("words", "yaml"):
      self = .unknown
    case ("content", "csv") where folders == 2 && path.hasPrefix("content/data/"): self = .unknown
    // What a practice counts stands with everybody's in content/data/.
    case ("content", "csv") where OwnPath(path) != nil: self = .unknown
    case ("private", "csv"): self = .unknown
    default: self = .other
    }
  }

  /// Files that lie in one place.
  private static let fixed: [String: Placement] = [
    "content/site.yml": .site, "content/practice.yml": .practice, "content/glossary.yml": .glossary,
    "content/references.json": .references, "content/data/measures.yml": .measures,
    "content/data/sources.yml": .sources,
    "content/data/practices.csv": .practices, "content/data/outcomes.csv": .outcomes,
    "content/data/released.csv": .released,
    "content/data/groups.csv": .groups, "content/data/groups.json": .services,
    "private/consent.csv": .consent,
    "words/en.yml": .words,
  ]

  private static func isOwn(_ name: String, _ path: String) -> Bool {
    path.hasPrefix("content/practices/") && path.hasSuffix("/" + name)
  }

  /// True for a file that is read as what its place says, whatever else names it.
  static func isFixed(_ path: String) -> Bool { fixed[path] != nil }

  /// The same path, as the program writes it itself where it knows the place.
  static func written(_ path: String) -> String { fixed.index(forKey: path).map { fixed[$0].key } ?? path }

  /// The known place that a file's path most likely meant.
  static func nearest(to path: String) -> String? {
    let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
    return nearMiss(
      for: path, in: fixed.keys + ["content/pathways/\(name).yml", "content/criteria/\(name).yml"])
  }
}
