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
  var writer = ByteWriter(capacity: usualEntryLength * entries.count)
  writer.write(listing: entries, from: here, level: level)
  return writer.html
}

/// The bytes that an entry of a list comes to, about.
let usualEntryLength = 384

extension ByteWriter {
  /// Writes a list of pages as seen from one of them; nothing where there are no entries.
  mutating func write(listing entries: [ListingEntry], from here: Address, level: Int) {
    guard !entries.isEmpty else { return }
    write("<ul class=\"listing\">\n")
    for entry in entries {
      write("<li><h")
      write(level)
      write(">")
      writeLink(from: here, to: entry.address, entry.title)
      write("</h")
      write(level)
      write(">")
      if !entry.summary.isEmpty {
        write("<p>")
        write(text: entry.summary)
        write("</p>")
      }
      write(facts: entry.facts)
      write("</li>\n")
    }
    write("</ul>\n")
  }

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
    let roles = page.source.frontMatter.roles.map(\.value)
    if !roles.isEmpty { facts.append(publication.forRoles(roles)) }
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
