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

  @Test func intervalsThatTouchShowNoClearChange() throws {
    var first = rounded("2023", 40, of: 200)
    var last = rounded("2024", 100, of: 200)
    first.estimate?.upper95 = 0.4
    last.estimate?.lower95 = 0.4
    #expect(plain(finding(series([first, last]), text: EvidenceText(catalogue))).contains("no clear change"))
  }
}
