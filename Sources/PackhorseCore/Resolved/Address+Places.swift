/// The files that Packhorse makes by itself, and the rule that gives every written page its address.
extension Address {
  package static let home = Address("index.html", isOfPractice: true)
  package static let modules = Address("modules/index.html")
  package static let pathways = Address("pathways/index.html")
  package static let criteria = Address("criteria/index.html")
  package static let stories = Address("stories/index.html")
  package static let evidence = Address("evidence/index.html")
  package static let summaries = Address("summaries/index.html")
  package static let practice = Address("practice/index.html", isOfPractice: true)
  package static let groups = Address("groups.html", isOfPractice: true)
  package static let glossary = Address("glossary.html")
  package static let linkWorker = Address("link-worker.html", isOfPractice: true)
  package static let outcomes = Address("outcomes.html", isOfPractice: true)
  package static let digest = Address("digest.html", isOfPractice: true)
  package static let changes = Address("changes.html")
  package static let checked = Address("checked.html")
  package static let coverage = Address("coverage.html")
  package static let coverageData = Address("data/coverage.csv")
  package static let search = Address("search.html")
  package static let groupsData = Address("data/groups.json")
  package static let outcomesData = Address("data/outcomes.csv")
  package static let areasData = Address("data/areas.csv")
  package static let movesData = Address("data/moves.csv")
  package static let dataNotes = Address("data/notes.txt")
  package static let dataPackage = Address("data/datapackage.json")
  package static let tableMetadata = Address("data/outcomes.csv-metadata.json")
  package static let notFound = Address("404.html")
  package static let atomFeed = Address("feed.xml", isOfPractice: true)
  package static let jsonFeed = Address("feed.json", isOfPractice: true)
  package static let sitemap = Address("sitemap.xml")
  package static let offlineWorker = Address("offline.js")
  package static let offlineList = Address("offline.json")

  /// Every place above.
  package static let places = [
    home, modules, pathways, criteria, stories, evidence, summaries, practice, groups, glossary, outcomes,
    changes, checked, coverage, coverageData, search, linkWorker, digest, outcomesData, groupsData, notFound,
    atomFeed,
    jsonFeed, sitemap,
  ]

  /// The address of a file of content/, which mirrors its path: `modules/a/b` becomes `modules/a/b.html`.
  package static func page(slug: String) -> Address { Address(slug + ".html") }

  /// The address of a page that is written in Markdown.
  package static func page(of source: SourcePage) -> Address {
    Address(source.slug + ".html", isOfPractice: source.isOfPractice)
  }

  /// What a network or board has for itself.
  package static func area(_ area: Area) -> Address { Address("areas/\(area.code.lowercased()).html") }

  /// The first page of all, which a practice's own home page is not.
  package static let network = Address("index.html")

  /// The page of a group of the directory.
  package static func group(_ id: String) -> Address { Address("groups/\(id).html") }

  package static func section(_ id: String) -> Address { Address("modules/\(id)/index.html") }
}

/// The ids of places on pages that Packhorse makes by itself, which links may name.
package enum Anchor {
  package static func question(_ id: String) -> String { "q-\(id)" }
  package static func outcome(_ id: String) -> String { "outcome-\(id)" }
  package static func group(_ id: String) -> String { "group-\(id)" }
  package static func measure(_ id: String) -> String { "measure-\(id)" }
}

extension SourcePage {
  /// True of pages that each of several practices has for itself.
  package var isOfPractice: Bool {
    switch kind {
    case .home, .practice: true
    case .summary: frontMatter.level == nil || frontMatter.level == .practice
    case .section, .module: practice != nil
    case .story, .evidence: false
    }
  }
}
