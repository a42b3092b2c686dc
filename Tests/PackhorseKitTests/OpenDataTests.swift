import Foundation
import PackhorseCore
import PackhorseKit
import Testing

/// Published figures as open data: what one site publishes, another shows as it was published.
struct OpenDataTests {
  /// Builds a site, gives what it publishes to a copy that has no counts of its own, and builds that.
  private func publishedTwice(
    _ site: String, change: (inout String) -> Void = { _ in }, settings: (inout String) -> Void = { _ in }
  ) async throws -> (first: [String: Data], second: Outcome<[String: Data]>) {
    let first = try await IncrementalSite(copying: [site]).clean()
    let other = try IncrementalSite(copying: [site])
    for path in other.paths(in: "content/data") + other.paths(in: "private") where Self.isCounts(path) {
      try other.write(nil, to: path)
    }
    var pack = try text(first["data/outcomes.csv"])
    change(&pack)
    var site = try other.text("content/site.yml")
    settings(&site)
    try other.write(site, to: "content/site.yml")
    try other.write(pack, to: "content/data/published.csv")
    return (first, try await other.checked())
  }

  private static func isCounts(_ path: String) -> Bool {
    ["content/data/outcomes.csv", "content/data/sources.yml"].contains(path)
      || path.hasPrefix("private/") && path != "private/consent.csv"
  }

  private func text(_ data: Data?) throws -> String { String(decoding: try #require(data), as: UTF8.self) }

  @Test(arguments: ["figures", "network", "practices", "prescribing", "kinds"])
  func whatIsReadBackIsPublishedTheSame(site: String) async throws {
    let (first, second) = try await publishedTwice(site)
    #expect(second.diagnostics.filter { $0.severity == .error } == [])
    for path in ["data/outcomes.csv", "data/datapackage.json", "data/outcomes.csv-metadata.json"] {
      #expect(try text(second.value[path]) == text(first[path]), "\(path)")
    }
  }

  @Test func pagesShowTheSameFigures() async throws {
    let (first, second) = try await publishedTwice("network")
    for (path, page) in first where path.hasPrefix("summaries/") || path == "outcomes.html" {
      #expect(try text(second.value[path]) == text(page), "\(path)")
    }
  }

  @Test(arguments: [
    (",75,175,", ",76,175,", "csv-bad-cell"), (",75,175,", ",5,175,", "csv-bad-cell"),
    (",75,175,", ",80,175,", "published-figures-differ"),
    (",75,175,0.4286", ",75,175,0.5286", "published-figures-differ"),
    (",75,175,", ",[c],175,", "published-figures-differ"),
    (",2024,attended,", ",2024-Q1,attended,", "published-figures-differ"),
    (",2025,attended,", ",2027,attended,", "period-in-future"),
    (",attended,proportion,", ",attended,rate,", "published-figures-differ"),
    (",attended,proportion,", ",attended,share,", "csv-bad-cell"),
    (",attended,proportion,", ",unheard-of,proportion,", "unknown-measure"),
    ("0.5617,,\n", "0.5617,,whatever\n", "csv-bad-cell"),
    ("0.5617,,\n", "0.5617,,12 of 12 months\n", "csv-bad-cell"),
    ("0.5617,,\n", "0.5617,,-3 of -5 practices\n", "csv-bad-cell"),
    ("0.5617,,\n", "0.5617,,-3 of 5 practices\n", "csv-bad-cell"),
  ])
  func aTableThatNoBuildMadeIsReported(written: String, instead: String, id: String) async throws {
    let (_, second) = try await publishedTwice("network") { pack in
      guard let place = pack.range(of: written) else { return }
      pack.replaceSubrange(place, with: instead)
    }
    let found = second.diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.id).contains(id))
    #expect(found.allSatisfy { $0.span?.path == "content/data/published.csv" })
    #expect(!found.contains { $0.summary.contains("76") })
  }

  @Test func theSameFigureTwiceIsReported() async throws {
    let (_, second) = try await publishedTwice("figures") { pack in
      pack += pack.split(separator: "\n").last.map { $0 + "\n" } ?? ""
    }
    #expect(second.diagnostics.contains { $0.id == "duplicate-outcome" })
  }

  @Test func figuresOfOthersArePassedOver() async throws {
    let (first, second) = try await publishedTwice("figures") { pack in
      pack += pack.split(separator: "\n").last.map { $0.replacing("DEMO01", with: "DEMO77") + "\n" } ?? ""
    }
    #expect(try text(second.value["data/outcomes.csv"]) == text(first["data/outcomes.csv"]))
  }

  @Test func publishedFiguresAndCountsAreNotMixed() async throws {
    let site = try IncrementalSite(copying: ["figures"])
    let pack = try text(try await site.clean()["data/outcomes.csv"])
    try site.write(pack, to: "content/data/published.csv")
    let found = try await site.checked().diagnostics
    #expect(found.map(\.id).contains("published-beside-counts"))
    #expect(found.first { $0.id == "published-beside-counts" }?.span?.path == "content/data/published.csv")
    #expect(
      fixedDiagnosticIDs.contains("published-beside-counts"),
      "a withheld figure could be worked out from both")
  }

  @Test(arguments: [
    ("disclosure: nhs-digital", "disclosure: sum-of-cells", "published-needs-nhs-digital"),
    ("sample: true", "sample: true\nshow-zero: false", ""),
  ])
  func figuresAreReadBackUnderTheRulesTheyWerePublishedBy(
    written: String, instead: String, id: String
  ) async throws {
    let (_, second) = try await publishedTwice("figures") { _ in
    } settings: {
      $0 = $0.replacing(written, with: instead)
    }
    let found = second.diagnostics.filter { $0.severity == .error }.map(\.id)
    #expect(id.isEmpty ? !found.contains("published-needs-nhs-digital") : found == [id])
  }
}
