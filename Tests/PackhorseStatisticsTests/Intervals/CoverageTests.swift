import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// How often intervals hold the truth, in 20,000 samples made by chance.
@Suite struct CoverageTests {
  private static let runs = 20_000

  @Test(arguments: [(2, 0, 1), (5, 3.5, 0.2), (12, -20, 7), (40, 1, 1)] as [(Int, Double, Double)])
  func tIntervalsHoldTheMean(n: Int, mean: Double, deviation: Double) throws {
    var numbers = Seeded(seed: 1)
    var held = 0
    for _ in 0..<Self.runs {
      let values = (0..<n).map { _ in mean + deviation * normal(&numbers) }
      let interval = try #require(SampleSummary(values)?.meanInterval(confidence: 0.95))
      if interval.contains(mean) { held += 1 }
    }
    #expect((0.94...0.96).contains(Double(held) / Double(Self.runs)))
  }

  /// A paired change is held to its truth although people start far apart.
  @Test func pairedIntervalsHoldTheChange() throws {
    var numbers = Seeded(seed: 2)
    var held = 0
    for _ in 0..<Self.runs {
      let before = (0..<15).map { _ in 20 + 8 * normal(&numbers) }
      let after = before.map { $0 + 1.5 + 2 * normal(&numbers) }
      if try #require(PairedChange(before: before, after: after)).interval95.contains(1.5) { held += 1 }
    }
    #expect((0.94...0.96).contains(Double(held) / Double(Self.runs)))
  }

  /// Coverage for one share goes up and down as counts are whole; over shares drawn by chance it is what it says.
  @Test(arguments: [10, 25, 60, 150, 400])
  func wilsonIntervalsHoldTheShare(n: Int) throws {
    var numbers = Seeded(seed: UInt64(n))
    var held = 0
    for _ in 0..<Self.runs {
      let share = Double.random(in: 0...1, using: &numbers)
      let count = (0..<n).count { _ in Double.random(in: 0..<1, using: &numbers) < share }
      let interval = try #require(wilsonInterval(Double(count), of: Double(n), confidence: 0.95))
      if interval.contains(share) { held += 1 }
    }
    #expect((0.94...0.96).contains(Double(held) / Double(Self.runs)))
  }
}

/// A standard normal number, by the quantile of a share.
func normal(_ numbers: inout Seeded) -> Double {
  normalQuantile(Double.random(in: 0..<1, using: &numbers) + 0x1p-54)
}
