import PackhorseCore

extension BodyWriter {
  /// A finding with what it rests on: design, people counted, how certain it is, and the source.
  mutating func writeEvidenceCard(_ block: Directive, _ finding: Range<Int>) {
    html.out.write("<article class=\"evidence-card\">\n<div class=\"finding\">\n")
    write(finding)
    html.out.write("</div>\n<dl>\n")
    writeDetail("design", block["design"])
    writeDetail("counted", block["n"])
    writeCertainty(block["certainty"] ?? "not-rated")
    if let source = block["source"] {
      openDetail("source")
      writeSource(source)
      html.out.write("</dd></div>\n")
    }
    html.out.write("</dl>\n</article>\n")
  }

  private mutating func writeDetail(_ label: String, _ value: String?) {
    guard let value else { return }
    openDetail(label)
    html.out.write(plain: value, localWords: localWords)
    html.out.write("</dd></div>\n")
  }

  private mutating func openDetail(_ label: String) {
    html.out.write("<div><dt>")
    html.out.write(words, "block.evidence-card.\(label)")
    html.out.write("</dt><dd>")
  }

  /// The rating's name and what it means in plain words.
  private mutating func writeCertainty(_ written: String) {
    let known = DirectiveName.evidenceCard.allowedValues(of: "certainty") ?? []
    let rating = known.contains(written) ? written : "not-rated"
    openDetail("certainty")
    html.out.write("<strong class=\"certainty certainty-")
    html.out.write(text: rating)
    html.out.write("\">")
    html.out.write(words, "block.certainty.\(rating)")
    html.out.write("</strong> ")
    html.out.write(words, "block.certainty.\(rating)-means")
    html.out.write("</dd></div>\n")
  }

  /// "Kiely and others, 2022", leading to the reference list.
  private mutating func writeSource(_ key: String) {
    guard let work = setting?.publication.references[key] else { return html.out.write(text: key) }
    let name = HTML(text: shortName(of: work))
    writeCitedWork(key, as: name, isLinked: true)
  }

  private func shortName(of work: Reference) -> String {
    let year = work.year.map(String.init) ?? words("block.evidence-card.no-year")
    let authors = work.authors.map(\.family)
    return switch authors.count {
    case 0: words("block.evidence-card.one", ["author": nameWithoutAuthors(of: work), "year": year])
    case 1: words("block.evidence-card.one", ["author": authors[0], "year": year])
    case 2: words("block.evidence-card.two", ["author": authors[0], "other": authors[1], "year": year])
    default: words("block.evidence-card.many", ["author": authors[0], "year": year])
    }
  }

  /// The first that was loaded of title, journal and publisher: what an entry calls unsure is left out of it.
  private func nameWithoutAuthors(of work: Reference) -> String {
    if !work.title.isEmpty { return work.title }
    return work.container ?? work.publisher ?? work.key
  }
}
