import PackhorseCore
import Testing

@testable import PackhorseAuditing

@Suite struct ReleaseTests {
  private func site(_ denominator: String, note: String) -> AuditFixture {
    var site = AuditFixture()
    site.rows = [AuditFixture.row("practice,DEMO01", "2025", "[c]", denominator, note: note)]
    site.page = ""
    return site
  }

  @Test func reportsHowFewCameSince() async {
    let found = await site("65", note: "").diagnostics(after: site("65", note: "9 of 12 months"))
    #expect(found.map(\.id) == ["people-since-release"] && found[0].severity == .warning)
  }

  @Test func letsManyWhoCameSinceBe() async {
    #expect(await site("95", note: "").problems(after: site("65", note: "9 of 12 months")) == [])
  }

  @Test func saysWhatWasCorrected() async {
    let found = await site("95", note: "").diagnostics(after: site("65", note: ""))
    #expect(found.map(\.id) == ["corrected-figure"] && found[0].severity == .warning)
  }

  /// A year that is made of four quarters which were published before.
  @Test func addsUpWhatAnEarlierReleaseTold() async {
    var year = AuditFixture()
    year.rows = [AuditFixture.row("practice,DEMO01", "2025", "[c]", "65")]
    year.page = ""
    var quarters = AuditFixture()
    quarters.rows = ["20", "20", "20", "[c]"].enumerated().map {
      AuditFixture.row("practice,DEMO01", "2025-Q\($0 + 1)", "[c]", $1)
    }
    quarters.page = ""
    // About 65 less three times about 20 leaves up to 13 for the fourth; about 60 less about 65 leaves at most 3.
    #expect(await year.problems(after: quarters) == [])
    quarters.rows[2] = AuditFixture.row("practice,DEMO01", "2025-Q3", "[c]", "25")
    year.rows = [AuditFixture.row("practice,DEMO01", "2025", "[c]", "60")]
    let found = await year.diagnostics(after: quarters)
    #expect(Set(found.map(\.id)) == ["count-narrowed"])
    #expect(
      found.allSatisfy { $0.summary.contains("2025-Q4") && $0.summary.hasSuffix("with the earlier release") })
  }
}
