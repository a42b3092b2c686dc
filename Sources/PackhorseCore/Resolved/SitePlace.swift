/// The files that Packhorse makes by itself, and the rule that gives every written page its address.
package enum SitePlace {
  package static let home = Address("index.html")
  package static let modules = Address("modules/index.html")
  package static let pathways = Address("pathways/index.html")
  package static let stories = Address("stories/index.html")
  package static let criteria = Address("criteria/index.html")
  package static let evidence = Address("evidence/index.html")
  package static let summaries = Address("summaries/index.html")
  package static let practice = Address("practice/index.html")
  package static let groups = Address("groups.html")
  package static let glossary = Address("glossary.html")
  package static let outcomes = Address("outcomes.html")
  package static let outcomesCSV = Address("data/outcomes.csv")
  package static let notFound = Address("404.html")
  package static let sitemap = Address("sitemap.xml")
  package static let feed = Address("feed.xml")

  /// Every place above.
  package static let all = [
    home, modules, pathways, stories, criteria, evidence, summaries, practice, groups, glossary, outcomes,
    outcomesCSV, notFound, sitemap, feed,
  ]

  /// The address of a file of content/, which mirrors its path: `modules/a/b` becomes `modules/a/b.html`.
  package static func page(slug: String) -> Address { Address(slug + ".html") }

  package static func section(_ id: String) -> Address { Address("modules/\(id)/index.html") }

  /// The anchor of a criteria question or outcome on its page.
  package static func criteriaAnchor(_ id: String) -> String { "step-\(id)" }

  /// The anchor of a group in the directory.
  package static func groupAnchor(_ id: String) -> String { "group-\(id)" }

  /// The anchor of a measure on the outcomes page.
  package static func measureAnchor(_ id: String) -> String { "measure-\(id)" }
}
