import Foundation
import Testing

/// The directory as open data: what a site publishes, another reads.
struct OpenReferralTests {
  private func published(_ site: IncrementalSite, from services: Data?) async throws -> [String: Data] {
    let folder = site.folder.appendingPathComponent("content/data")
    if let services {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent("groups.csv"))
      try services.write(to: folder.appendingPathComponent("groups.json"))
    }
    return try await site.clean()
  }

  private func json(_ files: [String: Data]) throws -> Data { try #require(files["data/groups.json"]) }

  @Test func whatIsPublishedReadsBackAsTheSameGroups() async throws {
    let site = try IncrementalSite(copying: ["groups"])
    let first = try json(try await published(site, from: nil))
    let second = try json(try await published(site, from: first))
    #expect(String(decoding: second, as: UTF8.self) == String(decoding: first, as: UTF8.self))
  }

  @Test func publishesWhatTheDirectoryShowsAndNothingElse() async throws {
    let site = try IncrementalSite(copying: ["groups"])
    let text = String(decoding: try json(try await published(site, from: nil)), as: UTF8.self)
    for shown in [
      "Thornbeck Choir", "\"byday\": \"TU\"", "\"opens_at\": \"19:00\"", "temporarily closed", "Ask for Pat",
    ] {
      #expect(text.contains(shown), "\(shown)")
    }
    #expect(!text.contains("Old club") && !text.contains("invented"))
  }

  /// As a council's feed has it: nothing of ours in it.
  private static let foreign = """
    {"total_items": 1, "contents": [{
      "id": "AC148810-d857-441c-9679-408f346de14b", "name": "Gardening <b>club</b>",
      "description": "Beds & seeds,\\nfor all.", "url": "https://garden.example/", "status": "active",
      "assured_date": "2026-10-01",
      "schedules": [{"id": "x", "freq": "WEEKLY", "interval": 2, "byday": "TU,TH", "opens_at": "10:00:00Z", "closes_at": "12:30"}],
      "service_at_locations": [{"id": "y", "location": {"id": "z", "location_type": "physical", "name": "Hall",
        "transportation": "Bus 7.", "accessibility": [{"id": "a", "description": "Ramp at the side."}],
        "addresses": [{"id": "b", "address_1": "High Street", "city": "Demotown", "postal_code": "ZZ9 4AB"}]}}],
      "cost_options": [{"id": "c", "option": "Adults", "amount": 2.5, "amount_description": "a session"}],
      "contacts": [{"id": "d", "name": "Office", "phones": [{"id": "e", "number": "01632 960001"}]}],
      "attributes": [{"id": "f", "taxonomy_term": {"id": "g", "taxonomy": "other", "term": "Gardening"}}],
      "languages": [{"id": "h"}], "something_new": {"x": [1, null, true]}
    }]}
    """

  @Test func readsWhatAnEditorSavedWithAByteOrderMark() async throws {
    let site = try IncrementalSite(copying: ["groups"])
    let plain = try json(try await published(site, from: Data(Self.foreign.utf8)))
    #expect(try json(try await published(site, from: Data([0xEF, 0xBB, 0xBF] + Self.foreign.utf8))) == plain)
  }

  @Test func readsAFeedOfOthersAndSaysWhatItDoesNotKnow() async throws {
    let site = try IncrementalSite(copying: ["groups"])
    let files = try await published(site, from: Data(Self.foreign.utf8))
    let page = String(
      decoding: try #require(files["groups/ac148810-d857-441c-9679-408f346de14b.html"]), as: UTF8.self)
    for shown in [
      "<h1>Gardening &lt;b&gt;club&lt;/b&gt;</h1>", "Beds &amp; seeds, for all.",
      "Tuesday and Thursday, 10:00 to 12:30, every 2 weeks", "Hall, High Street, Demotown, ZZ9 4AB",
      "Adults, 2.5, a session", "Bus 7. Ramp at the side.", "<dt>What kind</dt><dd>Gardening</dd>",
      "<dt>The first visit</dt><dd>Not known: ask the community connector</dd>",
      "<dt>Safety</dt><dd>Not known: ask the community connector</dd>", "tel:01632960001",
    ] { #expect(page.contains(shown), "\(shown)") }
    let again = try json(try await published(site, from: try json(files)))
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: try json(files), as: UTF8.self))
  }
}
