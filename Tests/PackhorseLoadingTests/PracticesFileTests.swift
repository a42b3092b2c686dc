import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct PracticesFileTests {
  private let path = "content/data/practices.csv"
  private let head = "practice_code,practice_name,pcn_code,pcn_name,icb_code,icb_name\n"

  @Test func readsPracticesWithTheirAreas() async throws {
    let text = head + "DEMO01,Demo Surgery,U1,North Network,QX1,Demo Board\nDEMO02,Other,,,QX1,Demo Board\n"
    let outcome = await SiteSample.load([path: text])
    #expect(outcome.diagnostics == [])
    let practices = outcome.value.practices
    #expect(practices.map(\.code.value) == ["DEMO01", "DEMO02"])
    #expect(practices[0].pcn == Area(level: .pcn, code: "U1", name: "North Network"))
    #expect(practices.map(\.icb?.name) == ["Demo Board", "Demo Board"])
    #expect(practices[1].pcn == nil)
  }

  @Test func areasNeedNoColumns() async {
    let outcome = await SiteSample.load([path: "practice_code,practice_name\nDEMO01,Demo Surgery\n"])
    #expect(outcome.diagnostics == [] && outcome.value.practices.count == 1)
  }

  @Test func aPracticeThatMovedHasARowForEachNetwork() async throws {
    let outcome = await SiteSample.load([
      path: """
      practice_code,practice_name,pcn_code,icb_code,member_since
      DEMO01,Demo Surgery,U2,Q1,2025-10-02
      DEMO02,Other Surgery,U1,Q1,2025-01-01
      DEMO01,Demo Surgery,U1,Q1,
      DEMO01,Demo Surgery,,,2026-04-01
      """
    ])
    #expect(outcome.diagnostics == [])
    let moved = try #require(outcome.value.practices.first)
    #expect(moved.memberships.map(\.pcn?.code) == ["U1", "U2", nil])
    // Counted with the new network from the first month that began there.
    #expect(moved.memberships.map(\.since) == [.min, 2025 * 12 + 10, 2026 * 12 + 3])
    #expect(moved.pcn == nil)
    #expect(outcome.value.practices[1].memberships.map(\.since) == [2025 * 12])
  }

  @Test(arguments: [
    ("DEMO01,A,U1,,,,\nDEMO01,A,U2,,,,\n", "duplicate-practice", 3),
    ("DEMO01,A,U1,,,,2025-01-31\nDEMO01,A,U2,,,,2025-01-15\n", "duplicate-practice", 3),
    ("DEMO01,A,U1,,,,\nDEMO01,B,U2,,,,2025-01-01\n", "contradictory-area", 3),
    ("DEMO01,A,U1,,,,01/10/2025\n", "csv-bad-cell", 2), ("DEMO01,A,U1,,,,2025-02-30\n", "csv-bad-cell", 2),
    ("DEMO01,A,U1,,,,0001-01-01\n", "csv-bad-cell", 2), ("DEMO01,A,U1,,,,9999-12-31\n", "csv-bad-cell", 2),
  ])
  func reportsRowsThatDoNotSayWhenAPracticeMoved(rows: String, id: String, line: Int) async {
    let header = "practice_code,practice_name,pcn_code,pcn_name,icb_code,icb_name,member_since\n"
    let diagnostics = await SiteSample.load([path: header + rows]).diagnostics
    #expect(diagnostics.map(\.id) == [id] && diagnostics.first?.span?.start.line == line)
  }

  @Test(arguments: [
    ("DEMO01,A,,,,\nDEMO01,B,,,,\n", "duplicate-practice", 3),
    ("DEMO01,A,U1,North,,\nDEMO02,B,U1,South,,\n", "contradictory-area", 3),
    ("DEMO01,A,U1,North,Q1,X\nDEMO02,B,U1,North,Q2,Y\n", "contradictory-area", 3),
    ("DEMO01,A,U1,North,,\nDEMO02,B,,,U1,North Board\n", "contradictory-area", 3),
    ("DEMO01,A,CON,North,,\n", "csv-bad-cell", 2), ("LPT1,A,,,,\n", "csv-bad-cell", 2),
    ("DEMO01,A,../N1,North,,\n", "csv-bad-cell", 2), ("DEMO01,A,,,b1,North\n", "csv-bad-cell", 2),
    ("DEMO01,A,ABCDEFGHIJKLM,North,,\n", "csv-bad-cell", 2),
    ("demo,A,,,,\n", "csv-bad-cell", 2), ("DEMO01,,,,,\n", "csv-empty-cell", 2),
  ])
  func reportsWhatDoesNotAddUp(rows: String, id: String, line: Int) async {
    let diagnostics = await SiteSample.load([path: head + rows]).diagnostics
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.first?.span?.start.line == line)
  }
}
