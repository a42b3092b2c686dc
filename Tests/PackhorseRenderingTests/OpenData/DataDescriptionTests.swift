import Foundation
import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// One description of the published figures, for programs, for search engines and for people.
@Suite struct DataDescriptionTests {
  private func about(_ change: (inout EvidencedSite) -> Void = { _ in }) -> DataDescription {
    var site = FixtureSite.site
    change(&site)
    return DataDescription(site)
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func names(_ list: Any?) -> [String] {
    (list as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }

  @Test func describesTheColumnsThatTheFileHas() throws {
    let csv = String(
      decoding: publishedCSV(FixtureSite.site.evidence, text: EvidenceText(catalogue)), as: UTF8.self)
    let header = csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let package = try object(about().dataPackage)
    let resource = try #require((package["resources"] as? [[String: Any]])?.first)
    let schema = try #require(resource["schema"] as? [String: Any])
    #expect(names(schema["fields"]) == header)
    #expect(schema["missingValues"] as? [String] == ["", "[c]", "[x]"])
    let metadata = try object(about().tableMetadata)
    #expect(names((metadata["tableSchema"] as? [String: Any])?["columns"]) == header)
    #expect(metadata["url"] as? String == resource["path"] as? String)
  }

  @Test func saysWhatEveryColumnHolds() {
    for column in PublishedColumn.allCases { #expect(!about().meaning(of: column).hasPrefix("data.")) }
  }

  @Test func marksInventedFigures() throws {
    let notice = catalogue("page.sample")
    for isSample in [true, false] {
      let about = about { $0.publication.settings.isSample = isSample }
      let texts = [about.dataPackage, about.tableMetadata].map { String(decoding: $0, as: UTF8.self) }
      for text in texts + [about.datasetMarkup.source] { #expect(text.contains(notice) == isSample) }
    }
  }

  @Test func namesTheMonthsThatFiguresAreAbout() throws {
    let about = about { site in
      site.evidence = PublishedEvidence(series: [
        series([rounded("2024", 45, of: 110), rounded("2025", 45, of: 110, months: 6)])
      ])
    }
    #expect(about.months?.first == "2024-01" && about.months?.last == "2025-06")
  }

  @Test func aPracticesOwnFiguresAreNotOfferedToOthers() {
    var site = FixtureSite.site
    site.publication.settings.audience = .practice
    let texts = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    #expect(texts["data/datapackage.json"] == nil && texts["data/notes.txt"] == nil)
    #expect(texts["outcomes.html"]?.contains("ld+json") == false)
    #expect(texts["data/outcomes.csv"] != nil)
  }

  @Test func holdsWhateverAMeasureIsCalled() throws {
    let title = "</script><script>alert(1)</script>&amp;\u{2028}"
    let markup = about { $0.evidence.series[0].measure.title = title }.datasetMarkup.source
    #expect(markup.ranges(of: "<").count == 2 && !markup.contains("&"))
    let json = try #require(markup.split(separator: ">", maxSplits: 1).last).prefix { $0 != "<" }
    let dataset = try object(Array(json.utf8))
    #expect((dataset["variableMeasured"] as? [String])?.first == title)
    #expect(dataset["@type"] as? String == "Dataset")
  }
}
