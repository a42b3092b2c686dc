import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// How many practices a funnel calls different, where it is known that none is, or none beyond the spread of all.
@Suite struct FunnelSimulationTests {
  @Test func equalPracticesAreSeldomCalledDifferent() throws {
    let flagged = try shareBeyond998(betweenPractices: 0) { units in
      Funnel(.proportion, of: units, against: .group(units))
    }
    #expect(flagged <= 0.004)
  }

  @Test func spreadOfAllPracticesIsNotTakenForOutliers() throws {
    let adjusted = try shareBeyond998(betweenPractices: 0.1) { units in
      Funnel(.proportion, of: units, against: .group(units))
    }
    let plain = try shareBeyond998(betweenPractices: 0.1) { units in
      Funnel(.proportion, against: .group(units))
    }
    #expect(adjusted <= 0.005 && plain > 0.05)
  }

  /// The share of practices outside the 99.8% limits, in 1,000 networks of 30.
  private func shareBeyond998(
    betweenPractices deviation: Double, _ make: ([FunnelUnit]) -> Funnel?
  ) throws -> Double {
    var numbers = Seeded(seed: 5)
    var beyond = 0
    for _ in 0..<1000 {
      let units = (0..<30).compactMap { _ -> FunnelUnit? in
        let size = Int.random(in: 50...150, using: &numbers)
        let share = FunnelScale.arcsine.value(at: 0.8 + deviation * normal(&numbers))
        let events = (0..<size).count { _ in Double.random(in: 0..<1, using: &numbers) < share }
        return FunnelUnit(events: Double(events), size: Double(size))
      }
      let funnel = try #require(make(units))
      beyond += units.count { [.below998, .above998].contains(funnel.position(of: $0)) }
    }
    return Double(beyond) / 30_000
  }
}
