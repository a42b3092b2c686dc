/// The files that Packhorse makes by itself, and the rule that gives every written page its address.
extension Address {
  package static let home = Address("index.html")
  package static let modules = Address("modules/index.html")
  package static let pathways = Address("pathways/index.html")
  package static let criteria = Address("criteria/index.html")
  package static let stories = Address("stories/index.html")
  package static let evidence = Address("evidence/index.html")
  package static let summaries = Address("summaries/index.html")
  package static let practice = Address("practice/index.html")
  package static let groups = Address("groups.html")
  package static let glossary = Address("glossary.html")
  package static let linkWorker = Address("link-worker.html")
  package static let outcomes = Address("outcomes.html")
  package static let changes = Address("changes.html")
  package static let coverage = Address("coverage.html")
  package static let coverageData = Address("data/coverage.csv")
  package static let search = Address("search.html")
  package static let groupsData = Address("data/groups.json")
  package static let outcomesData = Address("data/outcomes.csv")
  package static let notFound = Address("404.html")
  package static let feed = Address("feed.xml")
  package static let sitemap = Address("sitemap.xml")
  package static let offlineWorker = Address("offline.js")
  package static let offlineList = Address("offline.json")

  /// Every place above.
  package static let places = [
    home, modules, pathways, criteria, stories, evidence, summaries, practice, groups, glossary, outcomes,
    changes, coverage, coverageData, search, linkWorker, outcomesData, groupsData, notFound, feed, sitemap,
  ]

  /// The address of a file of content/, which mirrors its path: `modules/a/b` becomes `modules/a/b.html`.
  package static func page(slug: String) -> Address { Address(slug + ".html") }

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
