import Foundation
import PackhorseCore
import Testing

@testable import PackhorseRendering

/// The latest figures as an entry of the feed: what the digest's page shows of them, and nothing else.
struct DigestEntryTests {
  private func files(_ date: String = "2026-11-23", _ change: (inout EvidencedSite) -> Void = { _ in })
    -> [String: String]
  {
    var site = FixtureSite.site
    change(&site)
    return plan(site, date: FixtureSite.day(date), parser: FixtureSite.parser).value.texts
  }

  /// The digest's entry in the feed; nil where there is none.
  private func entry(_ files: [String: String]) -> String? {
    files["feed.xml"]?.components(separatedBy: "<entry>").dropFirst().first {
      $0.contains("/digest.html#")
    }
  }

  /// The content of an entry, as it was before it was escaped.
  private func content(_ entry: String) -> String {
    let inside = entry.components(separatedBy: "<content type=\"html\">").last?
      .components(separatedBy: "</content>").first
    return (inside ?? "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  @Test func tellsOfFiguresOnceForEachMonthThatTheyReach() throws {
    let made = files()
    let told = try #require(entry(made))
    #expect(told.contains("<id>https://example.org/sp/digest.html#2025-12</id>"))
    #expect(told.contains("<link rel=\"alternate\" href=\"https://example.org/sp/digest.html\"/>"))
    #expect(told.contains("<updated>2026-01-01T00:00:00Z</updated>"))
    #expect(files("2027-03-01")["feed.xml"] == made["feed.xml"])
  }

  @Test func aYearThatIsCountedInPartIsDatedByItsMonths() throws {
    let made = files("2026-11-23") { site in
      let point = site.evidence.series[0].points[0]
      site.evidence.series[0].points[0] = PublishedPoint(
        period: Period(length: .year, year: 2026), figure: point.figure, months: 0b1_1111_1111)
    }
    let told = try #require(entry(made))
    #expect(told.contains("#2026-09</id>") && told.contains("<updated>2026-10-01T00:00:00Z</updated>"))
  }

  @Test func saysNothingThatThePageDoesNot() throws {
    let made = files()
    let said = content(try #require(entry(made)))
    let page = try #require(made["digest.html"])
    #expect(said.contains("data-value-id=\"attended.DEMO01.2025.value\""))
    let paragraphs = said.matches(of: /<p.*?<\/p>/.dotMatchesNewlines()).map { String($0.output) }
    #expect(paragraphs.count == 4)
    for paragraph in paragraphs { #expect(page.contains(paragraph), "\(paragraph)") }
  }

  @Test func isSilentWithoutFiguresAndWhereTheyAreForThePracticesOwnEyes() {
    #expect(entry(files { $0.evidence = PublishedEvidence() }) == nil)
    #expect(entry(files { $0.publication.settings.audience = .practice }) == nil)
  }

  @Test func aPeriodThatIsNotOverIsNotDatedInTheFuture() throws {
    let made = files("2025-11-23")
    #expect(try #require(entry(made)).contains("<updated>2025-11-23T00:00:00Z</updated>"))
  }
}
