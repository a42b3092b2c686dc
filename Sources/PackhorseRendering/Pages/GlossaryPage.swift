import PackhorseCore

/// `glossary.html`: the words of the site in alphabetical order.
struct GlossaryPage: PageTemplate {
  let frame: Frame

  static let template = "pages/glossary"
  static let tags = TagTable<GlossaryPage>([
    .flag("is-empty") { $0.frame.publication.glossary.isEmpty },
    .html("entries") { $0.entries },
  ])

  private var entries: HTML {
    let sorted = frame.publication.glossary.sorted {
      ($0.term.lowercased(), $0.id) < ($1.term.lowercased(), $1.id)
    }
    guard !sorted.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 256 * sorted.count)
    writer.write("<dl class=\"glossary\">\n")
    for entry in sorted {
      writer.write("<dt id=\"")
      writer.write(text: entry.id)
      writer.write("\">")
      writer.write(text: frame.text(entry.term))
      writer.write("</dt>\n<dd>")
      writer.write(text: frame.text(entry.definition))
      if !entry.also.isEmpty {
        writer.write(" <span class=\"also\">")
        writer.write(text: frame.words("page.glossary.also", ["terms": frame.words.joined(entry.also)]))
        writer.write("</span>")
      }
      writer.write("</dd>\n")
    }
    writer.write("</dl>\n")
    return writer.html
  }
}
