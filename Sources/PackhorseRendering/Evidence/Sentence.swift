package import PackhorseCore

/// One period in a sentence, as "About 45 of 110 people referred took up an activity in 2025 (41%, …)".
///
/// Without a period, the latest that has a value, or else the latest. The forms are a closed list in the catalogue: a
/// sentence that is unsure says so itself, none speaks of causes, and one that names a change says what would have
/// changed without any effect.
package func sentence(_ series: PublishedSeries, period: Period? = nil, text: EvidenceText) -> HTML {
  let point =
    period.map { wanted in series.points.first { $0.period == wanted } } ?? series.latest
    ?? series.points.last
  guard let point else {
    return text.form("sentence.no-data", ["title": HTML(text: series.measure.title)])
  }
  return FigureSentence(FigureValues(series, point, text)).html
}

/// The sentence of one figure.
struct FigureSentence {
  let values: FigureValues
  let text: EvidenceText

  init(_ values: FigureValues) {
    self.values = values
    text = values.text
  }

  /// Writes what every form may name; false for any other name.
  private func write(place name: String, to writer: inout ByteWriter) -> Bool {
    let point = values.point
    switch name {
    case "period": writer.write(text: text.period(point.period))
    case "denominator": values.writePeople(.words(text), to: &writer)
    case "interval": values.writeInterval(to: &writer)
    case "part", "in-part":
      if point.isPartial { writer.write(text.form("sentence.\(name)", ["covered": values.covered])) }
    case "few": if point.hasFew { writer.write(text.form("sentence.few")) }
    default: return values.write(place: name, to: &writer)
    }
    return true
  }

  var html: HTML {
    guard values.point.isSummed else { return told }
    var writer = ByteWriter(capacity: 1024)
    writer.write(told)
    writer.write(" ")
    writer.write(form("summed"))
    return writer.html
  }

  private var told: HTML {
    let point = values.point
    switch point.figure {
    case .proportion(_, _, .some): return form(sentenceForm(point.figure))
    case .rate(_, .some, .some): return form("rate.\(about(point.figure.numerator))")
    case .rate(let events, nil, _) where events.shown != nil: return form("rate.no-list.\(about(events))")
    case .count(let count) where count.shown != nil: return form("count.\(about(count))")
    case .flow(let people, let statuses) where (people.shown ?? 0) > 0: return flow(people, statuses)
    case .change(let change): return change.mean.map { self.change(change, $0) } ?? absence
    case .proportion, .rate, .count, .flow: return absence
    }
  }

  private var absence: HTML {
    if values.point.isWithheld { return form("withheld") }
    if case .change(let change) = values.point.figure, change.pairs.shown != nil {
      return form("change.nobody")
    }
    let people = values.point.figure.denominator ?? values.point.figure.numerator
    return form(people.shown == nil ? "not-available" : "nobody")
  }

  private func sentenceForm(_ figure: PublishedFigure) -> String {
    if figure.numerator.isInexact { return "rounded" }
    return figure.denominator?.isInexact == true ? "none" : "exact"
  }

  func form(_ name: String, _ more: KeyValuePairs<String, HTML> = [:]) -> HTML {
    text.form("sentence.\(name)") { place, writer in
      guard let own = more.first(where: { $0.key == place })?.value else {
        return write(place: place, to: &writer)
      }
      writer.write(own)
      return true
    }
  }

  /// "rounded" or "exact", the two ways to name a count.
  func about(_ count: PublishedCount) -> String { count.isInexact ? "rounded" : "exact" }

  private func flow(_ people: PublishedCount, _ statuses: [PublishedStatus]) -> HTML {
    var list = ByteWriter()
    for (place, (status, title)) in zip(statuses, values.measure.statuses.map(\.title)).enumerated() {
      if place > 0 { list.write(text.form("sentence.flow.list")) }
      let form = status.share == nil ? "absent" : "status"
      list.write(
        text.form(
          "sentence.flow.\(form)",
          [
            "title": HTML(text: title), "count": values.count(.status(place), status.people, .words(text)),
            "share": status.share.map { values.span(.statusShare(place), text.percent($0.value)) } ?? .empty,
          ]))
    }
    return form("flow.\(about(people))", ["statuses": list.html])
  }
}
