import PackhorseCore

@testable import PackhorseRendering

extension ChartLayout {
  /// The layout of one form of a series alone.
  init(
    _ series: PublishedSeries, format: ChartFormat, text: EvidenceText, headroom: Double = 0,
    alignedWith other: PublishedSeries? = nil
  ) {
    self.init(
      ChartContents(series, text), format: format, headroom: headroom,
      alignedWith: other.map { ChartContents($0, text) })
  }
}
