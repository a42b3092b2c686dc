import PackhorseCore

extension BodyWriter {
  /// A chart or a table of a measure's published figures.
  mutating func writeFigures(_ block: Directive, in setting: PageSetting) {
    guard let series = setting.site.evidence.series(for: block["measure"] ?? "") else {
      return writeNote("block.no-figures")
    }
    figureCount += 1
    writeNote("block.unbuilt", ["block": HTML(text: series.measure.title)])
  }

  /// A published figure inside a line.
  mutating func writeStatistic(_ request: String) {
    html.out.write(text: request)
  }
}
