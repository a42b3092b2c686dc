import PackhorseCore

extension Address {
  static let home = Address("index.html")
  static let modules = Address("modules/index.html")
  static let pathways = Address("pathways/index.html")
  static let criteria = Address("criteria/index.html")
  static let stories = Address("stories/index.html")
  static let evidence = Address("evidence/index.html")
  static let summaries = Address("summaries/index.html")
  static let practice = Address("practice/index.html")
  static let groups = Address("groups.html")
  static let glossary = Address("glossary.html")
  static let outcomes = Address("outcomes.html")
  static let outcomesData = Address("data/outcomes.csv")
  static let notFound = Address("404.html")
  static let feed = Address("feed.xml")
  static let sitemap = Address("sitemap.xml")
  static let styleSheet = Address("assets/packhorse.css")
  static let icon = Address("assets/icon.svg")
}
