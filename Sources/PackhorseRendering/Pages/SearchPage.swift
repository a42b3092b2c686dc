import PackhorseCore

/// `search.html`: a field and what it finds; without script, the lists that hold everything.
struct SearchPage: PageTemplate {
  let frame: Frame

  static let template = "pages/search"
  static let tags = TagTable<SearchPage>([
    .text("volumes") { String(SearchVolume.all(of: $0.frame.publication).count) },
    .text("skip") { $0.frame.words("search.skip") },
    .html("lists") { $0.lists },
  ])

  private var lists: HTML {
    let publication = frame.publication
    let kinds = Set(publication.allPages.map(\.kind))
    let lists: [(Crumb, Bool)] = [
      (frame.modulesCrumb, kinds.contains(.module)),
      (frame.criteriaCrumb, !publication.criteria.isEmpty),
      (Crumb(title: frame.words("page.nav.groups"), address: .groups), true),
      (frame.storiesCrumb, kinds.contains(.story)), (frame.evidenceCrumb, kinds.contains(.evidence)),
      (frame.summariesCrumb, kinds.contains(.summary)), (frame.practiceCrumb, kinds.contains(.practice)),
      (Crumb(title: frame.words("page.nav.glossary"), address: .glossary), true),
    ]
    var writer = ByteWriter(capacity: 1024)
    writer.write("<ul>\n")
    for (crumb, isThere) in lists where isThere {
      writer.write("<li>")
      writer.writeLink(from: .search, to: crumb.address, crumb.title)
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }
}
