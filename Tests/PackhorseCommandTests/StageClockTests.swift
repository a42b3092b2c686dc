import Testing

@testable import packhorse

@Suite struct StageClockTests {
  @Test func theTableHasItsTimesBelowEachOther() {
    let clock = StageClock()
    for stage in ["Reading", "Synchronising", "Exchanging"] { clock.start(stage) }
    let rows = clock.table.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(Set(rows.map { row in row.prefix { $0 != "." }.count }).count == 1)
  }
}
