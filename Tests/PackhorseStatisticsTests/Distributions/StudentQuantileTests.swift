import Foundation
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct StudentQuantileTests {
  @Test(arguments: referenceRows("t_quantile.csv"))
  func agreesWithThirtyDigits(row: ReferenceRow) throws {
    let degrees = try row.number("degrees")
    let p = try row.number("p")
    #expect(agree(studentQuantile(p, degrees: degrees), try row.number("t"), to: 1e-13))
  }

  @Test func everyReferenceIsRead() {
    #expect(referenceRows("t_quantile.csv").count == 60)
  }

  @Test func twoDegreesHaveAClosedForm() {
    // t = (2p − 1)/√(2p(1 − p))
    for p in [1e-15, 0.01, 0.2, 0.25, 0.26, 0.4999, 0.5001, 0.74, 0.75, 0.99] {
      let closed = (2 * p - 1) / (2 * p * (1 - p)).squareRoot()
      #expect(agree(studentQuantile(p, degrees: 2), closed, to: 1e-12))
    }
  }

  @Test func isSymmetric() {
    for p in [0.0625, 0.25, 0.375, 0.4375] {
      #expect(studentQuantile(p, degrees: 9) == -studentQuantile(1 - p, degrees: 9))
    }
    #expect(studentQuantile(0.5, degrees: 9) == 0)
  }

  @Test func theExpansionTakesOverWithoutAStep() {
    for p in [1e-12, 0.001, 0.4] {
      let below = studentQuantile(p, degrees: 10_000.0.nextDown)
      #expect(agree(studentQuantile(p, degrees: 10_000), below, to: 1e-13))
    }
  }

  @Test func becomesNormal() {
    #expect(studentQuantile(0.025, degrees: .infinity) == normalQuantile(0.025))
  }

  @Test(arguments: [1e-300, 1e-30, 0.5.nextDown, 0.5.nextUp, 1 - 1e-16])
  func extremeSharesEndSomewhere(p: Double) {
    for degrees in [1, 1.5, 40, 9999] {
      let t = studentQuantile(p, degrees: degrees)
      #expect(t.isFinite && (t < 0) == (p < 0.5))
    }
  }

  @Test func reachesInfinityAtTheEnds() {
    #expect(studentQuantile(0, degrees: 4) == -.infinity && studentQuantile(1, degrees: 4) == .infinity)
  }

  @Test(arguments: [(-1, 1), (1.1, 1), (.nan, 1), (0.2, 0), (0.2, 0.99), (0.2, -3), (0.2, .nan)])
  func isNotANumberOutsideItsDomain(p: Double, degrees: Double) {
    #expect(studentQuantile(p, degrees: degrees).isNaN)
  }

  /// The share beyond what a share gives is that share, wherever it is asked.
  @Test(arguments: 1...20)
  func isTheInverseOfTheShare(seed: UInt64) {
    var numbers = Seeded(seed: seed)
    for _ in 0..<100 {
      let logP = Double.random(in: -690 ... -0.7, using: &numbers)
      let degrees = exp(Double.random(in: 0...9.2, using: &numbers))
      let t = -studentQuantile(exp(logP), degrees: degrees)
      #expect(t > 0 && t.isFinite)
      let found = StudentShare(degrees: degrees).beyond(log(t))
      #expect(abs((found.value - log(2) - logP) / found.slope) < 1e-12)
    }
  }
}
