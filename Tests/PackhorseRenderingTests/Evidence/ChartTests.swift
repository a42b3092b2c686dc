import Foundation
import FoundationXML
import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct ChartTests {
  @Test(arguments: [
    (PublishedTrend.higher, "rose from 2021 to 2025 by more than chance explains"),
    (.lower, "fell from 2021 to 2025"), (.unclear, "show no trend beyond chance"),
  ])
  func aTrendOfFiveYearsStandsBelowTheLine(trend: PublishedTrend, said: String) {
    var years = series((2019...2025).map { rounded("\($0)", 45, of: 110) })
    #expect(!plain(renderChart(years, text: EvidenceText(catalogue), id: "c")).contains("chance"))
    years.trend = trend
    #expect(plain(renderChart(years, text: EvidenceText(catalogue), id: "c")).contains(said))
  }

  @Test(arguments: variousSeries.indices)
  func isWellFormed(index: Int) {
    let html = renderChart(variousSeries[index], text: EvidenceText(catalogue), id: "chart-1")
    #expect(XMLParser(data: Data(html.source.utf8)).parse())
  }

  @Test(arguments: variousSeries.indices)
  func needsNoStyleOrScript(index: Int) {
    let source = renderChart(variousSeries[index], text: EvidenceText(catalogue), id: "c").source
    #expect(!source.contains("style=") && !source.contains("<script") && !source.contains(" on"))
  }

  @Test(arguments: variousSeries.indices)
  func usesEveryIdOnceAndNoOther(index: Int) {
    let source = renderChart(variousSeries[index], text: EvidenceText(catalogue), id: "c").source
    let ids = source.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let used = source.matches(of: /url\(#([^)]*)\)/).map { String($0.1) }
    let named = source.matches(of: /aria-labelledby="([^"]*)"/).flatMap {
      $0.1.split(separator: " ").map(String.init)
    }
    #expect(Set(used + named).isSubset(of: ids))
  }

  @Test(arguments: variousSeries.indices)
  func printsCoordinatesWithAtMostOneDecimal(index: Int) {
    let source = renderChart(variousSeries[index], text: EvidenceText(catalogue), id: "c").source
    for attribute in source.matches(of: /\ (?:x|y|x1|x2|y1|y2|cx|cy|r|d|width|height|viewBox)="([^"]*)"/) {
      #expect(
        !attribute.1.contains(/\.[0-9]{2}/) && !attribute.1.contains("-0\"") && !attribute.1.contains("nan"))
    }
  }

  @Test func drawsALineWithItsBandAndTheLastFigure() {
    let points = [rounded("2023", 40, of: 90), rounded("2024", 50, of: 90), rounded("2025", 45, of: 110)]
    let source = renderChart(series(points), text: EvidenceText(catalogue), id: "c").source
    #expect(source.contains("class=\"chart-line\"") && source.contains("class=\"chart-band\""))
    #expect(
      source.contains("class=\"chart-value\"")
        && source.contains("data-value-id=\"attended.DEMO01.2025.value\""))
    #expect(!source.contains("chart-withheld") && !source.contains("chart-whisker"))
  }

  @Test func drawsIntervalsInsteadOfALineThroughOneOrTwoPoints() {
    for points in [
      [rounded("2025", 45, of: 110)], [rounded("2024", 45, of: 110), rounded("2025", 45, of: 110)],
    ] {
      let source = renderChart(series(points), text: EvidenceText(catalogue), id: "c").source
      #expect(
        source.contains("chart-whisker") && !source.contains("chart-band") && !source.contains("chart-line"))
    }
  }

  @Test func theKeyShowsBothSignsOfAnIntervalWhereBothAreDrawn() throws {
    let run = ["2020", "2021", "2022"].map { rounded($0, 40, of: 90) }
    for (points, hasBand, hasWhisker) in [
      (run, true, false), (run + [withheld("2023"), rounded("2024", 40, of: 90)], true, true),
      ([run[0]], false, true),
    ] {
      let source = renderChart(series(points), text: EvidenceText(catalogue), id: "c").source
      let key = try #require(source.split(separator: "chart-key").last)
      #expect(key.contains("chart-band") == hasBand && key.contains("chart-whisker") == hasWhisker)
    }
  }

  @Test func breaksTheLineAtAWithheldPeriodAndSaysSo() {
    let points = ["2020", "2021", "2023", "2024"].map { rounded($0, 40, of: 90) }
    let source = renderChart(
      series(points[..<2] + [withheld("2022")] + points[2...]), text: EvidenceText(catalogue), id: "c"
    ).source
    #expect(
      source.count(of: "<path class=\"chart-line\"") == 4 && source.count(of: "class=\"chart-withheld\"") == 3
    )
    #expect(source.contains(">withheld</tspan>") && source.contains("[c] withheld, so that nobody"))
  }

  @Test func marksAPartOfAPeriod() {
    let points = [
      rounded("2023", 40, of: 90), rounded("2024", 50, of: 90), rounded("2025", 45, of: 110, months: 6),
    ]
    let html = renderChart(series(points), text: EvidenceText(catalogue), id: "c")
    #expect(html.source.contains("chart-point-part") && html.source.contains("chart-line-part"))
    #expect(plain(html).contains("part of a period: 2025 (6 of 12 months)"))
  }

  /// An item of the key is laid out in columns: words between which a number stands would each become one.
  @Test(arguments: variousSeries.indices)
  func keepsTheWordsOfEachSignTogether(index: Int) {
    let source = renderChart(variousSeries[index], text: EvidenceText(catalogue), id: "c").source
    let key = source.split(separator: "<ul class=\"chart-key\">").dropFirst().first?.split(separator: "</ul>")
      .first
    for item in (key ?? "").split(separator: "<li>").dropFirst() {
      let words = item.split(separator: "</svg> ").last ?? item
      #expect(words.hasPrefix("<span>") && words.hasSuffix("</span></li>\n"))
    }
  }

  @Test func saysThatThereAreNoFiguresYetWithoutADrawing() {
    let html = renderChart(series([]), text: EvidenceText(catalogue), id: "c")
    #expect(!html.source.contains("<svg") && plain(html).contains("no figures yet"))
  }

  @Test func escapesWhatAuthorsWrite() {
    var measure = demoMeasure()
    measure.id = "\"><script>"
    measure.title = "<script>alert(1)</script>"
    let html = renderChart(
      series([rounded("2025", 45, of: 110)], measure), text: EvidenceText(catalogue), id: "\"><script>")
    #expect(!html.source.contains("<script>"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
