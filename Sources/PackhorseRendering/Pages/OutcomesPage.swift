import PackhorseCore

/// `outcomes.html`, and the page of a network or board: for each measure the sentence first, then the chart, the table, the
/// caveats and the definition.
struct OutcomesPage: PageTemplate {
  let frame: Frame
  let address: Address
  /// The network or board that it is about; nil for the site's own figures.
  let area: Area?
  /// Where practices are several, their figures and those of their areas each have a page, and this one lists them.
  private let isListOnly: Bool
  private let evidence: PublishedEvidence

  init(frame: Frame, address: Address, about area: Area? = nil) {
    (self.frame, self.address, self.area) = (frame, address, area)
    isListOnly = frame.isShared && area == nil
    evidence = area.map(frame.evidence) ?? (isListOnly ? PublishedEvidence() : frame.site.evidence)
  }

  static let template = "pages/outcomes"
  static let tags = TagTable<OutcomesPage>(
    [
      .text("title") { $0.area?.name ?? $0.frame.words("page.outcomes.title") },
      .text("summary") { page in
        page.frame.words(page.area.map { "page.area.\($0.level.rawValue)" } ?? "page.outcomes.description")
      },
      .flag("is-empty") { !$0.hasFigures && !$0.isListOnly },
      .html("practices") { page in
        page.frame.practiceList(
          from: page.address, to: page.area == nil ? .outcomes : .home, in: page.area, withAreas: true)
      },
      .html("contents") { page in
        contentsList(page.series.map { (page.anchor($0), $0.measure.title) }, words: page.frame.words)
      },
      .html("measures") { $0.measures },
      .html("awaited") { $0.awaited },
      .html("counting") { $0.hasFigures ? $0.frame.countingStatement : .empty },
      .url("data") { $0.link(to: .outcomesData) },
      .url("notes") { $0.frame.isOpenData ? $0.link(to: .dataNotes) : nil },
      .url("package") { $0.frame.isOpenData ? $0.link(to: .dataPackage) : nil },
      .html("dataset") { page in
        let isForAll = page.area == nil && page.frame.home == nil
        return isForAll && page.frame.isOpenData ? DataDescription(page.frame.site).datasetMarkup : .empty
      },
    ], required: ["measures", "counting"])

  /// Measures that have rows.
  private var series: [PublishedSeries] { evidence.series.filter { !$0.points.isEmpty } }
  private var hasFigures: Bool { !series.isEmpty }

  /// A file of figures, where there are any.
  private func link(to file: Address) -> SafeURL? {
    frame.hasData && frame.site.evidence.hasFigures ? SafeURL(from: address, to: file) : nil
  }

  /// Measures that are defined, and that nobody has counted yet.
  private var awaited: HTML {
    let series = evidence.series.filter(\.points.isEmpty)
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

  private func anchor(_ series: PublishedSeries) -> String { Anchor.measure(series.sharedMeasure.measure.id) }

  private var measures: HTML {
    var writer = ByteWriter(capacity: 16_384)
    let text = EvidenceText(frame.words, naming: series)
    for series in series { write(series, text, to: &writer) }
    return writer.html
  }

  private func write(_ series: PublishedSeries, _ text: EvidenceText, to writer: inout ByteWriter) {
    writer.write("<section class=\"measure\" id=\"")
    writer.write(text: anchor(series))
    writer.write("\">\n<h2>")
    writer.write(text: frame.text(series.measure.title))
    writer.write("</h2>\n<p class=\"finding\">")
    writer.write(sentence(series, text: text))
    writer.write("</p>\n")
    writeFigures(of: series, text, to: &writer)
    writeCaveats(of: series.measure, to: &writer)
    writer.writeFold(text.words("page.outcomes.definition"))
    writer.write(renderDefinitionCard(series.measure, text: text))
    writer.write("</details>\n</section>\n")
  }

  /// The charts, and their values as a table.
  private func writeFigures(
    of series: PublishedSeries, _ text: EvidenceText, to writer: inout ByteWriter
  ) {
    writer.write(renderChart(series, of: evidence, text: text, id: "chart-\(series.measure.id)"))
    for kind in furtherCharts(of: series) {
      writer.write(
        renderChart(
          series, kind: kind, of: evidence, text: text,
          id: "chart-\(series.measure.id)-\(kind.rawValue)"))
    }
    writer.writeFold(text.words("page.outcomes.table"))
    writer.write(renderTable(series, text: text, caption: frame.text(series.measure.title)))
    writer.write("</details>\n")
  }

  /// A control chart where there are periods enough, and other areas where they have figures.
  private func furtherCharts(of series: PublishedSeries) -> [ChartKind] {
    [ChartKind.spc, .areas, .funnel].filter { $0.suits(series.measure) && isThere($0, for: series) }
  }

  private func isThere(_ kind: ChartKind, for series: PublishedSeries) -> Bool {
    switch kind {
    case .spc: return series.control != nil
    case .funnel: return evidence.funnel(around: series) != nil
    default:
      let period = series.latest?.period
      return evidence.others(than: series).contains { other in
        other.area.level != .practice
          && other.points.contains { $0.period == period && $0.figure.value != nil }
      }
    }
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
  var countingStatement: HTML { HTML(text: countingText) }

  var countingText: String {
    guard !site.evidence.isExact else { return words("page.counting.exact") }
    if publication.settings.disclosure == .sumOfCells {
      return [words("page.counting.summed"), words("page.counting.intervals")].joined(separator: " ")
    }
    let zero = words(
      publication.settings.showsZero ? "page.counting.zero-shown" : "page.counting.zero-withheld")
    return [words("page.counting.rounded"), zero, words("page.counting.intervals")].joined(separator: " ")
  }
}
