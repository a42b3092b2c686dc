import PackhorseCore

extension BodyWriter {
  /// A chart or a table of a measure's published figures, and at its first the measure's definition.
  mutating func writeFigures(_ block: Directive, in setting: PageSetting) {
    guard let series = setting.site.evidence.series(for: block["measure"] ?? "") else {
      return writeNote("block.no-figures")
    }
    if block.name == .chart {
      chartCount += 1
      // A full stop, which no heading's anchor holds.
      let kind = block["kind"].flatMap(ChartKind.init(rawValue:))
      html.out.write(
        renderChart(
          series, kind: kind, of: setting.site.evidence, text: text, id: "chart.\(chartCount)",
          withTable: true))
    } else {
      html.out.write(renderTable(series, text: text, caption: series.measure.title))
    }
    writeDefinition(series.measure, on: setting.page)
  }

  private var text: EvidenceText { EvidenceText(words) }

  /// The definition, unless it stands on the page already; a summary prints those of its own measures itself.
  mutating func writeDefinition(_ measure: Measure, on page: ResolvedPage) {
    guard !page.source.frontMatter.measures.contains(where: { $0.value == measure.id }),
      definedMeasures.insert(measure.id).inserted
    else { return }
    html.out.write("<details class=\"definition\">\n<summary>")
    html.out.write(words, "block.definition", ["measure": HTML(text: measure.title)])
    html.out.write("</summary>\n")
    html.out.write(renderDefinitionCard(measure, text: text))
    html.out.write("</details>\n")
  }

  /// A published figure inside a line; what stands for none stays as it is written, since resolving has reported it.
  mutating func writeStatistic(_ request: String) {
    if let evidence = setting?.site.evidence,
      case .html(let figure) = stat(request, in: evidence, text: text)
    {
      html.out.write(figure)
    } else {
      html.out.write(text: request)
    }
  }
}
