import PackhorseCore

/// A list of pages of one kind: all sections with their modules, all pathways, stories, summaries.
struct ListPage: PageTemplate {
  /// Entries below a heading of their own; `title` is empty where there is only one part.
  struct Part: Sendable {
    var title: String
    var address: Address?
    var entries: [ListingEntry]

    init(title: String = "", address: Address? = nil, entries: [ListingEntry]) {
      self.title = title
      self.address = address
      self.entries = entries
    }
  }

  let frame: Frame
  let address: Address
  let title: String
  let summary: String
  let parts: [Part]

  static let template = "pages/list"
  static let tags = TagTable<ListPage>([
    .text("title") { $0.title },
    .text("summary") { $0.summary.isEmpty ? nil : $0.summary },
    .html("listing") { $0.listings },
  ])

  private var listings: HTML {
    var writer = ByteWriter(capacity: usualEntryLength * parts.reduce(1) { $0 + $1.entries.count })
    for part in parts {
      if !part.title.isEmpty {
        writer.write("<h2>")
        if let address = part.address {
          writer.writeLink(from: self.address, to: address, part.title)
        } else {
          writer.write(text: part.title)
        }
        writer.write("</h2>\n")
      }
      writer.write(listing: part.entries, from: address, level: part.title.isEmpty ? 2 : 3)
    }
    return writer.html
  }
}
