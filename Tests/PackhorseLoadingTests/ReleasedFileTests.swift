import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct ReleasedFileTests {
  private let path = "content/data/released.csv"
  private let header = "released_on,area_type,area_code,measure,period,months,figure,value\n"

  private func read(_ rows: String) -> Outcome<[ReleasedFigure]> {
    let bytes = Array((header + rows).utf8)
    return readReleased(DataFile(path: path) { chunk in try chunk(bytes[...]) })
  }

  @Test func readsWhatTheCommandWrites() throws {
    let day = try #require(CalendarDate(iso: "2026-05-01"))
    func figure(_ kind: ReleasedFigure.Kind, _ area: String, _ count: Int?) throws -> ReleasedFigure {
      ReleasedFigure(
        date: day, level: .practice, area: area, measure: "attended", period: try #require(Period("2025/26")),
        months: 0b1_1111_1111, kind: kind, count: count)
    }
    var ofNetwork = try figure(.count(0), "DEMON1", 120)
    ofNetwork.level = .pcn
    let start = ofNetwork.period.firstMonth
    ofNetwork.practices.add("DEMO01", in: start..<start + 9)
    ofNetwork.practices.add("DEMO02", in: start..<start + 2)
    ofNetwork.practices.add("DEMO02", in: start + 3..<start + 9)
    let figures = [
      ofNetwork, try figure(.count(0), "DEMO01", 65), try figure(.count(2), "=DEMO,\"1\"", 0),
      try figure(.mean, "DEMO01", 40), try figure(.count(1), "DEMO01", nil),
    ]
    let table = releasedTable([], adding: figures)
    let read = readReleased(DataFile(path: path) { chunk in try chunk(table.bytes[...]) })
    #expect(read.diagnostics.isEmpty && read.value == figures && table.added == 5)
    let again = releasedTable(read.value, adding: figures)
    #expect(again.added == 0 && again.bytes == table.bytes)
  }

  /// Files of earlier versions say nothing of practices.
  @Test func practicesNeedNoColumn() {
    let read = read("2026-05-01,pcn,DEMON1,attended,2025,1 2,whole,65\n")
    #expect(read.diagnostics.isEmpty && read.value.map(\.practices) == [Members()])
  }

  @Test func aPracticeThatCannotBeReadIsReported() {
    let named = header.dropLast() + ",practices\n2026-05-01,pcn,DEMON1,attended,2025,1 2,whole,65,DEMO01:9\n"
    let outcome = readReleased(DataFile(path: path) { chunk in try chunk(Array(named.utf8)[...]) })
    #expect(outcome.value.isEmpty && outcome.diagnostics.map(\.id) == ["csv-bad-cell"])
  }

  @Test(arguments: [
    "2026-13-01,practice,DEMO01,attended,2025,1 2,whole,65",
    "2026-05-01,town,DEMO01,attended,2025,1 2,whole,65",
    "2026-05-01,practice,,attended,2025,1 2,whole,65",
    "2026-05-01,practice,DEMO01,attended,soon,1 2,whole,65",
    "2026-05-01,practice,DEMO01,attended,2025,0 2,whole,65",
    "2026-05-01,practice,DEMO01,attended,2025,13,whole,65",
    "2026-05-01,practice,DEMO01,attended,2025,,whole,65",
    "2026-05-01,practice,DEMO01,attended,2025,1,part,65",
    "2026-05-01,practice,DEMO01,attended,2025,1,whole,[x]",
    "2026-05-01,practice,DEMO01,attended,2025,1,whole,7",
    "2026-05-01,practice,DEMO01,attended,2025,1,whole,5",
    "2026-05-01,practice,DEMO01,attended,2025,1,whole,61",
    "2026-05-01,practice,DEMO01,attended,2025,1,mean,[c]",
  ])
  func reportsARowThatCannotBeRead(row: String) {
    let outcome = read(row + "\n")
    #expect(outcome.value.isEmpty && outcome.diagnostics.count == 1)
    #expect(outcome.diagnostics.first?.span?.start.line == 2)
  }
}
