import Testing

@testable import PackhorseStatistics

@Suite struct NormalQuantileTests {
  @Test(arguments: referenceRows("normal_quantile.csv"))
  func agreesWithSixtyDigits(row: ReferenceRow) throws {
    let p = try #require(row["p"])
    let z = try #require(row["z"])
    #expect(agree(normalQuantile(p), z, to: 1e-14))
  }

  @Test func everyReferenceIsRead() {
    #expect(referenceRows("normal_quantile.csv").count == 99)
  }

  @Test func reachesInfinityAtTheEnds() {
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
  }

  @Test(arguments: [-1, -1e-300, 1.0000001, .nan, .infinity, -.infinity])
  func isNotANumberOutsideItsDomain(p: Double) {
    #expect(normalQuantile(p).isNaN)
  }

  @Test func growsWithTheShare() {
    let quantiles = stride(from: 0.0005, to: 1, by: 0.0005).map(normalQuantile)
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 < $1 })
  }
}
