import PackhorseCore
import Testing

@testable import PackhorseRendering

/// A summary is written once and built for each network or board.
@Suite struct AreaSummaryTests {
  @Test func isAPageForEachNetworkAndAListOfThem() {
    let files = texts(areas: ["N2": "Oak Valley", "N1": "Elm & Ash"])
    #expect(files["summaries/year.html"]?.contains("href=\"year/n1.html\">Elm &amp; Ash</a>") == true)
    let page = files["summaries/year/n1.html"] ?? ""
    #expect(page.contains("<h1>The year in figures: Elm &amp; Ash</h1>"))
    #expect(page.contains("<title>The year in figures: Elm &amp; Ash"))
    #expect(page.contains("href=\"../../summaries/index.html\"") || page.contains("href=\"../index.html\""))
    #expect(page.contains("href=\"../year.html\">The year in figures</a>"))
    #expect(page.contains("For the primary care network"))
    #expect(files.keys.contains("summaries/year/n2.html"))
  }

  @Test func aLevelWithOneAreaNeedsNoList() {
    let files = texts(areas: ["N1": "Elm"])
    #expect(files["summaries/year.html"]?.contains("<h1>The year in figures: Elm</h1>") == true)
    #expect(!files.keys.contains { $0.hasPrefix("summaries/year/") })
  }

  @Test func showsTheFiguresOfItsArea() throws {
    let site = site(areas: ["N1": "Elm"])
    let elm = Area(level: .pcn, code: "N1", name: "Elm")
    let seen = try #require(site.evidence.views()[elm])
    let series = try #require(seen.series(for: "attended"))
    #expect(series.area == elm)
    #expect(seen.others(than: series).map(\.area.code) == ["DEMO01"])
  }

  private func texts(areas: [String: String]) -> [String: String] {
    let planned = plan(site(areas: areas), date: FixtureSite.date, parser: FixtureSite.parser)
    #expect(planned.diagnostics == [])
    return planned.value.texts
  }

  private func site(areas: [String: String]) -> EvidencedSite {
    var site = FixtureSite.site
    let summary = site.publication.pages.firstIndex { $0.kind == .summary } ?? 0
    site.edit(page: summary) { $0.level = .pcn }
    site.evidence.others = areas.sorted { $0.key < $1.key }.map { code, name in
      var series = site.evidence.series[0]
      series.area = Area(level: .pcn, code: code, name: name)
      return series
    }
    return site
  }
}
