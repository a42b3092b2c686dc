import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct PairedChangeTests {
  /// The reference values of a mean are those of a change when each is a difference.
  @Test(arguments: referenceRows("mean_run.csv"))
  func hasTheIntervalOfItsDifferences(row: ReferenceRow) throws {
    let differences = try #require(row.cells["values"]).split(separator: " ").compactMap { Double($0) }
    let before = differences.indices.map { 7 + 3 * Double($0) }
    let change = try #require(PairedChange(before: before, after: zip(before, differences).map(+)))
    #expect(agree(change.differences.mean, try row.number("value"), to: 1e-9))
    #expect(agree(change.interval95.lowerBound, try row.number("lower95_0cl"), to: 1e-9))
    #expect(agree(change.interval95.upperBound, try row.number("upper95_0cl"), to: 1e-9))
    #expect(agree(change.interval998.lowerBound, try row.number("lower99_8cl"), to: 1e-9))
    #expect(agree(change.interval998.upperBound, try row.number("upper99_8cl"), to: 1e-9))
  }

  @Test func comesFromSumsOrFromAMeanAsWell() throws {
    // Differences 1, 3, 2, 6.
    let pairs = try #require(PairedChange(before: [4, 5, 6, 7], after: [5, 8, 8, 13]))
    let sums = try #require(SampleSummary(count: 4, sum: 12, sumOfSquares: 50).flatMap(PairedChange.init))
    let summary = try #require(SampleSummary(count: 4, mean: 3, deviation: (14.0 / 3).squareRoot()))
    #expect(pairs == sums && PairedChange(summary) == sums)
  }

  @Test(arguments: [
    ([1, 2, 3], Measure.Direction.higher, PairedChange.Finding.unclear), ([5, 6, 7], .higher, .better),
    ([5, 6, 7], .lower, .worse), ([-5, -6, -7], .lower, .better), ([-5, -6, -7], .higher, .worse),
    ([5, 6, 7], .neither, .higher), ([-5, -6, -7], .neither, .lower), ([-1, 2, 0], .neither, .unclear),
  ])
  func findsAChangeOnlyWhereTheIntervalLeavesNoneOut(
    differences: [Double], better: Measure.Direction, finding: PairedChange.Finding
  ) throws {
    let change = try #require(SampleSummary(differences).flatMap(PairedChange.init))
    #expect(change.finding(better) == finding)
  }

  @Test func saysWherePairsAreFew() throws {
    for (count, few) in [(29.0, true), (30, false)] {
      let summary = try #require(SampleSummary(count: count, mean: 1, deviation: 1))
      #expect(try #require(PairedChange(summary)).hasFewPairs == few)
    }
  }

  @Test func isAbsentWithoutPairs() {
    #expect(PairedChange(before: [], after: []) == nil)
    #expect(PairedChange(before: [1], after: [2]) == nil)
    #expect(PairedChange(before: [1, 2, 3], after: [2, 3]) == nil)
    #expect(PairedChange(before: [1, .nan, 3], after: [2, 3, 4]) == nil)
    #expect(PairedChange(before: [-1e308, 0], after: [1e308, 0]) == nil)
  }
}
