import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct EvidenceTextTests {
  private let text = EvidenceText(catalogue)

  @Test(arguments: [
    (0, "0%"), (0.0001, "under 0.1%"), (0.0005, "0.1%"), (0.004, "0.4%"), (0.0099, "1%"), (0.01, "1%"),
    (0.285, "29%"), (0.414, "41%"), (0.415, "42%"), (0.99, "99%"), (0.9912, "99.1%"), (0.9994, "99.9%"),
    (0.9999, "over 99.9%"),
    (1, "100%"),
  ])
  func neverPrintsNoneOrAllUnlessItIsSo(share: Double, words: String) {
    #expect(text.percent(share) == words)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-400, "-400"), (-1000, "-1,000"),
  ])
  func setsThousandsApart(number: Int, words: String) {
    #expect(text.number(number) == words)
  }

  @Test(arguments: [
    (-1081.4, 0, "−1,081"), (-0.4, 0, "0"), (-0.5, 0, "−1"), (-0.25, 1, "−0.3"), (-0.04, 1, "0.0"),
    (12.5, 1, "12.5"),
  ])
  func printsWhatIsBelowNothingWithItsSign(number: Double, places: Int, words: String) {
    #expect(text.decimal(number, places: places) == words)
  }

  @Test(arguments: [
    ("2025", "2025"), ("2025/26", "2025/26"), ("1999/00", "1999/00"), ("2025-07", "July 2025"),
    ("2025-Q4", "October to December 2025"),
  ])
  func namesPeriods(code: String, words: String) throws {
    #expect(text.period(try #require(Period(code))) == words)
  }

  @Test func namesARangeByItsMonths() {
    #expect(
      text.range([rounded("2024-Q2", 10, of: 20), rounded("2025-Q1", 10, of: 20)])
        == "April 2024 to March 2025")
    #expect(
      text.range([rounded("2024/25", 10, of: 20), rounded("2025/26", 10, of: 20)]) == "2024/25 to 2025/26")
    #expect(text.range([rounded("2024-02", 10, of: 20)]) == "February 2024")
  }

  @Test func leavesAnUnknownPlaceAsItIs() {
    let text = EvidenceText(Words(["evidence.odd": "a {b} <{c} {"]))
    #expect(text.form("odd", ["b": HTML(ready: "<i>{c}</i>")]).source == "a <i>{c}</i> &lt;{c} {")
  }

  @Test func everyFormIsInTheCatalogue() {
    for series in variousSeries {
      let pieces = [
        renderChart(series, text: EvidenceText(catalogue), id: "c"),
        renderTable(series, text: EvidenceText(catalogue), caption: "Figures"),
        renderDefinitionCard(series.measure, text: EvidenceText(catalogue)),
        sentence(series, text: EvidenceText(catalogue)),
        finding(series, text: EvidenceText(catalogue)),
      ]
      #expect(pieces.allSatisfy { !plain($0).contains("evidence.") && !plain($0).contains("{") })
    }
  }
}
