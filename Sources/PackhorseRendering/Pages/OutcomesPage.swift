import PackhorseCore

/// `outcomes.html`: for each measure the sentence first, then the chart, the table, the caveats and the definition.
struct OutcomesPage: PageTemplate {
  let frame: Frame

  static let template = "pages/outcomes"
  static let tags = TagTable<OutcomesPage>([
    .flag("is-empty") { !$0.hasFigures },
    .html("contents") { page in
      contentsList(page.series.map { (page.anchor($0), $0.measure.title) }, words: page.frame.words)
    },
    .html("measures") { $0.measures },
    .html("awaited") { $0.awaited },
    .html("counting") { $0.hasFigures ? $0.frame.countingStatement : .empty },
    .url("data") { $0.hasFigures ? SafeURL(from: .outcomes, to: .outcomesData) : nil },
  ])

  /// Measures that have rows.
  private var series: [PublishedSeries] { frame.site.evidence.series.filter { !$0.points.isEmpty } }
  private var hasFigures: Bool { !series.isEmpty }

  /// Measures that are defined, and that nobody has counted yet.
  private var awaited: HTML {
    let series = frame.site.evidence.series.filter(\.points.isEmpty)
    guard !series.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 512)
    writer.write("<ul>\n")
    for series in series {
      writer.write("<li id=\"")
      writer.write(text: anchor(series))
      writer.write("\">")
      writer.write(text: frame.text(series.measure.title))
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }

  private func anchor(_ series: PublishedSeries) -> String { Anchor.measure(series.measure.id) }

  private var measures: HTML {
    var writer = ByteWriter(capacity: 16_384)
    for series in series { write(series, to: &writer) }
    return writer.html
  }

  private func write(_ series: PublishedSeries, to writer: inout ByteWriter) {
    let words = frame.words
    writer.write("<section class=\"measure\" id=\"")
    writer.write(text: anchor(series))
    writer.write("\">\n<h2>")
    writer.write(text: frame.text(series.measure.title))
    writer.write("</h2>\n<p class=\"finding\">")
    writer.write(sentence(series, words: words))
    writer.write("</p>\n")
    writeFigures(of: series, to: &writer)
    writeCaveats(of: series.measure, to: &writer)
    writer.writeFold(words("page.outcomes.definition"))
    writer.write(renderDefinitionCard(series.measure, words: words))
    writer.write("</details>\n</section>\n")
  }

  /// The charts, and their values as a table.
  private func writeFigures(of series: PublishedSeries, to writer: inout ByteWriter) {
    let words = frame.words
    writer.write(renderChart(series, words: words, id: "chart-\(series.measure.id)"))
    for kind in furtherCharts(of: series) {
      writer.write(
        renderChart(
          series, kind: kind, of: frame.site.evidence, words: words,
          id: "chart-\(series.measure.id)-\(kind.rawValue)"))
    }
    writer.writeFold(words("page.outcomes.table"))
    writer.write(renderTable(series, words: words, caption: frame.text(series.measure.title)))
    writer.write("</details>\n")
  }

  /// A control chart where there are periods enough, and other areas where they have figures.
  private func furtherCharts(of series: PublishedSeries) -> [ChartKind] {
    let evidence = frame.site.evidence
    let period = series.latest?.period
    let hasAreas = evidence.others.contains { other in
      other.measure.id == series.measure.id && other.area.level != .practice
        && other.points.contains { $0.period == period && $0.figure.value != nil }
    }
    return [
      (ChartKind.spc, series.control != nil), (.areas, hasAreas),
      (.funnel, evidence.funnels[series.measure.id] != nil),
    ].compactMap { $1 ? $0 : nil }
  }

  private func writeCaveats(of measure: Measure, to writer: inout ByteWriter) {
    guard !measure.caveats.isEmpty else { return }
    writer.write("<div class=\"caveats\">\n<h3>")
    writer.write(text: frame.words("page.outcomes.caveats"))
    writer.write("</h3>\n<ul>\n")
    for caveat in measure.caveats {
      writer.write("<li>")
      writer.write(text: frame.text(caveat))
      writer.write("</li>\n")
    }
    writer.write("</ul>\n</div>\n")
  }
}

extension Frame {
  /// How the counts on a page were made safe to publish.
  var countingStatement: HTML {
    guard !site.evidence.isExact else { return HTML(text: words("page.counting.exact")) }
    if publication.settings.disclosure == .sumOfCells {
      return HTML(
        text: [words("page.counting.summed"), words("page.counting.intervals")].joined(separator: " "))
    }
    let zero = words(
      publication.settings.showsZero ? "page.counting.zero-shown" : "page.counting.zero-withheld")
    return HTML(
      text: [words("page.counting.rounded"), zero, words("page.counting.intervals")].joined(separator: " "))
  }
}
