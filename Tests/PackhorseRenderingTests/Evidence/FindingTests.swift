import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct FindingTests {
  @Test(arguments: [
    ([rounded("2025", 45, of: 110)], "In 2025, 41% of people referred took up an activity"),
    (
      [rounded("2025", 10, of: 25)], "In 2025, 40% of people referred took up an activity: too few to be sure"
    ),
    (
      [rounded("2023", 45, of: 110), rounded("2024", 50, of: 110)],
      "In 2024, 45% of people referred took up an activity: no clear change since 2023 (41%)"
    ),
    (
      [rounded("2023", 40, of: 200), withheld("2024"), rounded("2025", 100, of: 200)],
      "In 2025, 50% of people referred took up an activity, a higher share than in 2023 (20%)"
    ),
    (
      [rounded("2023", 100, of: 200), rounded("2025", 40, of: 200, months: 6), withheld("2026")],
      "In part of 2025, 20% of people referred took up an activity, a lower share than in 2023 (50%)"
    ),
    (
      [withheld("2025"), missing("2026")],
      "Took up an activity: the figures are withheld, so that nobody can be recognised"
    ),
    ([missing("2025")], "Took up an activity: there are no figures yet"),
    ([], "Took up an activity: there are no figures yet"),
  ])
  func comparesTheLatestWithTheFirst(points: [PublishedPoint], words: String) {
    #expect(plain(finding(series(points), text: EvidenceText(catalogue))) == words)
  }

  /// What a title compares stands below it with its uncertainty, each end by its name.
  @Test(arguments: [
    (50, "95% confidence intervals: 41% to 50% in 2024, 38% to 47% in 2023. They overlap."),
    (
      140,
      "95% confidence intervals: 62% to 71% in 2024, 38% to 47% in 2023. Before they are rounded they do not overlap."
    ),
  ])
  func aLineChartPrintsTheIntervalsThatItsTitleCompares(latest: Int, words: String) throws {
    var first = rounded("2023", 45, of: 110)
    var last = rounded("2024", latest, of: 200)
    first.estimate?.lower95 = 0.38
    first.estimate?.upper95 = 0.47
    last.estimate?.lower95 = latest == 50 ? 0.41 : 0.62
    last.estimate?.upper95 = latest == 50 ? 0.5 : 0.71
    let chart = renderChart(series([first, last]), kind: .line, text: EvidenceText(catalogue), id: "c")
    #expect(plain(chart).contains(words))
    let line = try #require(chart.source.firstMatch(of: /<p class="chart-subtitle">95%.*/)?.output)
    #expect(line.matches(of: /data-value-id="attended\.DEMO01\.202[34]\.(lower|upper)_95"/).count == 4)
  }

  @Test func aLineChartThatComparesNothingPrintsNoIntervals() {
    for points in [
      [rounded("2025", 45, of: 110)], [missing("2025")],
      [rounded("2024", 45, of: 110), rounded("2025", 10, of: 25)],
    ] {
      let chart = renderChart(series(points), kind: .line, text: EvidenceText(catalogue), id: "c").source
      #expect(!chart.contains("95% confidence intervals:"))
    }
  }

  @Test func intervalsThatTouchShowNoClearChange() throws {
    var first = rounded("2023", 40, of: 200)
    var last = rounded("2024", 100, of: 200)
    first.estimate?.upper95 = 0.4
    last.estimate?.lower95 = 0.4
    #expect(plain(finding(series([first, last]), text: EvidenceText(catalogue))).contains("no clear change"))
  }
}
