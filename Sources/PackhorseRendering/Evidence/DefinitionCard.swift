package import PackhorseCore

/// What a measure is and is not: the card that stands wherever the measure is used.
///
/// What its author left out is left out.
package func renderDefinitionCard(_ measure: Measure, text: EvidenceText, headingLevel: Int = 3) -> HTML {
  let level = HTML(ready: String(min(max(headingLevel, 1), 6)))
  var writer = ByteWriter(capacity: 1024)
  writer.write("<section class=\"definition-card\">\n<h")
  writer.write(level)
  writer.write(" class=\"definition-title\">")
  writer.write(text: measure.title)
  writer.write("</h")
  writer.write(level)
  writer.write(">\n<dl>\n")
  for (key, entries) in entries(measure, text) where !entries.isEmpty {
    writer.write("<dt>")
    writer.write(text: text.string(key))
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

private func entries(_ measure: Measure, _ text: EvidenceText) -> [(key: String, entries: [HTML])] {
  func plain(_ entry: String?) -> [HTML] { entry.map { $0.isEmpty ? [] : [HTML(text: $0)] } ?? [] }
  func writeCounted(_ place: String, _ writer: inout ByteWriter) -> Bool {
    switch place {
    case "people": writer.write(text: measure.denominator)
    case "did": writer.write(text: measure.numerator)
    case "per": text.write(measure.per, to: &writer)
    case "lowest": writer.write(measure.scores?.lowerBound ?? 0)
    case "highest": writer.write(measure.scores?.upperBound ?? 0)
    default: return false
    }
    return true
  }
  return [
    ("definition.counted", [text.form("definition.counted-form.\(measure.kind.rawValue)", writeCounted)]),
    ("definition.direction", [text.form("definition.\(measure.direction.rawValue)")]),
    ("definition.why", plain(measure.why)),
    ("definition.source", plain(measure.source)),
    ("definition.caveats", measure.caveats.flatMap(plain)),
    ("definition.important-change", importantChange(measure, text)),
    ("definition.target", target(measure, text)),
    ("definition.without-effect", withoutEffect(measure, text)),
    ("definition.licence", plain(measure.licence)),
    ("definition.author", plain(measure.author)),
    ("definition.next-review", plain(measure.nextReview.map(text.date))),
  ]
}

private func importantChange(_ measure: Measure, _ text: EvidenceText) -> [HTML] {
  guard let source = measure.importantChange, !source.isEmpty else { return [] }
  guard let points = measure.importantPoints else { return [HTML(text: source)] }
  return [
    text.form(
      "definition.important-points",
      ["points": HTML(text: text.number(points)), "source": HTML(text: source)])
  ]
}

private func target(_ measure: Measure, _ text: EvidenceText) -> [HTML] {
  measure.target.map { target in
    let value = HTML(text: text.value(target.value, of: measure))
    return [text.form("definition.target-form", ["value": value, "source": HTML(text: target.source)])]
  } ?? []
}

/// What is known of scores where nothing is done, with where each number comes from.
private func withoutEffect(_ measure: Measure, _ text: EvidenceText) -> [HTML] {
  guard measure.kind == .meanChange else { return [] }
  let numbers = [
    ("mean", measure.populationMean, 1), ("sd", measure.populationSD, 1),
    ("correlation", measure.retestCorrelation, 2),
  ]
  let known = numbers.compactMap { name, number, places in
    number.map {
      text.form(
        "definition.population.\(name)",
        ["value": HTML(text: text.decimal($0.value, places: places)), "source": HTML(text: $0.source)])
    }
  }
  return known.isEmpty ? [text.form("definition.population.none")] : known
}
