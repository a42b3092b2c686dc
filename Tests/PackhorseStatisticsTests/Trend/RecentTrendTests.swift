import Testing

@testable import PackhorseStatistics

@Suite struct RecentTrendTests {
  struct Reference: Decodable {
    struct Point: Decodable {
      let year: Int
      let value, lower95, upper95: Double
    }
    let id, expected: String
    let slope, chiSquared: Double?
    let points: [Point]

    /// The oldest first.
    var series: [TrendPoint?] {
      points.sorted { $0.year < $1.year }.map {
        TrendPoint(value: $0.value, lower95: $0.lower95, upper95: $0.upper95)
      }
    }
  }

  private static let references = referenceCases("recent_trend_authors.json", as: Reference.self)

  @Test func everyReferenceIsRead() {
    #expect(
      Self.references.map(\.expected) == ["Increasing", "DecreasingAndGettingWorse", "CannotBeCalculated"])
  }

  @Test(arguments: 0..<3)
  func isTheAuthorsClass(index: Int) {
    let reference = Self.references[index]
    let trend = recentTrend(reference.series)
    switch reference.expected {
    case "Increasing": #expect(trend == .increasing)
    case "DecreasingAndGettingWorse": #expect(trend == .decreasing)
    // One of its intervals is printed with no width.
    default: #expect(trend == .cannotBeCalculated(.noInterval))
    }
  }

  @Test(arguments: 0..<2)
  func slopeAndChiSquaredAgree(index: Int) throws {
    let reference = Self.references[index]
    let weighted = reference.series.compactMap(\.self).enumerated().map { place, point in
      let error = (point.upper95 - point.lower95) / 3.92
      return (x: Double(place), y: point.value, weight: 1 / (error * error))
    }
    let found = try #require(weightedSlope(weighted))
    #expect(agree(found.slope, try #require(reference.slope), to: 1e-9))
    #expect(agree(found.slope * found.slope * found.precision, try #require(reference.chiSquared), to: 1e-9))
  }

  @Test func thresholdIsTheOneOfFingertips() {
    #expect(agree(chiSquaredQuantile(0.002, degrees: 1, tail: .upper), 9.54953570608324, to: 1e-14))
  }

  private func series(_ values: [Double?], half: Double = 1) -> [TrendPoint?] {
    values.map { $0.map { TrendPoint(value: $0, lower95: $0 - half, upper95: $0 + half) } }
  }

  @Test func looksAtTheLastFive() {
    #expect(recentTrend(series([90, 70, 1, 2, 3, 4, 5])) == .increasing)
    #expect(recentTrend(series([0, 0, 5, 4, 3, 2, 1])) == .decreasing)
    #expect(recentTrend(series([1, 2, 3, 4, 5], half: 50)) == .noSignificantChange)
    #expect(recentTrend(series([3, 3, 3, 3, 3])) == .noSignificantChange)
  }

  @Test func oneOutlierIsNoTrend() {
    // Without the last point the slope is turned round.
    #expect(recentTrend(series([5, 4.5, 4, 3.5, 20])) == .noSignificantChange)
  }

  @Test func saysWhyItCannotBeCalculated() {
    #expect(recentTrend([]) == .cannotBeCalculated(.tooFewPeriods))
    #expect(recentTrend(series([1, 2, 3, 4])) == .cannotBeCalculated(.tooFewPeriods))
    #expect(recentTrend(series([1, 2, 3, nil, 5, 6])) == .cannotBeCalculated(.gap))
    #expect(recentTrend(series([nil, 1, 2, 3, 4, 5])) == .increasing)
    #expect(recentTrend(series([1, 2, 3, 4, 5], half: 0)) == .cannotBeCalculated(.noInterval))
    #expect(recentTrend(series([1, 2, 3, 4, 5], half: -1)) == .cannotBeCalculated(.noInterval))
    for odd in [Double.nan, .infinity, -.infinity] {
      #expect(recentTrend(series([1, 2, odd, 4, 5])) == .cannotBeCalculated(.noInterval))
    }
    #expect(recentTrend(series([1, 2, 3, 4, 5], half: 1e-300)) == .cannotBeCalculated(.noInterval))
  }
}
