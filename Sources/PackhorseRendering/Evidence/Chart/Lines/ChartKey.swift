import PackhorseCore

/// What the signs of a line chart mean: those that are used, and how the figures were made.
struct ChartKey {
  let layout: ChartLayout
  let series: PublishedSeries
  let text: EvidenceText
  /// Begins every id of the key.
  let id: String

  var html: HTML {
    var key = KeyList(text, id: id)
    let points = layout.points
    if points.contains(where: { $0.figure.estimate != nil }) {
      key.add(text.form("chart.key.interval"), interval)
    }
    if points.contains(where: { $0.isMissingSomeMonths && $0.charted != nil }) { key.add(partWords, part) }
    if layout.runs.contains(where: { $0.kind == .withheld }) { key.addWithheld() }
    if layout.runs.contains(where: { $0.kind == .missing }) { key.addMissing() }
    key.addRounding(of: points)
    return key.html
  }

  /// The periods of which only a part is covered, each with its months; many are left to the table.
  private var partWords: HTML {
    let points = layout.points.filter { $0.isMissingSomeMonths && $0.charted != nil }
    guard points.count <= 3 else { return text.form("chart.key.parts") }
    var periods = ByteWriter()
    for (index, point) in points.enumerated() {
      if index > 0 { periods.write(text.form("list")) }
      let values = FigureValues(series, point, text)
      periods.write(
        text.form("table.part", ["period": HTML(text: text.period(point.period)), "covered": values.covered]))
    }
    return text.form("chart.key.part", ["periods": periods.html])
  }

  /// A band, a whisker, or both side by side where a chart has both.
  private func interval(_ svg: inout SVGWriter) {
    let alone = layout.shares.count(where: layout.hasWhisker)
    let hasBand = alone < layout.shares.count
    if hasBand {
      var band = KeyList.swatch
      if alone > 0 { band.width = 16 }
      svg.rectangle(.band, band)
      svg.line(.line, from: (band.left, 9), to: (band.right, 9))
      svg.circle(.point, at: (band.left + band.width / 2, 9), radius: 4)
    }
    if alone > 0 {
      let x = hasBand ? 23.0 : 14
      svg.line(.whisker, from: (x, 2), to: (x, 16))
      svg.circle(.point, at: (x, 9), radius: 4)
    }
  }

  private func part(_ svg: inout SVGWriter) {
    svg.circle(.partPoint, at: (14, 9), radius: 4.5)
  }
}
