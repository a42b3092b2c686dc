import Testing

@testable import PackhorseStatistics

@Suite struct RateIntervalTests {
  @Test(arguments: referenceRows("rate_authors.csv"))
  func agreesWithTheAuthors(row: ReferenceRow) throws {
    guard row["value"] != nil else {
      #expect(row["x"] == nil || row["n"] == nil)
      return
    }
    try expectLimits(row, try row.number("n"), try row.number("multiplier"))
  }

  @Test(arguments: referenceRows("rate_run_per1000.csv"))
  func agreesWithThePackage(row: ReferenceRow) throws {
    try expectLimits(row, try row.number("n"), 1000)
  }

  /// Indirectly standardised: observed over expected, times the reference rate or a multiplier, which ends the name.
  @Test(arguments: referenceRows("isr_expected_authors.csv"))
  func agreesWithTheAuthorsOfStandardisedRates(row: ReferenceRow) throws {
    let multiplier = row.cells["statistic"]?.split(separator: " ").last.flatMap { Double($0) }
    let times = try #require(row["ref_rate"] ?? multiplier)
    try expectLimits(row, try row.number("expected"), times, count: "observed")
  }

  @Test(arguments: referenceRows("rate_grouped_authors.csv"))
  func agreesWithTheAuthorsOfGroups(row: ReferenceRow) throws {
    guard row["value"] != nil else {
      #expect(row["Numerator"] == nil || row["Denominator"] == nil)
      return
    }
    let (x, n) = (try row.number("Numerator"), try row.number("Denominator"))
    let multiplier = try row.number("multiplier")
    let interval = try #require(rateInterval(x, of: n, per: multiplier, confidence: 0.95))
    #expect(agree(interval.lowerBound, try row.number("lowercl"), to: 1e-9))
    #expect(agree(interval.upperBound, try row.number("uppercl"), to: 1e-9))
  }

  @Test(arguments: [
    ("rate_authors.csv", 10), ("rate_run_per1000.csv", 19), ("isr_expected_authors.csv", 8),
    ("rate_grouped_authors.csv", 6),
  ])
  func everyReferenceIsRead(file: String, rows: Int) {
    #expect(referenceRows(file).count == rows)
  }

  private func expectLimits(
    _ row: ReferenceRow, _ population: Double, _ multiplier: Double, count: String = "x"
  ) throws {
    let events = try row.number(count)
    for (confidence, lower, upper) in [
      (0.95, "lower95_0cl", "upper95_0cl"), (0.998, "lower99_8cl", "upper99_8cl"),
    ] where row[lower] != nil {
      let interval = try #require(
        rateInterval(events, of: population, per: multiplier, confidence: confidence))
      #expect(agree(interval.lowerBound, try row.number(lower), to: 1e-9))
      #expect(agree(interval.upperBound, try row.number(upper), to: 1e-9))
    }
  }

  @Test(arguments: [
    (1, 0, 1), (1, -1, 1), (1, .infinity, 1), (1, .nan, 1), (1, 10, 0), (1, 10, .nan), (-1, 10, 1),
    (1, 1e-300, 1e300),
  ])
  func isAbsentWhereItMakesNoSense(events: Double, population: Double, multiplier: Double) {
    #expect(rateInterval(events, of: population, per: multiplier, confidence: 0.95) == nil)
  }
}
