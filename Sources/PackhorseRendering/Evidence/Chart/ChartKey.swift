import PackhorseCore

/// What the signs of a chart mean: a list of those that are used, and how the figures were made.
struct ChartKey {
  private static let swatch = ChartBox(left: 1, top: 2, width: 26, height: 14)

  let layout: ChartLayout
  let measure: Measure
  let text: EvidenceText
  /// Begins every id of the key.
  let id: String

  /// The key as a list; nothing where there is nothing to explain.
  var html: HTML {
    let entries = entries
    guard !entries.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 1024)
    writer.write("<ul class=\"chart-key\">\n")
    for entry in entries {
      writer.write("<li>")
      writer.write(entry)
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }

  private var entries: [HTML] {
    var entries: [HTML] = []
    let points = layout.points
    if points.contains(where: { $0.figure.estimate != nil }) {
      entries.append(entry(text.form("chart.key.interval"), interval))
    }
    if points.contains(where: { $0.isMissingSomeMonths && $0.charted != nil }) {
      entries.append(entry(partWords, part))
    }
    if layout.runs.contains(where: { $0.kind == .withheld }) {
      entries.append(entry(symbolWords("withheld", "withheld"), withheld))
    }
    if layout.runs.contains(where: { $0.kind == .missing }) {
      entries.append(entry(symbolWords("missing", "not-available"), missing))
    }
    if points.contains(where: \.isRounded) { entries.append(text.form("chart.rounded")) }
    return entries
  }

  private func symbolWords(_ key: String, _ symbol: String) -> HTML {
    text.form("chart.key.\(key)", ["symbol": HTML(text: text.string("symbol.\(symbol)"))])
  }

  /// The periods of which only a part is covered, each with its months; many are left to the table.
  private var partWords: HTML {
    let points = layout.points.filter { $0.isMissingSomeMonths && $0.charted != nil }
    guard points.count <= 3 else { return text.form("chart.key.parts") }
    var periods = ByteWriter()
    for (index, point) in points.enumerated() {
      if index > 0 { periods.write(text.form("list")) }
      let values = FigureValues(measure: measure, point: point, text: text)
      periods.write(
        text.form("table.part", ["period": HTML(text: text.period(point.period)), "covered": values.covered]))
    }
    return text.form("chart.key.part", ["periods": periods.html])
  }

  private func entry(_ words: HTML, _ draw: (inout SVGWriter) -> Void) -> HTML {
    var svg = SVGWriter()
    svg.out.write("<svg")
    svg.write([
      "class": "chart-swatch", "aria-hidden": "true", "viewBox": "0 0 28 18", "width": "28", "height": "18",
    ])
    svg.out.write(">")
    draw(&svg)
    svg.out.write("</svg> <span>")
    svg.out.write(words)
    svg.out.write("</span>")
    return svg.out.html
  }

  private func interval(_ svg: inout SVGWriter) {
    if layout.shares.allSatisfy(layout.hasWhisker) {
      svg.line("chart-whisker", from: (14, 2), to: (14, 16), ChartLook.whisker)
    } else {
      svg.rectangle("chart-band", Self.swatch, ChartLook.band)
      svg.line("chart-line", from: (1, 9), to: (27, 9), ChartLook.line(isDashed: false))
    }
    svg.circle("chart-point", at: (14, 9), radius: 4, ChartLook.point)
  }

  private func part(_ svg: inout SVGWriter) {
    svg.circle("chart-point chart-point-part", at: (14, 9), radius: 4.5, ChartLook.partPoint)
  }

  private func withheld(_ svg: inout SVGWriter) {
    defineHatch(&svg, id: id + "-hatch")
    svg.rectangle("chart-withheld", Self.swatch, ["fill": "url(#\(id)-hatch)"])
  }

  private func missing(_ svg: inout SVGWriter) {
    svg.rectangle("chart-missing", Self.swatch, ChartLook.missing)
  }
}
