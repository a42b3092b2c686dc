import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct MeasureKindTests {
  private let path = "content/data/measures.yml"
  private let common = """
      direction: higher
      why: W
      source: S
      caveats: [None known.]
      licence: OGL
      author: A
    """

  /// A measure's entry from the lines that its kind needs.
  private func entry(_ id: String, _ lines: String) -> String {
    "\(id):\n  title: T\n\(common)\n" + lines.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  private var wellbeing: String {
    entry(
      "wellbeing",
      """
      type: mean-change
      denominator: people referred
      lowest: 0
      highest: 10
      columns: {before: score_before, after: score_after}
      population-mean: {value: 7.5, source: A survey}
      population-sd: {value: 1.2, source: A survey}
      retest-correlation: {value: 0.7, source: A study}
      important-change: {points: 2, source: A paper}
      """)
  }

  private var all: String {
    wellbeing
      + entry("items", "type: rate\ndenominator: people\nnumerator: items\nper: 100\nbeside-others: false")
      + entry("referrals", "type: count\nnumerator: referrals")
      + entry(
        "way", "type: flow\ndenominator: people referred\nstatuses: {left early: Left, completed: Stayed}")
      + entry(
        "taken",
        "type: proportion\ndenominator: D\nnumerator: N\ncounted-statuses: [completed]\ntarget: {value: 0.6, source: A plan}"
      )
  }

  @Test func readsEveryKindOfMeasure() async {
    let outcome = await SiteSample.load([path: all])
    #expect(outcome.diagnostics == [])
    let measures = outcome.value.measures
    #expect(measures.map(\.kind) == [.meanChange, .rate, .count, .flow, .proportion])
    #expect(measures[0].scores == 0...10)
    #expect(measures[0].beforeColumn == "score_before" && measures[0].afterColumn == "score_after")
    #expect(measures[0].populationMean == SourcedNumber(value: 7.5, source: "A survey"))
    #expect(measures[0].retestCorrelation?.value == 0.7)
    #expect(measures[0].importantPoints == 2 && measures[0].importantChange == "A paper")
    #expect(measures[1].per == 100 && !measures[1].isCompared && measures[2].isCompared)
    #expect(measures[3].statuses.map(\.word) == ["left early", "completed"])
    #expect(measures[4].countedStatuses == ["completed"])
    #expect(measures[4].target == SourcedNumber(value: 0.6, source: "A plan"))
  }

  @Test(arguments: [
    ("bad-value", "highest: 10", "highest: «0»"), ("wrong-type", "value: 0.7", "value: «1e3»"),
    ("bad-value", "value: 0.7", "value: «1.5»"), ("wrong-type", "lowest: 0", "lowest: «none»"),
    ("unknown-key", "denominator: people referred", "denominator: people referred\n  «numerator»: N"),
    ("missing-key", "source: A paper", "text: A paper"),
  ])
  func reportsFaultsOfAScale(id: String, part: String, replacement: String) async {
    let text = wellbeing.replacing(part, with: replacement, maxReplacements: 1)
    let found = await SiteSample.load([path: SiteSample.unmarked(text, path: path).text]).diagnostics
    #expect(found.contains { $0.id == id && $0.span?.path == path })
  }

  private let outcomes = "content/data/outcomes.csv"

  @Test func readsCountsRatesAndMeans() async {
    let text =
      "practice_code,period,measure,numerator,denominator,n,mean,sd\n"
      + "DEMO01,2025,wellbeing,,,20,1.5,2\nDEMO01,2025,items,300,200,,,\nDEMO01,2025,referrals,12,,,,\n"
      + "DEMO01,2025,taken,3,4,,,\nDEMO01,2024,wellbeing,,,[x],[x],[x]\n"
    let outcome = await SiteSample.load([path: all, outcomes: text])
    #expect(outcome.diagnostics == [])
    var change = ChangeSummary()
    (change.pairs, change.sum, change.sumOfSquares) = (20, 30, 121)
    #expect(
      outcome.value.observations.map(\.value) == [
        .change(change), .rate(numerator: 300, listSize: 200), .count(12),
        .proportion(numerator: 3, denominator: 4),
      ])
  }

  @Test(arguments: [
    ("score-out-of-range", "DEMO01,2025,wellbeing,,,20,«11»,2"),
    ("score-out-of-range", "DEMO01,2025,wellbeing,,,20,1,«-2»"),
    ("csv-bad-cell", "DEMO01,2025,wellbeing,,,20,«high»,2"),
    ("csv-bad-cell", "DEMO01,2025,wellbeing,,,«2.5»,1,2"),
    ("flow-in-table", "DEMO01,2025,«way»,3,4,,,"), ("csv-bad-cell", "DEMO01,2025,referrals,«45%»,,,,"),
  ])
  func reportsFaultsOfTheirRows(id: String, row: String) async {
    let head = "practice_code,period,measure,numerator,denominator,n,mean,sd\n"
    let (text, span) = SiteSample.unmarked(head + row + "\n", path: outcomes)
    let found = await SiteSample.load([path: all, outcomes: text]).diagnostics
    #expect(found.map(\.id) == [id])
    #expect(found.first?.span == span)
  }

  @Test func readsEventsAndNewLimitsInTheOrderOfTheirPeriods() throws {
    let text = entry(
      "seen",
      """
      type: count
      numerator: walks
      events: {2026-Q1: Second, 2025-03: First}
      rebase: {2026/27: Open to all}
      moving-ranges: screened
      """)
    let outcome = readMeasures(Array(text.utf8)[...], path: path)
    let measure = try #require(outcome.value?.first)
    #expect(outcome.diagnostics.isEmpty)
    #expect(measure.events.map(\.note) == ["First", "Second"] && measure.screensMovingRanges)
    #expect(measure.rebases.map(\.period.value.code) == ["2026/27"])
  }

  @Test func reportsAnEventWithoutAPeriodOrWords() {
    let text = entry(
      "seen", "type: count\nnumerator: walks\nevents: {soon: Something, 2026: }\nrebase: [2026]")
    let found = readMeasures(Array(text.utf8)[...], path: path).diagnostics
    #expect(Set(found.map(\.id)) == ["bad-value", "wrong-type"] && found.count == 3)
  }
}
