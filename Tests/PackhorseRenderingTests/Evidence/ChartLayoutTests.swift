import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct ChartLayoutTests {
  private let text = EvidenceText(catalogue)

  /// A series of any shape, the same for the same seed.
  private func anySeries(_ seed: UInt64) -> PublishedSeries {
    var numbers = Seeded(seed: seed)
    let length = Period.Length.allCases.randomElement(using: &numbers) ?? .year
    let count = [1, 2, 3, 5, 8, 12, 24, 60].randomElement(using: &numbers) ?? 1
    let base = Int.random(in: 0...100, using: &numbers)
    let points = (0..<count).map { index in
      let months = [Period.Length.month: 1, .quarter: 3][length] ?? 12
      let month = 2020 * 12 + 3 * (length == .financialYear ? 1 : 0) + index * months
      let code = Period(length: .month, year: month / 12, part: month % 12 + 1).containing(length)?.code ?? ""
      let drift = Int.random(in: -20...20, using: &numbers)
      switch Int.random(in: 0...9, using: &numbers) {
      case 0: return withheld(code)
      case 1: return missing(code)
      case 2: return rounded(code, min(100, max(0, base + drift)), of: 100, months: 0)
      default: return rounded(code, min(100, max(0, base + drift)), of: 100)
      }
    }
    return series(points)
  }

  @Test(arguments: 0..<500)
  func textsNeverOverlapOrLeaveTheDrawing(seed: Int) {
    let series = anySeries(UInt64(seed))
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
    let series = anySeries(UInt64(seed))
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
    let series = anySeries(UInt64(seed))
    guard let latest = series.latest else { return }
    for format in ChartFormat.allCases {
      let layout = ChartLayout(series, format: format, text: text)
      #expect(layout.labels.contains { $0.valueID == "attended.\(latest.period.code).value" })
    }
  }

  @Test(arguments: 0..<300)
  func everythingDrawnLiesInThePlot(seed: Int) {
    let series = anySeries(UInt64(seed))
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

  /// Points, line and band say what the table says, to half a pixel.
  @Test(arguments: 0..<100)
  func aLineReadsBackItsValues(seed: Int) throws {
    let series = anySeries(UInt64(seed))
    for format in ChartFormat.allCases {
      let layout = ChartLayout(series, format: format, text: text)
      let highest = try #require(series.axis.last)
      var drawing = ChartDrawing(layout, id: "c")
      let svg = drawing.drawn(title: .empty, description: .empty)
      var seen: Set<Int> = []
      func expect(_ x: Double, _ y: Double, is value: (Estimate) -> Double) throws {
        let column = Int((x - layout.plot.left) / layout.columnWidth)
        let share = (layout.plot.bottom - y) / layout.plot.height * highest
        let told = value(try #require(layout.points[column].charted))
        #expect(abs(share - told) <= 0.5 / layout.plot.height * highest, "column \(column)")
        seen.insert(column)
      }
      for circle in elements("circle", class: "chart-point", in: svg) {
        let (x, y) = (try #require(Double(circle["cx"] ?? "")), try #require(Double(circle["cy"] ?? "")))
        try expect(x, y) { $0.value }
      }
      for line in elements("path", class: "chart-line", in: svg) {
        for (x, y) in places(line) { try expect(x, y) { $0.value } }
      }
      for band in elements("path", class: "chart-band", in: svg) {
        let outline = places(band)
        for (x, y) in outline.prefix(outline.count / 2) { try expect(x, y) { $0.upper95 } }
        for (x, y) in outline.suffix(outline.count / 2) { try expect(x, y) { $0.lower95 } }
      }
      #expect(seen == Set(layout.shares))
    }
  }

  private func places(_ path: [String: String]) -> [(Double, Double)] {
    let numbers = (path["d"] ?? "").matches(of: /[0-9.]+/).compactMap { Double($0.0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  @Test func aNarrowChartHasTextAsLargeAsAWideOne() {
    for format in ChartFormat.allCases {
      let smallestWidth = format == .wide ? 560.0 : 264
      #expect(ChartFormat.textSize * min(1, smallestWidth / format.size.width) >= 13)
    }
  }

  @Test(arguments: [(0.0, "0"), (12.34, "12.3"), (12.96, "13"), (-0.04, "0"), (-1.25, "-1.3"), (5.5, "5.5")])
  func writesCoordinatesShortly(number: Double, text: String) {
    #expect(coordinate(number) == text)
  }
}
