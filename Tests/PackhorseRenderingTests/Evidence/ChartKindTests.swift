import Foundation
import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// The charts of rows, the control chart and the funnel.
@Suite struct ChartKindTests {
  private let text = EvidenceText(catalogue)

  private func expectNoOverlap(
    _ labels: [ChartLabel], in size: (width: Double, height: Double), _ comment: String
  ) {
    let drawing = ChartBox(left: 0, top: 0, width: size.width, height: size.height)
    for (index, label) in labels.enumerated() {
      #expect(drawing.encloses(label.box), "\(comment): \(label.lines) at \(label.box)")
      for other in labels[..<index] {
        #expect(!label.box.overlaps(other.box), "\(comment): \(label.lines) over \(other.lines)")
      }
    }
  }

  @Test(arguments: 0..<500)
  func noLabelOverlapsAnother(seed: Int) throws {
    var invented = InventedCharts(seed: seed)
    let (rows, funnel, controlled) = (invented.rows(), invented.funnel(), invented.controlled())
    for format in ChartFormat.allCases {
      let layout = RowLayout(rows, format: format)
      expectNoOverlap(layout.labels, in: layout.size, "rows \(seed) \(format)")
      #expect(layout.lanes.allSatisfy { lane in !layout.labels.contains { $0.box.overlaps(lane) } })
      let cone = FunnelLayout(
        funnel, own: funnel.units[0], measure: demoMeasure(), format: format, text: text)
      expectNoOverlap(cone.labels, in: format.size, "funnel \(seed) \(format)")
      let control = try #require(controlled.control)
      let chart = ChartLayout(controlled, format: format, text: text, headroom: 20)
      let notes = control.events.map {
        ControlNote(letter: "M", column: $0.column, text: $0.text, isRebase: false)
      }
      let drawing = ControlDrawing(chart, control, notes: notes, id: "c")
      expectNoOverlap(chart.labels + drawing.noteLabels, in: format.size, "control \(seed) \(format)")
    }
  }

