import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// A population with mean 23.5 and standard deviation 3.9, of whom those below 20 are referred.
@Suite struct RegressionToTheMeanTests {
  // The mean and standard deviation of a normal distribution cut off at 20 (scipy 1.13, truncated normal).
  private let meanBefore = 17.869878363333854
  private let deviationBefore = 1.7936432434225158

  private func withRetest(_ correlation: Double) -> RegressionToTheMean? {
    RegressionToTheMean(populationMean: 23.5, populationDeviation: 3.9, retestCorrelation: correlation)
  }

  @Test func expectsAGainOfPeopleAtTheirWorst() throws {
    let change = try #require(withRetest(0.7)?.expectedChange(meanBefore: meanBefore))
    #expect(agree(change.upperBound, 2.2520486546664586, to: 1e-12))
    #expect(agree(change.lowerBound, 1.126024327333229, to: 1e-12))
  }

  @Test func expectsManyToImproveWithoutAnyEffect() throws {
    let shares = try #require(
      withRetest(0.7)?.expectedShare(
        changingBy: 1, meanBefore: meanBefore, deviationBefore: deviationBefore))
    // By integration over the people referred 65.1% and 52.1%; the group is taken for normal here.
    #expect(agree(shares.upperBound, 0.6514620682864, within: 0.001))
    #expect(agree(shares.lowerBound, 0.5209350585194, within: 0.001))
  }

  @Test func agreesWithPeopleMadeByChance() throws {
    var numbers = Seeded(seed: 9)
    var (gains, improved, referred) = (0.0, 0.0, 0.0)
    while referred < 20_000 {
      let first = normal(&numbers)
      let second = 0.7 * first + (1 - 0.49).squareRoot() * normal(&numbers)
      guard 23.5 + 3.9 * first < 20 else { continue }
      let gain = 3.9 * (second - first)
      gains += gain
      improved += gain >= 1 ? 1 : 0
      referred += 1
    }
    let regression = try #require(withRetest(0.7))
    let exact = 0.3 * (23.5 - meanBefore)
    #expect(agree(gains / referred, exact, within: 0.08))
    #expect(try #require(regression.expectedChange(meanBefore: meanBefore)).contains(gains / referred))
    let shares = try #require(
      regression.expectedShare(changingBy: 1, meanBefore: meanBefore, deviationBefore: deviationBefore))
    #expect(shares.contains(improved / referred))
  }

  @Test func isTurnedRoundForAScoreOfWhichLowIsGood() throws {
    let worst = try #require(withRetest(0.7))
    let mirror = try #require(
      RegressionToTheMean(populationMean: -23.5, populationDeviation: 3.9, retestCorrelation: 0.7))
    let up = try #require(
      worst.expectedShare(changingBy: 1, meanBefore: meanBefore, deviationBefore: deviationBefore))
    let down = try #require(
      mirror.expectedShare(changingBy: -1, meanBefore: -meanBefore, deviationBefore: deviationBefore))
    #expect(up == down)
    let change = try #require(mirror.expectedChange(meanBefore: -meanBefore))
    #expect(change.lowerBound < -2 && change.upperBound < -1)
  }

  @Test func expectsNothingAtThePopulationsMeanOrOfAPerfectRetest() throws {
    #expect(withRetest(0.7)?.expectedChange(meanBefore: 23.5) == 0...0)
    let perfect = try #require(withRetest(1))
    #expect(perfect.correlations.upperBound == 1)
    #expect(try #require(perfect.expectedChange(meanBefore: 18)).lowerBound == 0)
    let share = try #require(perfect.expectedShare(changingBy: 1, meanBefore: 18, deviationBefore: 0))
    #expect(share.lowerBound == 0)
  }

  @Test(arguments: [
    (.nan, 1, 0.5), (.infinity, 1, 0.5), (0, 0, 0.5), (0, -1, 0.5), (0, .nan, 0.5), (0, 1, -0.1), (0, 1, 1.1),
    (0, 1, .nan),
  ])
  func isAbsentWithoutAPopulation(mean: Double, deviation: Double, correlation: Double) {
    let regression = RegressionToTheMean(
      populationMean: mean, populationDeviation: deviation, retestCorrelation: correlation)
    #expect(regression == nil)
  }

  @Test func isAbsentWithoutAGroup() throws {
    let regression = try #require(withRetest(0.7))
    for odd in [Double.nan, .infinity, -.infinity] {
      #expect(regression.expectedChange(meanBefore: odd) == nil)
      #expect(regression.expectedShare(changingBy: 1, meanBefore: odd, deviationBefore: 1) == nil)
      #expect(regression.expectedShare(changingBy: odd, meanBefore: 1, deviationBefore: 1) == nil)
      #expect(regression.expectedShare(changingBy: 1, meanBefore: 1, deviationBefore: odd) == nil)
    }
    #expect(regression.expectedShare(changingBy: 0, meanBefore: 1, deviationBefore: 1) == nil)
    #expect(regression.expectedShare(changingBy: 1, meanBefore: 1, deviationBefore: -1) == nil)
    #expect(regression.expectedShare(changingBy: 1, meanBefore: -1e308, deviationBefore: 1e308) != nil)
  }
}
