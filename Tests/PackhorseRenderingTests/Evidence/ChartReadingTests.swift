import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// Every mark of every chart, read back from the drawing, is what the table says, to half a pixel.
@Suite struct ChartReadingTests {
  /// A drawing, what its figures are, and how the one is read to be held against the other.
  private struct Chart {
    let svg: HTML
    let told: [ChartFact: Double]
    /// Whether values run across the drawing.
    var isAcross = false
    /// Whether a mark may be left out where it would say what another says.
    var repeats = false
    let read: (DrawnChart) -> ChartReader

    func differences(_ drawn: DrawnChart) -> [String] { read(drawn).differences(from: told) }
  }

  private let text = EvidenceText(catalogue)

  @Test(arguments: 0..<100)
  func everyMarkIsWhatTheTableSays(seed: Int) throws {
    for chart in try charts(seed) { #expect(chart.differences(DrawnChart(chart.svg)).isEmpty) }
  }

  /// The reading can fail: no mark can stand a pixel beside its place, or be left out, without being noticed.
  @Test(arguments: 0..<3)
  func aMarkThatIsShiftedOrLeftOutIsNoticed(seed: Int) throws {
    for chart in try charts(seed) {
      let drawn = DrawnChart(chart.svg)
      for (index, shape) in drawn.shapes.enumerated() where !DrawnChart.frame.contains(shape.look) {
        var changed = drawn
        changed.shapes[index].places = shape.places.map {
          chart.isAcross ? ($0.x + 1, $0.y) : ($0.x, $0.y + 1)
        }
        #expect(!chart.differences(changed).isEmpty, "\(shape)")
        guard !chart.repeats else { continue }
        changed.shapes.remove(at: index)
        #expect(!chart.differences(changed).isEmpty, "\(shape)")
      }
    }
  }

  @Test(arguments: 0..<50)
  func whatStandsOutInAControlChartIsShownByShape(seed: Int) throws {
    var invented = InventedCharts(seed: seed)
    let control = try #require(invented.controlled().control)
    let looks: [SpecialCauseMeaning: Substring] = [
      .improvement: "chart-improvement", .concern: "chart-concern", .high: "chart-neutral",
      .low: "chart-neutral",
    ]
    invented = InventedCharts(seed: seed)
    for chart in try controlled(&invented) {
      let signs = DrawnChart(chart.svg).shapes(ChartReader.signs).map(\.look)
      #expect(
        signs
          == control.points.filter { $0.value != nil }.map {
            $0.signal.flatMap { looks[$0.meaning] } ?? "chart-common"
          })
    }
  }

  private func charts(_ seed: Int) throws -> [Chart] {
    var invented = InventedCharts(seed: seed)
    return lines(&invented) + rows(&invented) + funnels(&invented) + (try controlled(&invented))
  }

  private func lines(_ invented: inout InventedCharts) -> [Chart] {
    let series = invented.line()
    var told: [ChartFact: Double] = [:]
    for (period, point) in series.points.enumerated() {
      guard let estimate = point.charted else { continue }
      told[ChartFact(.value, period)] = estimate.value
      told[ChartFact(.lower, period)] = estimate.lower95
      told[ChartFact(.upper, period)] = estimate.upper95
      told[ChartFact(.period, period)] = Double(period) + 0.5
    }
    return ChartFormat.allCases.map { format in
      var drawing = ChartDrawing(ChartLayout(series, format: format, text: text), id: "c")
      return Chart(svg: drawing.drawn(title: .empty, description: .empty), told: told, repeats: true) {
        ChartReader(periods: series.points.count, axis: series.axis, in: $0)
      }
    }
  }

  private func rows(_ invented: inout InventedCharts) -> [Chart] {
    let chart = invented.rows()
    var told: [ChartFact: Double] = [:]
    for (place, row) in chart.rows.enumerated() {
      guard let estimate = row.estimate else { continue }
      if chart.mark == .bar {
        told[ChartFact(.base, place)] = 0
        told[ChartFact(.bar, place)] = estimate.value
      }
      if chart.mark == .dot || row.hasInterval { told[ChartFact(.value, place)] = estimate.value }
      if row.hasInterval {
        told[ChartFact(.lower, place)] = estimate.lower95
        told[ChartFact(.upper, place)] = estimate.upper95
      }
      told[ChartFact(.expectedLower, place)] = row.expected?.lowerBound
      told[ChartFact(.expectedUpper, place)] = row.expected?.upperBound
    }
    return ChartFormat.allCases.map { format in
      var drawing = RowDrawing(RowLayout(chart, format: format), id: "c")
      return Chart(svg: drawing.drawn(title: .empty, description: .empty), told: told, isAcross: true) {
        ChartReader(rowsAlong: chart.axis, in: $0)
      }
    }
  }

  private func funnels(_ invented: inout InventedCharts) -> [Chart] {
    let funnel = invented.funnel()
    var told = [ChartFact(.centre, 0): funnel.centre]
    // The site's own practice is drawn last, above all others.
    for (place, unit) in (funnel.units.dropFirst() + funnel.units.prefix(1)).enumerated() {
      told[ChartFact(.size, place)] = unit.size
      told[ChartFact(.value, place)] = unit.value
    }
    for (step, limits) in funnel.limits.enumerated() {
      told[ChartFact(.limitSize, step)] = limits.size
      told[ChartFact(.limitLower, step)] = limits.at95.lowerBound
      told[ChartFact(.limitUpper, step)] = limits.at95.upperBound
      told[ChartFact(.farLimitLower, step)] = limits.at998.lowerBound
      told[ChartFact(.farLimitUpper, step)] = limits.at998.upperBound
    }
    return ChartFormat.allCases.map { format in
      let layout = FunnelLayout(
        funnel, own: funnel.units[0], measure: demoMeasure(), format: format, text: text)
      var drawing = FunnelDrawing(layout, id: "c")
      return Chart(svg: drawing.drawn(title: .empty, description: .empty), told: told) {
        ChartReader(funnelOf: funnel.sizeAxis, funnel.valueAxis, in: $0)
      }
    }
  }

  private func controlled(_ invented: inout InventedCharts) throws -> [Chart] {
    var series = invented.controlled()
    let control = try #require(series.control)
    series.axis = control.axis
    var told: [ChartFact: Double] = [:]
    for (period, point) in control.points.enumerated() {
      if let value = point.value {
        told[ChartFact(.period, period)] = Double(period) + 0.5
        told[ChartFact(.value, period)] = value
        told[ChartFact(.line, period)] = value
      }
      guard let limits = point.limits else { continue }
      told[ChartFact(.periodStart, period)] = Double(period)
      told[ChartFact(.periodEnd, period)] = Double(period + 1)
      told[ChartFact(.centre, period)] = limits.centre
      told[ChartFact(.limitLower, period)] = limits.lower
      told[ChartFact(.limitUpper, period)] = limits.upper
    }
    return ChartFormat.allCases.map { format in
      let layout = ChartLayout(series, format: format, text: text, headroom: 20)
      var drawing = ControlDrawing(layout, control, notes: [], id: "c")
      return Chart(svg: drawing.drawn(title: .empty, description: .empty), told: told) {
        ChartReader(periods: series.points.count, axis: series.axis, in: $0)
      }
    }
  }
}
