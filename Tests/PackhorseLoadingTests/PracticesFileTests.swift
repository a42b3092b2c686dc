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
