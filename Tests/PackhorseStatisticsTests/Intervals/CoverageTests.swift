import PackhorseCore
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

  /// What is printed of a share is made from rounded counts, and holds the truth as often or more.
  ///
  /// Shares of which a count is withheld have no interval; shares are not near 0 or 1, where most would be.
  @Test(arguments: [30, 60, 150, 400])
  func printedIntervalsOfSharesHoldTheShare(n: Int) throws {
    var numbers = Seeded(seed: UInt64(n))
    let control = publicControl()
    var known: [[PublishedCount]: Estimate] = [:]
    var (held, printed) = (0, 0)
    while printed < Self.runs {
      let share = Double.random(in: 0.3...0.7, using: &numbers)
      let people = n + Int.random(in: 0...9, using: &numbers)
      let count = (0..<people).count { _ in Double.random(in: 0..<1, using: &numbers) < share }
      let (part, whole) = control.published(count, of: people)
      guard let estimate = known[[part, whole]] ?? control.estimate(part, of: whole) else { continue }
      known[[part, whole]] = estimate
      printed += 1
      if (estimate.lower95...estimate.upper95).contains(share) { held += 1 }
    }
    #expect(Double(held) / Double(Self.runs) >= 0.94, "\(held)")
  }

  /// The same of sums of cells: a year of four quarters.
  @Test(arguments: [12, 40, 100])
  func printedIntervalsOfSumsHoldTheShare(n: Int) throws {
    var numbers = Seeded(seed: UInt64(n))
    var (held, printed) = (0, 0)
    for _ in 0..<Self.runs {
      let share = Double.random(in: 0.3...0.7, using: &numbers)
      let quarters = (0..<4).map { _ in
        let people = n + Int.random(in: 0...9, using: &numbers)
        let count = (0..<people).count { _ in Double.random(in: 0..<1, using: &numbers) < share }
        return RowCells(PeriodCounts(whole: people, parts: [count], months: 1))
      }
      let told = quarters.dropFirst().reduce(into: quarters[0], +=).told(.nested)
      guard let estimate = publicControl().estimate(told.step(1), of: told.whole, rest: told.rest(1)) else {
        continue
      }
      printed += 1
      if (estimate.lower95...estimate.upper95).contains(share) { held += 1 }
    }
    #expect(printed > Self.runs / 2)
    #expect(Double(held) / Double(printed) >= 0.94, "\(held) of \(printed)")
  }

  /// A mean is printed with its deviation to one decimal, of people whose number is rounded.
  @Test(arguments: [(12, 1.0), (40, 0.3), (150, 2)])
  func printedIntervalsOfMeansHoldTheMean(n: Int, deviation: Double) throws {
    var numbers = Seeded(seed: UInt64(n))
    let control = publicControl()
    var held = 0
    for _ in 0..<Self.runs {
      let pairs = n + Int.random(in: 0...4, using: &numbers)
      var change = ChangeSummary()
      change.pairs = pairs
      for _ in 0..<pairs {
        let value = 0.73 + deviation * normal(&numbers)
        change.sum += value
        change.sumOfSquares += value * value
      }
      let counts = PeriodCounts(whole: pairs, parts: [], months: 1, change: change)
      let mean = try #require(ToldMean(counts, ToldCounts(whole: control.published(pairs), parts: [])))
      let estimate = try #require(mean.estimate(fewestForMean: 10))
      if (estimate.lower95...estimate.upper95).contains(0.73) { held += 1 }
    }
    #expect(Double(held) / Double(Self.runs) >= 0.94, "\(held)")
  }
}

/// A standard normal number, by the quantile of a share.
func normal(_ numbers: inout Seeded) -> Double {
  normalQuantile(Double.random(in: 0..<1, using: &numbers) + 0x1p-54)
}
