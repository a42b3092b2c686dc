import PackhorseCore

/// `changes.html`: every page by the day on which it last changed, the newest first.
///
/// The script marks what is new to who was here before; without it, the days tell.
struct ChangesPage: PageTemplate {
  let frame: Frame

  static let template = "pages/changes"
  static let tags = TagTable<ChangesPage>([
    .html("changes") { $0.changes }
  ])

  private var changes: HTML {
    let pages = newestPages(of: frame.publication.allPages)
    guard !pages.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 256 * pages.count)
    writer.write("<ul class=\"listing changes\">\n")
    for (page, since) in pages {
      writer.write("<li data-changed=\"")
      writer.write(text: since.iso)
      writer.write("\"><h2>")
      writer.writeLink(from: .changes, to: page.address, frame.publication.title(of: page))
      writer.write("</h2>")
      writer.write(facts: [frame.newness(of: page, since: since)])
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }
}
