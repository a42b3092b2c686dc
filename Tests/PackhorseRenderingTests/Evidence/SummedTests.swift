import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// Wherever a sum of rounded counts stands, it says how far it may be off.
@Suite struct SummedTests {
  private let sums = series([summed("2024"), summed("2025")])

  @Test func aSentenceGivesTheRangeOfEachCountAndWhatItMeans() {
    let said = plain(sentence(sums, text: EvidenceText(catalogue)))
    #expect(
      said.hasPrefix("About 48 [40 to 56] of 114 [98 to 130] people referred took up an activity in 2025"))
    #expect(said.hasSuffix("a percentage may lean away from the truth by as much as these allow."))
    #expect(
      !plain(sentence(series([rounded("2025", 45, of: 110)]), text: EvidenceText(catalogue))).contains(
        "added up"))
  }

  @Test func everyNumberOfARangeNamesItsValue() {
    let html = sentence(sums, text: EvidenceText(catalogue)).source
    for name in ["numerator", "denominator"] {
      for end in ["fewest", "most"] { #expect(html.contains("\"attended.DEMO01.2025.\(name)_\(end)\"")) }
    }
    #expect(
      !plain(sentence(sums, text: EvidenceText(catalogue)), withoutValues: true).contains(/(48|114|40|130)/))
  }

  @Test func aTableStatesTheBiasBelowIt() {
    let table = plain(renderTable(sums, text: EvidenceText(catalogue), caption: ""))
    #expect(table.contains("48 [40 to 56]"))
    #expect(table.contains("Where the counts added up are small, a percentage leans away from the truth"))
    #expect(!table.contains("Counts of 8 and more are rounded"))
  }

  @Test func aChartStatesItBesideItsKey() {
    let chart = plain(renderChart(sums, text: EvidenceText(catalogue), id: "c"))
    #expect(chart.contains("Added up from counts that were each rounded to the nearest 5, or taken as 4"))
    #expect(!chart.contains("Made from counts rounded"))
  }

  @Test func aFlowSaysItOfAStatusAlone() {
    var flow = series([summed("2025")])
    flow.measure.kind = .flow
    flow.measure.statuses = [.init(word: "a", title: "Completed"), .init(word: "b", title: "Left")]
    flow.points[0].figure = .flow(
      people: .rounded(20),
      statuses: [
        PublishedStatus(people: .summed(14, possible: 9...19), share: nil),
        PublishedStatus(people: .withheld, share: nil),
      ])
    #expect(plain(sentence(flow, text: EvidenceText(catalogue))).contains("Completed: 14 [9 to 19]"))
    #expect(plain(renderTable(flow, text: EvidenceText(catalogue), caption: "")).contains("[c] withheld"))
  }
}
