import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// Prescribing beside referral: two charts over the same periods, and what always stands with them.
struct PrescribingBlockTests {
  private let block = ":::prescribing-beside-referral prescribing=\"items\" referral=\"referrals\"\n:::"

  private func rate(_ id: String, _ points: [PublishedPoint], axis: [Double] = [0, 100]) -> PublishedSeries {
    var measure = demoMeasure()
    (measure.id, measure.title, measure.kind) = (id, "Title of \(id)", .rate)
    var made = series(points, measure)
    made.axis = axis
    return made
  }

  private func point(_ period: String, _ rate: Double) -> PublishedPoint {
    let estimate = Estimate(
      value: rate, lower95: rate * 0.9, upper95: rate * 1.1, lower998: rate * 0.8, upper998: rate * 1.2)
    return PublishedPoint(
      period: known(period), figure: .rate(events: .rounded(100), listSize: 9_000, rate: estimate),
      months: 0b111)
  }

  private func without(_ period: String, _ count: PublishedCount) -> PublishedPoint {
    PublishedPoint(
      period: known(period), figure: .rate(events: count, listSize: 9_000, rate: nil), months: 0b111)
  }

  private func html(_ items: PublishedSeries, _ referrals: PublishedSeries) -> String {
    var fixture = BodyFixture()
    fixture.evidence = PublishedEvidence(series: [items, referrals])
    return fixture.html(block)
  }

  @Test func theNoteOnMedicinesAndWhatLinesCannotShowAlwaysStandWithThem() {
    let some = [point("2025-Q1", 40)]
    let rates: [[PublishedPoint]] = [some, [without("2025-Q1", .withheld)], []]
    for items in rates {
      for referrals in rates {
        let html = html(rate("items", items), rate("referrals", referrals))
        #expect(html.contains("Nobody stops a medicine without the prescriber"))
        #expect(html.contains("What this cannot show: that one of the two causes the other"))
      }
    }
  }

  @Test func eachMeasureHasAChartAndATableOfItsOwn() {
    let html = html(
      rate("items", [point("2025-Q1", 380)], axis: [0, 400]), rate("referrals", [point("2025-Q1", 9)]))
    #expect(html.contains("id=\"chart.1\"") && html.contains("id=\"chart.2\""))
    #expect(html.split(separator: "<table class=\"figures\">").count == 3)
    #expect(html.contains("data-value-id=\"items.DEMO01.2025-Q1.value\""))
    #expect(html.contains("data-value-id=\"referrals.DEMO01.2025-Q1.value\""))
    #expect(html.contains("each on a scale of its own"))
  }

  @Test func bothChartsHaveTheSamePeriodsAtTheSamePlaces() throws {
    let items = rate(
      "items", ["2025-Q1", "2025-Q2", "2025-Q4"].map { point($0, 12_345) }, axis: [0, 10_000, 20_000])
    let referrals = rate("referrals", [point("2025-Q3", 7), point("2026-Q1", 8)], axis: [0, 10])
    let both = (items.spanning(referrals), referrals.spanning(items))
    let every = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
    #expect(both.0.points.map(\.period.code) == every && both.1.points.map(\.period.code) == every)
    #expect(both.0.points[2].figure.value == nil && both.1.points[0].figure.value == nil)
    for format in ChartFormat.allCases {
      let text = EvidenceText(catalogue)
      let above = ChartLayout(both.0, format: format, text: text, alignedWith: both.1)
      let below = ChartLayout(both.1, format: format, text: text, alignedWith: both.0)
      #expect(every.indices.map(above.x) == every.indices.map(below.x))
    }
  }

  @Test(arguments: [
    (PublishedCount.withheld, "Title of referrals: every figure is withheld here"),
    (.notAvailable, "Title of referrals: there are no figures here"),
  ])
  func aMeasureWithoutFiguresIsSaidToBe(count: PublishedCount, sentence: String) {
    let html = html(
      rate("items", [point("2025-Q1", 40)]), rate("referrals", [without("2025-Q1", count)]))
    #expect(html.contains(sentence))
    #expect(!html.contains("Title of items: every") && !html.contains("each on a scale of its own"))
  }

  @Test func aSeriesThatNobodyCountedStaysEmpty() {
    let html = html(rate("items", [point("2025-Q1", 40)]), rate("referrals", []))
    #expect(html.contains("Title of referrals: there are no figures here"))
    #expect(!html.contains("referrals.2025-Q1"))
  }
}
