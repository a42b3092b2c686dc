import Foundation
import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FeedTests {
  private static let hostile = "A & B <c> \u{1}\u{FFFE} \"d\\ ]]> </script> \u{2028}\u{85}"

  private func planned(_ change: (inout EvidencedSite) -> Void = { _ in }) -> [String: String] {
    var site = FixtureSite.site
    change(&site)
    return plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
  }

  private func json(_ files: [String: String]) throws -> [String: Any] {
    let feed = try JSONSerialization.jsonObject(with: Data((files["feed.json"] ?? "").utf8))
    return try #require(feed as? [String: Any])
  }

  /// The texts of the elements of one name of the entries of the Atom feed.
  private func atom(_ name: String, _ files: [String: String]) -> [String] {
    let source = files["feed.xml"] ?? ""
    return source.split(separator: "<entry>").dropFirst().compactMap { entry in
      entry.split(separator: "<\(name)>").dropFirst().first?.split(separator: "</\(name)>").first.map(
        String.init)
    }
  }

  @Test(arguments: ["feed.xml", "feed.json"]) func isDatedByReviewsAlone(_ path: String) {
    let files = planned()
    #expect((files[path] ?? "").contains("2026-10-01T00:00:00Z"))
    let later = plan(FixtureSite.site, date: FixtureSite.day("2027-01-01"), parser: FixtureSite.parser)
    #expect(later.value.text(path) == files[path])
  }

  /// The fields of https://www.jsonfeed.org/version/1.1/: those that must be there, and none that it does not know.
  @Test func hasTheFieldsOfJSONFeed() throws {
    let feed = try json(planned { $0.edit(page: 1) { $0.language = "cy" } })
    #expect(
      Set(feed.keys) == [
        "version", "title", "home_page_url", "feed_url", "description", "authors", "language", "items",
      ])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect(feed["title"] as? String == "Social prescribing at Demo Surgery")
    #expect(feed["home_page_url"] as? String == "https://example.org/sp/index.html")
    #expect(feed["feed_url"] as? String == "https://example.org/sp/feed.json")
    #expect(feed["language"] as? String == "en-GB")
    #expect(feed["authors"] as? [[String: String]] == [["name": "Demo Surgery"]])
    let items = try #require(feed["items"] as? [[String: String]])
    #expect(items.count > 3)
    for item in items where item["content_html"] == nil {
      let needed = Set(["id", "url", "title", "content_text", "date_modified"])
      #expect(Set(item.keys).subtracting(["language"]) == needed)
      #expect(item["id"] == item["url"] && item["id"]?.hasPrefix("https://example.org/sp/") == true)
      #expect(item["date_modified"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT00:00:00Z/) != nil)
      #expect(item["content_text"]?.isEmpty == false)
    }
    let figures = items.filter { $0["content_html"] != nil }
    #expect(figures.count == 1 && figures[0]["id"] == figures[0]["url"].map { $0 + "#2025-12" })
    #expect(Set(items.map { $0["id"] }).count == items.count)
    #expect(items.compactMap { $0["language"] } == ["cy"])
  }

  @Test func saysInBothFormsTheSame() throws {
    let files = planned()
    let items = try #require(try json(files)["items"] as? [[String: String]])
    for (field, element) in [
      ("id", "id"), ("title", "title"), ("content_text", "summary"), ("date_modified", "updated"),
    ] {
      #expect(items.map { $0[field] ?? $0["summary"] ?? "" } == atom(element, files))
    }
  }

  @Test func staysWellFormedWhateverATitleSays() throws {
    let files = planned { site in
      site.publication.settings.title = Self.hostile
      site.publication.practice.name = Self.hostile
      site.edit(page: 1) { matter in
        matter.title = Self.hostile
        matter.summary = ""
      }
    }
    #expect(XMLParser(data: Data((files["feed.xml"] ?? "").utf8)).parse())
    let feed = try json(files)
    #expect(feed["title"] as? String == Self.hostile)
    let items = try #require(feed["items"] as? [[String: String]])
    #expect(items.contains { $0["title"] == Self.hostile && $0["content_text"] == Self.hostile })
    #expect(files["feed.json"]?.contains("</script") == false)
    for page in files where page.key.hasSuffix(".html") {
      #expect(!page.value.contains("title=\"\(Self.hostile)"), "\(page.key)")
    }
  }

  @Test func isNamedByEveryPage() {
    let pages = planned().filter { $0.key.hasSuffix(".html") && $0.value.contains("feed.xml") }
    #expect(pages.count > 20)
    for (path, page) in pages {
      #expect(page.contains("<link rel=\"alternate\" type=\"application/feed+json\" title=\""), "\(path)")
      #expect(page.contains("feed.json\""))
    }
  }

  @Test func namesNoStoryThatIsGone() throws {
    let files = planned { $0.publication.pages.removeAll { $0.kind == .story } }
    for path in ["feed.xml", "feed.json"] { #expect(files[path]?.contains("stories/") == false) }
  }
}