  @Test func whatStandsOutIsSaidWithItsCaveat() throws {
    let charts = (0..<20).map { seed in
      var invented = InventedCharts(seed: seed)
      return invented.controlled()
    }
    let series = try #require(
      charts.first {
        $0.control?.points.contains { $0.value == nil } == true
          && $0.control?.points.contains { $0.signal != nil } == true
      })
    let words = plain(renderChart(series, kind: .spc, text: EvidenceText(catalogue), id: "c"))
    #expect(words.contains("What stands out:") && words.contains("It does not say what, or why."))
    #expect(words.contains("p′ chart: limits allow for numbers of people that differ"))
    #expect(words.contains("A period without a figure ends every run"))
  }

  @Test func aTargetIsNamedBelowItsLimits() {
    var invented = InventedCharts(seed: 3)
    var series = invented.controlled()
    series.measure.target = SourcedNumber(value: 0.65, source: "A plan of the board")
    series.control?.assurance = .consistentlyMisses
    let words = plain(renderChart(series, kind: .spc, text: EvidenceText(catalogue), id: "c"))
    #expect(
      words.contains(
        "The target is 65%. It lies outside the limits: as things are, nearly every period would miss it"))
    #expect(
      plain(renderDefinitionCard(series.measure, text: EvidenceText(catalogue))).contains(
        "65%. A plan of the board"))
  }

  @Test(arguments: [(-12.4, "natural process limits: −12 to 40", true), (3.1, "limits: 3 to 40", false)])
  func aLimitThatNoCountReachesIsExplained(lower: Double, printed: String, isExplained: Bool) {
    var invented = InventedCharts(seed: 3)
    var series = invented.controlled()
    series.measure.kind = .count
    let limits = PublishedControlChart.Limits(centre: 14, lower: lower, upper: 40.3)
    for column in series.points.indices where series.control?.points[column].limits != nil {
      series.control?.points[column].limits = limits
    }
    let words = plain(renderChart(series, kind: .spc, text: EvidenceText(catalogue), id: "c"))
    #expect(words.contains(printed))
    #expect(words.contains("No count is below 0, so a limit below 0 cannot be reached.") == isExplained)
  }

  @Test func aFunnelNamesItsPeopleInFull() {
    var invented = InventedCharts(seed: 1)
    let funnel = invented.funnel()
    for denominator in [
      "people", "people who took up an activity", "people who were asked again after some weeks",
    ] {
      var measure = demoMeasure()
      measure.denominator = denominator
      for format in ChartFormat.allCases {
        let layout = FunnelLayout(funnel, own: funnel.units[0], measure: measure, format: format, text: text)
        let name = text.capitalised(denominator)
        #expect(layout.labels.contains { $0.lines.joined(separator: " ") == name }, "\(name) \(format)")
        expectNoOverlap(layout.labels, in: format.size, name)
      }
    }
  }

  @Test func aChartThatTheFiguresDoNotAllowSaysWhy() {
    let short = series([rounded("2024", 20, of: 40), rounded("2025", 20, of: 40)])
    for (kind, words) in [
      (ChartKind.spc, "needs 12 periods"), (.funnel, "needs 5 practices"),
      (.areas, "No other area has a figure"),
    ] {
      let chart = renderChart(short, kind: kind, text: EvidenceText(catalogue), id: "c")
      #expect(plain(chart).contains(words) && chart.source.contains("<svg"))
    }
  }

  @Test func areasStandByCodeAndNeverByValueAndNameHowManyOfTheirPracticesAreCounted() {
    func other(_ code: String, _ value: Int, _ practices: PracticesCounted?) -> PublishedSeries {
      var other = series([rounded("2025", value, of: 60)])
      other.area = Area(level: .pcn, code: code, name: "Network \(code)")
      other.points[0].practices = practices
      return other
    }
    let evidence = PublishedEvidence(
      others: [
        other("N2", 50, PracticesCounted(counted: 2, all: 5)),
        other("N1", 10, PracticesCounted(counted: 4, all: 4)),
      ], isExact: false)
    let chart = renderChart(
      series([rounded("2025", 30, of: 60)]), kind: .areas, of: evidence, text: EvidenceText(catalogue),
      id: "c")
    let words = plain(chart)
    let names = ["Demo Surgery", "Network N1", "Network N2 (2 of 5 practices)"]
    let places = names.map { words.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(words.contains("It is no ranking."))
  }

  @Test func aFunnelNamesNobodyButTheSitesOwnPracticeInItsDrawing() {
    var invented = InventedCharts(seed: 1)
    let funnel = invented.funnel()
    var evidence = PublishedEvidence()
    var own = series([rounded("2025", 30, of: 60)])
    own.area = funnel.units[0].area
    evidence.funnels = [own.area: ["attended": funnel]]
    let chart = renderChart(own, kind: .funnel, of: evidence, text: EvidenceText(catalogue), id: "c").source
    let drawing = chart.prefix(upTo: chart.range(of: "<details")?.lowerBound ?? chart.endIndex)
    #expect(drawing.contains("Practice 0") && !drawing.contains("Practice 1"))
  }

  /// The funnel of a network, to which some of the practices belonged in its period.
  private func funnel(members codes: [String]) -> (source: String, funnel: PublishedFunnel) {
    var invented = InventedCharts(seed: 1)
    let funnel = invented.funnel()
    let network = Area(level: .pcn, code: "N1", name: "Low Valley")
    let board = Area(level: .icb, code: "B1", name: "Valleys")
    var members = Members()
    for code in codes { members.add(code, in: funnel.period.firstMonth..<funnel.period.firstMonth + 6) }
    // It came later.
    members.add("DEMO04", in: funnel.period.firstMonth + 6..<funnel.period.firstMonth + 12)
    var evidence = PublishedEvidence()
    evidence.regions = [network: board]
    evidence.funnels = [board: ["attended": funnel]]
    evidence.members = [network: members]
    var own = series([rounded("2025", 30, of: 60)])
    own.area = network
    return (
      renderChart(own, kind: .funnel, of: evidence, text: EvidenceText(catalogue), id: "c").source, funnel
    )
  }

  @Test func theFunnelOfANetworkMarksItsOwnPractices() {
    let (chart, funnel) = funnel(members: ["DEMO01", "DEMO03"])
    // Two in the wide form, two in the narrow one, one in the key.
    #expect(chart.matches(of: /<circle class="chart-point chart-member"/).count == 5)
    #expect(chart.matches(of: /<circle class="chart-other"/).count == 2 * (funnel.units.count - 2) + 1)
    #expect(!chart.contains("chart-own"))
    #expect(chart.matches(of: /Filled circles are practices of Low Valley\./).count == 2)
    #expect(chart.contains("<span>practices of Low Valley</span>"))
    #expect(chart.contains("Practice 1 (Low Valley)") && !chart.contains("Practice 2 (Low Valley)"))
  }

  @Test func theFunnelOfAnAreaThatHoldsAllPracticesNamesNoOthers() {
    let all = (0..<80).map { "DEMO\(padded($0, 2))" }.filter { $0 != "DEMO04" }
    let (chart, _) = funnel(members: all)
    #expect(chart.matches(of: /class="chart-other"/).count == 3)
    let whole = funnel(members: all + ["DEMO04"]).source
    #expect(!whole.contains("chart-other") && !whole.contains("other practices"))
    #expect(!whole.contains("(Low Valley)"))
  }

  @Test func aFunnelOfNoMembersIsWhatItWas() {
    #expect(!funnel(members: []).source.contains("Low Valley</span>"))
  }

  @Test func longWordsAreCutAndShortOnesKeptTogether() {
    #expect(wrapped("one two", to: 1_000) == ["one two"])
    let lines = wrapped(String(repeating: "m", count: 60), to: 100)
    #expect(lines.count > 1 && lines.allSatisfy { labelWidth($0, .name) <= 100 })
    #expect(lines.joined() == String(repeating: "m", count: 60))
  }
}
