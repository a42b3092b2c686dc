import Testing

@testable import PackhorseStatistics

@Suite struct PoissonIntervalTests {
  @Test(arguments: referenceRows("byars_authors.csv"))
  func byarAgreesWithTheAuthors(row: ReferenceRow) throws {
    let percent = try #require(row.cells["confidence"].flatMap { Double($0.dropLast()) })
    let x = try row.number("x")
    let limits = try #require(byarLimits(x, confidence: percent / 100))
    #expect(agree(limits.upper, try row.number("uppercl"), to: 1e-12))
    if let lower = row["lowercl"] {
      #expect(agree(limits.lower ?? .nan, lower, to: 1e-12))
    } else {
      #expect(limits.lower == nil)
    }
  }

  @Test(arguments: referenceRows("funnel_poisson_authors.csv"))
  func exactAgreesWithPublishedLimits(row: ReferenceRow) throws {
    let expected = try row.number("expected")
    for (confidence, lower, upper) in [(0.95, "ll95", "ul95"), (0.998, "ll998", "ul998")] {
      let interval = try #require(exactPoissonInterval(expected, confidence: confidence))
      // Printed with 7 and 6 decimals.
      #expect(agree(interval.lowerBound / expected, try row.number(lower), within: 5.1e-8))
      #expect(agree(interval.upperBound / expected, try row.number(upper), within: 5.1e-7))
    }
  }

  @Test func everyReferenceIsRead() {
    #expect(referenceRows("byars_authors.csv").count == 4)
    #expect(referenceRows("funnel_poisson_authors.csv").count == 3)
  }

  @Test func noEventsLeaveOutNothingBelow() throws {
    let interval = try #require(exactPoissonInterval(0, confidence: 0.95))
    // −ln 0.025
    #expect(interval.lowerBound == 0 && agree(interval.upperBound, 3.6888794541139363, to: 1e-14))
  }

  @Test func isExactBelowTenAndByarsFromTen() throws {
    #expect(poissonInterval(9.5, confidence: 0.95) == exactPoissonInterval(9.5, confidence: 0.95))
    let byar = try #require(byarLimits(10, confidence: 0.95))
    #expect(poissonInterval(10, confidence: 0.95) == (byar.lower ?? .nan)...byar.upper)
  }

  @Test(arguments: [
    (-1, 0.95), (-0.001, 0.95), (.nan, 0.95), (.infinity, 0.95), (5, 0), (5, 1), (5, .nan), (5, -1), (12, 2),
  ])
  func isAbsentWhereItMakesNoSense(x: Double, confidence: Double) {
    #expect(exactPoissonInterval(x, confidence: confidence) == nil)
    #expect(byarLimits(x, confidence: confidence) == nil)
    #expect(poissonInterval(x, confidence: confidence) == nil)
  }

  @Test func enclosesTheCountHoweverLarge() throws {
    for x in [0, .leastNonzeroMagnitude, 1e-300, 1e-9, 0.445, 1, 9.999, 10, 11, 1e3, 1e6, 1e9, 1e15] {
      for confidence in [0.5, 0.95, 0.998, 1 - 1e-15] {
        #expect(try #require(exactPoissonInterval(x, confidence: confidence)).contains(x))
        #expect(try #require(poissonInterval(x, confidence: confidence)).contains(x))
      }
    }
    #expect(poissonInterval(1e308, confidence: 0.95)?.contains(1e308) ?? true)
  }
}
