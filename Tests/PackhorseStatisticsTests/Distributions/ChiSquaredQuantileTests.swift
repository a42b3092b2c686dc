import Foundation
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct ChiSquaredQuantileTests {
  @Test(arguments: referenceRows("chi_squared_quantile.csv"))
  func agreesWithThirtyDigits(row: ReferenceRow) throws {
    let degrees = try row.number("degrees")
    let p = try row.number("p")
    let tail = row.cells["tail"] == "lower" ? Tail.lower : .upper
    #expect(agree(chiSquaredQuantile(p, degrees: degrees, tail: tail), try row.number("x"), to: 1e-13))
  }

  @Test func everyReferenceIsRead() {
    #expect(referenceRows("chi_squared_quantile.csv").count == 108)
  }

  @Test(arguments: [0.01, 0.3, 1, 2, 9.5, 400, 1_999_999, 2_000_001, 1e12])
  func theTailsMeet(degrees: Double) {
    for p in [0.03125, 0.25, 0.5, 0.75, 0.96875] {
      let lower = chiSquaredQuantile(p, degrees: degrees)
      #expect(agree(lower, chiSquaredQuantile(1 - p, degrees: degrees, tail: .upper), to: 1e-12))
    }
  }

  @Test func twoDegreesAreExponential() {
    // The median of the exponential distribution with mean 2 is 2 ln 2.
    #expect(agree(chiSquaredQuantile(0.5, degrees: 2), 1.3862943611198906188, to: 1e-14))
  }

  @Test func theExpansionTakesOverWithoutAStep() {
    for p in [1e-300, 1e-12, 0.001, 0.5, 0.999] {
      let below = chiSquaredQuantile(p, degrees: 2e6)
      let above = chiSquaredQuantile(p, degrees: 2e6.nextUp)
      #expect(agree(above, below, to: 1e-12))
    }
  }

  @Test func growsWithTheShare() {
    for degrees in [0.2, 1, 5, 80, 1e4] {
      let quantiles = stride(from: 0.001, to: 1, by: 0.001).map { chiSquaredQuantile($0, degrees: degrees) }
      #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(quantiles.allSatisfy { $0 >= 0 && $0.isFinite })
    }
  }

  @Test func reachesTheEnds() {
    #expect(chiSquaredQuantile(0, degrees: 3) == 0 && chiSquaredQuantile(1, degrees: 3) == .infinity)
    #expect(chiSquaredQuantile(0, degrees: 3, tail: .upper) == .infinity)
    #expect(chiSquaredQuantile(1, degrees: 3, tail: .upper) == 0)
  }

  @Test(arguments: [(-1, 1), (1.1, 1), (.nan, 1), (0.5, 0), (0.5, -3), (0.5, .infinity), (0.5, .nan)])
  func isNotANumberOutsideItsDomain(p: Double, degrees: Double) {
    #expect(chiSquaredQuantile(p, degrees: degrees).isNaN)
  }

  @Test(arguments: [1e-300, 1e-12, 0.2, 0.5, 0.8, 1 - 1e-16])
  func tinyAndHugeDegreesEndSomewhere(p: Double) {
    for degrees in [Double.leastNonzeroMagnitude, 1e-300, 1e-9, 1e-3, 1e300] {
      #expect(chiSquaredQuantile(p, degrees: degrees) >= 0)
      #expect(chiSquaredQuantile(p, degrees: degrees, tail: .upper) >= 0)
    }
  }

  /// The share below, or above, what a share gives is that share, wherever it is asked.
  @Test(arguments: 1...20)
  func isTheInverseOfTheShare(seed: UInt64) {
    var numbers = Seeded(seed: seed)
    for _ in 0..<100 {
      let logP = Double.random(in: -690 ... -0.7, using: &numbers)
      let degrees = exp(Double.random(in: -7...14, using: &numbers))
      let gamma = GammaShare(shape: degrees / 2)
      for (tail, share) in [(Tail.lower, gamma.below), (.upper, gamma.above)] {
        let x = chiSquaredQuantile(exp(logP), degrees: degrees, tail: tail)
        #expect(x >= 0 && x.isFinite)
        // Below this, x has too few digits left.
        guard x > 1e-300 else { continue }
        let found = share(log(x / 2))
        // In ln x, the distance from the root is the distance of the shares over their slope.
        #expect(abs((found.value - logP) / found.slope) < 1e-12)
      }
    }
  }
}
