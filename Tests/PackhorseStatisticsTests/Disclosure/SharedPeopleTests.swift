import PackhorseCore
import Testing

@testable import PackhorseStatistics

/// Measures that count the same people do not give one another's withheld counts away.
@Suite struct SharedPeopleTests {
  private let period = Period(length: .quarter, year: 2025, part: 1)

  @Test func countsThatAreEqualEverywhereAreTheSamePeople() {
    let measures = linkedMeasures(InventedNetwork(seed: 3, practicesBy: .quarter).areas, seed: 3)
    let shared = sharedPeople(measures)
    func isShared(_ one: Int, _ steps: [Int], _ other: Int, _ others: [Int]) -> Bool {
      shared.contains {
        $0.one == .init(measure: one, steps: steps) && $0.other == .init(measure: other, steps: others)
      }
    }
    #expect(isShared(0, [1], 1, [0, 1]), "those who took part are those of whom some stayed")
    #expect(isShared(0, [0, 1], 2, [0, 1, 2]), "everybody")
    #expect(isShared(0, [1], 2, [0, 1]), "who stayed and who did not")
    #expect(isShared(1, [1], 2, [0]), "who stayed")
    #expect(isShared(0, [0, 1], 3, [0, 1]))
    #expect(!isShared(0, [1], 3, [1]), "other people")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func areasComparedOneAfterTheOtherAreComparedAsOne(seed: UInt64) {
    let measures = linkedMeasures(InventedNetwork(seed: seed, practicesBy: .quarter).areas, seed: seed)
    let compared = measures[0].indices.map { area in
      ComparedMeasures(measures.map { MeasureRows([$0[area].rows]) })
    }
    let together = compared.dropFirst().reduce(into: compared[0]) { $0.add($1) }.shared
    #expect(together == sharedPeople(measures) && !together.isEmpty)
  }

  @Test func anErrorInOneRowOfManyHidesNothing() {
    func measure(_ whole: (Int) -> Int) -> [MeasuredArea] {
      (0..<20).map { practice(code: "P\($0)", whole: whole($0), part: 0) }
    }
    let wholes = { (practice: Int) in 20 + practice * 3 }
    let same = measure(wholes)
    #expect(!sharedPeople([same, measure { wholes($0) + ($0 == 7 ? 1 : 0) }]).isEmpty)
    #expect(sharedPeople([same, measure { wholes($0) + ($0 % 7 == 0 ? 1 : 0) }]).isEmpty)
  }

  @Test func anotherMeasureOfTheSamePeopleIsWithheldToo() async {
    let flow = [flow(code: "P", [48, 3, 20, 30, 40])]
    let alone = await publicControl().told(of: flow)
    #expect(alone[0][period]?.parts == [.rounded(50), .withheld, .rounded(20), .rounded(30), .rounded(40)])
    // The first two statuses are 51 people, told as 50: less 48 at least, 4 at most are left.
    let taken = [practice(code: "P", whole: 51, part: 20)]
    let told = await publicControl().told(of: [flow, taken])
    let isHidden = told[0][0][period]?.parts[0] == .withheld || told[1][0][period]?.whole == .withheld
    #expect(isHidden)
  }

  @Test(arguments: [Protection.class, .four], [Period.Length.year, .quarter])
  func everyWithheldCountHasTwoWitnessesAmongAllMeasures(protection: Protection, length: Period.Length) async
  {
    for seed in 0..<6 {
      let areas = InventedNetwork(seed: UInt64(seed), practicesBy: length).areas
      let measures = linkedMeasures(areas, seed: UInt64(seed))
      let control = publicControl(protection: protection)
      let shared = sharedPeople(measures)
      let alone = control.areaTables(measures, measures.map(control.toldAlone), shared)
      for (alone, table) in zip(alone, control.areaTables(measures, await control.told(of: measures), shared))
      {
        let proved = ProtectedTable(alone.counts, control.protected, protection)
        #expect(table.counts.ties.count == alone.counts.ties.count)
        #expect(table.counts.allows([:]), "the truth itself")
        #expect(proved.unproved.isEmpty, "seed \(seed)")
        for (cell, proof) in proved.proofs {
          #expect(table.counts.allows(proof.fewest) && table.counts.allows(proof.most))
          let counted = table.counts.cells[cell]
          let reach =
            table.counts.count(of: counted, in: proof.most)
            - table.counts.count(of: counted, in: proof.fewest)
          #expect(reach >= (protection == .class ? control.protected.count - 1 : 3))
        }
      }
    }
  }

  private func practice(code: String, whole: Int, part: Int) -> MeasuredArea {
    practice(code, PeriodCounts(whole: whole, parts: [part], months: 7))
  }

  private func flow(code: String, _ statuses: [Int]) -> MeasuredArea {
    practice(code, PeriodCounts(whole: statuses.reduce(0, +), parts: statuses, order: .apart, months: 7))
  }

  private func practice(_ code: String, _ counts: PeriodCounts) -> MeasuredArea {
    MeasuredArea(
      area: Area(level: .practice, code: code, name: code), placings: [], counts: [period: counts],
      rows: [period: counts])
  }
}
