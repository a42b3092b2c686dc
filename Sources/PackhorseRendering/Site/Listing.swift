import PackhorseCore

/// An entry of a list of pages.
struct ListingEntry: Sendable {
  var address: Address
  var title: String
  var summary: String
  /// "10 minutes", "For GPs and nurses"; what a reader chooses by.
  var facts: [String]
}

/// A list of pages as seen from one of them; `level` is the heading level of its entries.
func listing(_ entries: [ListingEntry], from here: Address, level: Int) -> HTML {
  guard !entries.isEmpty else { return .empty }
  var writer = ByteWriter(capacity: 512 * entries.count)
  writer.write("<ul class=\"listing\">\n")
  for entry in entries {
    writer.write("<li><h")
    writer.write(level)
    writer.write(">")
    writer.write(link: SafeURL(from: here, to: entry.address), entry.title)
    writer.write("</h")
    writer.write(level)
    writer.write(">")
    if !entry.summary.isEmpty {
      writer.write("<p>")
      writer.write(text: entry.summary)
      writer.write("</p>")
    }
    writer.write(facts: entry.facts)
    writer.write("</li>\n")
  }
  writer.write("</ul>\n")
  return writer.html
}

extension ByteWriter {
  /// Writes small facts on one line, apart from each other.
  mutating func write(facts: [String]) {
    guard !facts.isEmpty else { return }
    write("<p class=\"facts\">")
    for fact in facts {
      write("<span>")
      write(text: fact)
      write("</span> ")
    }
    write("</p>")
  }
}

extension Frame {
  func entry(_ page: ResolvedPage) -> ListingEntry {
    ListingEntry(
      address: page.address, title: text(page.source.frontMatter.title),
      summary: text(page.source.frontMatter.summary),
      facts: facts(of: page))
  }

  /// Minutes and roles of a page; whose a story is.
  func facts(of page: ResolvedPage) -> [String] {
    var facts: [String] = []
    if let minutes = page.source.frontMatter.minutes { facts.append(words.minutes(minutes)) }
    if !page.source.frontMatter.roles.isEmpty {
      let roles = text(publication.rolePlurals(page.source.frontMatter.roles.map(\.value)))
      facts.append(words("page.for-roles", ["roles": roles]))
    }
    if let provenance = page.provenance { facts.append(words("page.story.\(provenance.basis.rawValue)")) }
    return facts
  }

  func entry(_ pathway: ResolvedPathway) -> ListingEntry {
    let facts = [
      words.counted("page.path.modules", pathway.modules.count),
      words.minutes(pathway.totalMinutes),
    ]
    return ListingEntry(
      address: pathway.address, title: text(pathway.source.title), summary: text(pathway.source.summary),
      facts: facts)
  }

  func entry(_ criteria: ResolvedCriteria) -> ListingEntry {
    ListingEntry(
      address: criteria.address, title: text(criteria.source.title), summary: text(criteria.source.summary),
      facts: [])
  }
}
