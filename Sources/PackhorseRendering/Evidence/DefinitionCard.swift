package import PackhorseCore

/// What a measure is and is not: the card that stands wherever the measure is used.
///
/// What its author left out is left out.
package func renderDefinitionCard(_ measure: Measure, words: Words, headingLevel: Int = 3) -> HTML {
  let text = EvidenceText(words)
  let level = HTML(ready: String(min(max(headingLevel, 1), 6)))
  var writer = ByteWriter(capacity: 1024)
  writer.write("<section class=\"definition-card\">\n<h")
  writer.write(level)
  writer.write(" class=\"definition-title\">")
  writer.write(text: measure.title)
  writer.write("</h")
  writer.write(level)
  writer.write(">\n<dl>\n")
  for (label, entries) in entries(measure, text) where !entries.isEmpty {
    writer.write("<dt>")
    writer.write(text: text.string("definition.\(label)"))
    writer.write("</dt>\n")
    for entry in entries {
      writer.write("<dd>")
      writer.write(entry)
      writer.write("</dd>\n")
    }
  }
  writer.write("</dl>\n</section>\n")
  return writer.html
}

private func entries(_ measure: Measure, _ text: EvidenceText) -> [(label: String, entries: [HTML])] {
  func plain(_ entry: String?) -> [HTML] { entry.map { $0.isEmpty ? [] : [HTML(text: $0)] } ?? [] }
  let counted = ["people": HTML(text: measure.denominator), "did": HTML(text: measure.numerator)]
  return [
    ("counted", [text.form("definition.counted-form", counted)]),
    ("direction", [text.form("definition.\(measure.direction.rawValue)")]),
    ("why", plain(measure.why)),
    ("source", plain(measure.source)),
    ("caveats", measure.caveats.flatMap(plain)),
    ("important-change", plain(measure.importantChange)),
    ("licence", plain(measure.licence)),
    ("author", plain(measure.author)),
    ("next-review", plain(measure.nextReview.map(text.date))),
  ]
}
