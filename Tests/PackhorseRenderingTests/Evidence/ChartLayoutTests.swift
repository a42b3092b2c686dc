import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct ChartLayoutTests {
  private let text = EvidenceText(catalogue)

  @Test(arguments: 0..<500)
  func textsNeverOverlapOrLeaveTheDrawing(seed: Int) {
    var invented = InventedCharts(seed: seed)
    let series = invented.line()
    for format in ChartFormat.allCases {
      let layout = ChartLayout(series, format: format, text: text)
      let drawing = ChartBox(left: 0, top: 0, width: format.size.width, height: format.size.height)
      for (index, label) in layout.labels.enumerated() {
        #expect(drawing.encloses(label.box), "\(label.lines) at \(label.box)")
        for other in layout.labels[..<index] {
          #expect(!label.box.overlaps(other.box), "\(label.lines) over \(other.lines)")
        }
      }
    }
  }

  /// Beside a chart of larger numbers, which needs more room at both sides.
  @Test(arguments: 0..<200)
  func textsNeverOverlapInAChartBelowAnother(seed: Int) {
    var invented = InventedCharts(seed: seed)
    let series = invented.line()
    var other = series
    other.measure.kind = .rate
    other.axis = [0, 50_000, 100_000]
    for format in ChartFormat.allCases {
      let layout = ChartLayout(series, format: format, text: text, alignedWith: other)
      let above = ChartLayout(other, format: format, text: text, alignedWith: series)
      #expect(series.points.indices.map(layout.x) == series.points.indices.map(above.x))
      for (index, label) in layout.labels.enumerated() {
        for other in layout.labels[..<index] {
          #expect(!label.box.overlaps(other.box), "\(label.lines) over \(other.lines)")
        }
      }
      for column in layout.shares {
        let estimate = series.points[column].estimate
        #expect(layout.y(estimate?.upper95 ?? 2) >= layout.plot.top)
      }
    }
  }

  @Test(arguments: 0..<300)
  func theLastFigureAlwaysStandsInTheChart(seed: Int) {
    var invented = InventedCharts(seed: seed)
    let series = invented.line()
    guard let latest = series.latest else { return }
    for format in ChartFormat.allCases {
      let layout = ChartLayout(series, format: format, text: text)
      #expect(layout.labels.contains { $0.valueID == "attended.DEMO01.\(latest.period.code).value" })
    }
  }

  @Test(arguments: 0..<300)
  func everythingDrawnLiesInThePlot(seed: Int) {
    var invented = InventedCharts(seed: seed)
    let series = invented.line()
    for format in ChartFormat.allCases {
      let layout = ChartLayout(series, format: format, text: text)
      #expect(layout.plot.width > format.size.width / 3)
      #expect(layout.runs.map(\.columns.count).reduce(0, +) == series.points.count)
      for column in layout.shares {
        let estimate = series.points[column].estimate
        #expect(layout.x(column) > layout.plot.left && layout.x(column) < layout.plot.right)
        #expect(layout.y(estimate?.upper95 ?? 2) >= layout.plot.top)
        #expect(layout.y(estimate?.lower95 ?? -1) <= layout.plot.bottom)
      }
    }
  }

  @Test func aNarrowChartHasTextAsLargeAsAWideOne() {
    for format in ChartFormat.allCases {
      let smallestWidth = format == .wide ? 560.0 : 264
      #expect(ChartFormat.textSize * min(1, smallestWidth / format.size.width) >= 13)
    }
  }

  @Test(arguments: [(0.0, "0"), (12.34, "12.3"), (12.96, "13"), (-0.04, "0"), (-1.25, "-1.3"), (5.5, "5.5")])
  func writesCoordinatesShortly(number: Double, text: String) {
    var writer = ByteWriter()
    writer.write(coordinate: number)
    #expect(writer.html.source == text)
  }
}
