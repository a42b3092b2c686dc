import Testing

@testable import PackhorseStatistics

@Suite struct SampleSummaryTests {
  @Test(arguments: referenceRows("mean_run.csv"))
  func agreesWithThePackage(row: ReferenceRow) throws {
    let values = try #require(row.cells["values"]).split(separator: " ").compactMap { Double($0) }
    try expect(try #require(SampleSummary(values)), row)
    let sums = SampleSummary(
      count: Double(values.count), sum: values.reduce(0, +), sumOfSquares: values.reduce(0) { $0 + $1 * $1 })
    try expect(try #require(sums), row)
  }

  @Test func agreesWithTheAuthors() throws {
    let row = try #require(referenceRows("mean_expected_authors.csv").first)
    let values = referenceRows("mean_inputs.csv").compactMap { $0["values"] }
    #expect(Double(values.count) == row["value_count"])
    try expect(try #require(SampleSummary(values)), row)
  }

  @Test func everyReferenceIsRead() {
    #expect(referenceRows("mean_run.csv").count == 3)
  }

  private func expect(_ summary: SampleSummary, _ row: ReferenceRow) throws {
    #expect(agree(summary.mean, try row.number("value"), to: 1e-9))
    #expect(agree(summary.deviation, try row.number("stdev"), to: 1e-9))
    for (confidence, lower, upper) in [
      (0.95, "lower95_0cl", "upper95_0cl"), (0.998, "lower99_8cl", "upper99_8cl"),
    ] {
      let interval = try #require(summary.meanInterval(confidence: confidence))
      #expect(agree(interval.lowerBound, try row.number(lower), to: 1e-9))
      #expect(agree(interval.upperBound, try row.number(upper), to: 1e-9))
    }
  }

  @Test func equalValuesHaveNoWidthHoweverTheyRound() throws {
    let values = Array(repeating: 0.1, count: 10)
    let summary = try #require(SampleSummary(values))
    #expect(try #require(summary.meanInterval(confidence: 0.95)).contains(0.1) && summary.deviation < 1e-16)
    let sums = SampleSummary(
      count: 10, sum: values.reduce(0, +), sumOfSquares: values.reduce(0) { $0 + $1 * $1 })
    #expect(try #require(sums).deviation < 1e-8)
  }

  @Test(arguments: [
    (1, 2, 1), (0, 2, 1), (-5, 2, 1), (.nan, 2, 1), (.infinity, 2, 1), (5, .nan, 1), (5, .infinity, 1),
    (5, 2, -1), (5, 2, .nan), (5, 2, .infinity),
  ])
  func isAbsentForWhatNoSampleHas(count: Double, mean: Double, deviation: Double) {
    #expect(SampleSummary(count: count, mean: mean, deviation: deviation) == nil)
  }

  @Test(arguments: [
    (0, 0, 0), (1, 3, 9), (3, 6, 11), (3, 6, -1), (3, 1e200, 1), (3, .nan, 1), (3, 1, .infinity),
  ])
  func isAbsentForSumsThatNoSampleHas(count: Double, sum: Double, squares: Double) {
    #expect(SampleSummary(count: count, sum: sum, sumOfSquares: squares) == nil)
  }

  @Test(arguments: [[], [3], [1, .nan], [1, .infinity], [1e308, -1e308]] as [[Double]])
  func isAbsentForListsWithoutASpread(values: [Double]) {
    #expect(SampleSummary(values) == nil)
  }

  @Test(arguments: [0, 1, -1, 2, .nan])
  func hasNoIntervalAtAConfidenceThatIsNone(confidence: Double) throws {
    let summary = try #require(SampleSummary([1, 2, 3]))
    #expect(summary.meanInterval(confidence: confidence) == nil)
  }

  @Test func hasNoIntervalThatOverflows() throws {
    let summary = try #require(SampleSummary(count: 2, mean: 1e308, deviation: 1e308))
    #expect(summary.meanInterval(confidence: 0.998) == nil)
  }
}
