import PackhorseCore
import Testing

@testable import PackhorseStatistics

/// Withheld counts stay possible as every count of their class, whatever else is told.
@Suite struct ProtectionTests {
  @Test func withholdsASecondPartWhereASumWouldGiveTheFirstAway() async {
    let told = await publicControl().told(of: network(whole: [80, 90], parts: [3, 48]))
    #expect(told.map(\.parts) == [[.rounded(50)], [.withheld], [.withheld]])
  }

  @Test func withholdsNothingBesideWhereRoundingHidesTheSum() async {
    // 53 and 48 are told as 55 and 50: the rest of them is anything from 1 to 9.
    let told = await publicControl().told(of: network(whole: [80, 90], parts: [5, 48]))
    #expect(told.map(\.parts) == [[.rounded(55)], [.withheld], [.rounded(50)]])
  }

  /// Where nothing is small there is nothing that sums could give away, and nothing is searched.
  @Test func searchesNothingWhereNothingIsWithheld() async {
    let control = publicControl()
    let areas = network(whole: [80, 90], parts: [20, 48])
    #expect(control.areaTables(areas, control.toldAlone(of: areas)).isEmpty)
    #expect(await control.told(of: areas) == control.toldAlone(of: areas))
    let small = network(whole: [80, 90], parts: [5, 48])
    #expect(control.areaTables(small, control.toldAlone(of: small)).count == 1)
  }

  @Test func fourPossibleCountsAreCheaperThanAllSeven() async {
    let areas = network(whole: [80, 90], parts: [3, 48])
    func withheld(_ protection: Protection) async -> Int {
      await publicControl(protection: protection).told(of: areas).count { $0.parts == [.withheld] }
    }
    #expect((await withheld(.four), await withheld(.class)) == (1, 2))
  }

  @Test(arguments: [Protection.class, .four], [Period.Length.year, .quarter])
  func everyWithheldCountHasTwoWitnesses(protection: Protection, length: Period.Length) async {
    for seed in 0..<12 {
      let areas = InventedNetwork(seed: UInt64(seed), practicesBy: length).areas
      for showsZero in [true, false] {
        let control = publicControl(showsZero: showsZero, protection: protection)
        let alone = control.areaTables(areas, control.toldAlone(of: areas))
        for (alone, table) in zip(alone, control.areaTables(areas, await control.told(of: areas))) {
          let told = table.counts
          let proved = ProtectedTable(alone.counts, control.protected, protection)
          #expect(told.allows([:]), "the truth itself")
          #expect(proved.unproved.isEmpty)
          for (cell, proof) in proved.proofs {
            #expect(told.allows(proof.fewest) && told.allows(proof.most))
            let (fewest, most) = (count(cell, proof.fewest, told), count(cell, proof.most, told))
            #expect(most - fewest >= (protection == .class ? control.protected.count - 1 : 3))
          }
        }
      }
    }
  }

  /// As much as a search withholds that tries everything: one that passes over what could help withholds more.
  @Test(arguments: [(Protection.class, 2162), (.four, 1764)])
  func withholdsAsLittleAsATryOfEverything(protection: Protection, due: Int) async {
    var withheld = 0
    for seed in 0..<6 {
      for length in [Period.Length.year, .quarter] {
        let areas = InventedNetwork(seed: UInt64(seed), practicesBy: length).areas
        let told = await publicControl(protection: protection).told(
          of: linkedMeasures(areas, seed: UInt64(seed)))
        let counts = told.flatMap { $0.flatMap(\.values) }.flatMap { [$0.whole] + $0.parts }
        withheld += counts.count { $0 == .withheld }
      }
    }
    #expect(withheld == due)
  }

  private func count(_ cell: Int, _ witness: Witness, _ table: CountTable) -> Int {
    table.count(of: table.cells[cell], in: witness)
  }

  @Test func theOrderOfAreasMakesNoDifference() async {
    for seed in 0..<8 {
      let areas = InventedNetwork(seed: UInt64(seed), practicesBy: .year).areas
      let order = Array(areas.indices.reversed())
      let turned = order.map { index in
        MeasuredArea(
          area: areas[index].area,
          placings: areas[index].placings.map {
            Placing($0.whole.map { areas.count - 1 - $0 }, since: $0.since)
          },
          counts: areas[index].counts, rows: areas[index].rows)
      }
      let told = await publicControl().told(of: areas)
      let isSame = await publicControl().told(of: turned) == order.map { told[$0] }
      #expect(isSame, "seed \(seed)")
    }
  }

  /// A network and its practices, the network first, by the quarter.
  private func network(whole: [Int], parts: [Int]) -> [MeasuredArea] {
    let period = Period(length: .quarter, year: 2025, part: 1)
    func area(_ level: AreaLevel, _ code: String, _ whole: Int, _ part: Int) -> MeasuredArea {
      let counts: ByPeriod = [period: PeriodCounts(whole: whole, parts: [part], months: 7)]
      return MeasuredArea(
        area: Area(level: level, code: code, name: code), placings: level == .pcn ? [] : [Placing(0)],
        counts: counts,
        rows: level == .practice ? counts : [:])
    }
    return [area(.pcn, "N", whole.reduce(0, +), parts.reduce(0, +))]
      + whole.indices.map { area(.practice, "P\($0)", whole[$0], parts[$0]) }
  }
}

extension ByPeriod<ToldCounts> {
  fileprivate var parts: [PublishedCount] { values.first?.parts ?? [] }
}
