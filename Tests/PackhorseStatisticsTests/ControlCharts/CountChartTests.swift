import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct CountChartTests {
  struct Reference: Decodable {
    let chart: String
    let numerators, denominators, ul99, ul95, ll95, ll99: [Double]
    let multiplier: Double
    let decimals: Int
  }

  private static let references = referenceCases("spc_count_limits_authors.json", as: Reference.self)
  private static let kinds = ["p": CountChartKind.p, "pPrime": .pPrime, "u": .u, "uPrime": .uPrime]

  @Test func everyReferenceIsRead() {
    #expect(Self.references.map(\.chart) == ["p", "u", "pPrime", "uPrime"])
    #expect(Self.references.allSatisfy { $0.numerators.count >= 20 && $0.ll95.count == $0.numerators.count })
  }

  @Test(arguments: 0..<4)
  func agreesWithTheAuthorsToTheirDigits(index: Int) throws {
    let reference = Self.references[index]
    let counts = zip(reference.numerators, reference.denominators).map { CountReading.counts($0, of: $1) }
    let kind = try #require(Self.kinds[reference.chart])
    let chart = try #require(countChart(kind, counts))
    let distance = reference.decimals == 2 ? 0.00501 : 0.0000501
    for (place, point) in chart.points.enumerated() {
      let limits = try #require(point.limits)
      for (limit, expected) in [
        (limits.upper, reference.ul99), (limits.nearUpper, reference.ul95),
        (limits.nearLower, reference.ll95),
        (limits.lower, reference.ll99),
      ] {
        #expect(agree(limit * reference.multiplier, expected[place], within: distance))
      }
    }
  }

  /// By hand: σ is 0.05, so that shares of 0.47 and 0.53 about 0.5 are 1.2 σ apart.
  @Test func allowsForHowPeriodsDiffer() throws {
    let counts = (0..<12).map { CountReading.counts($0.isMultiple(of: 2) ? 47 : 53, of: 100) }
    let laney = try limits(countChart(.pPrime, counts), 0)
    #expect(agree(laney.centre, 0.5, to: 1e-15))
    #expect(agree(laney.upper, 0.5 + 3 * 0.05 * 1.2 / 1.128, to: 1e-13))
    let chance = try limits(countChart(.p, counts), 0)
    #expect(agree(chance.upper, 0.65, to: 1e-15) && agree(chance.nearLower, 0.4, to: 1e-15))
  }

  @Test func screensMovingRangesWhereAsked() throws {
    let events = (0..<20).map { $0 == 10 ? 95.0 : $0.isMultiple(of: 2) ? 48 : 52 }
    let counts = events.map { CountReading.counts($0, of: 100) }
    let all = try limits(countChart(.pPrime, counts), 0)
    let chart = try #require(countChart(.pPrime, counts, screening: .outliers))
    let screened = try limits(chart, 0)
    #expect(chart.screening == .outliers && screened.upper < all.upper)
  }

  @Test func limitsAreWideWherePeriodsAreSmallAndStayWithinWhatCanBe() throws {
    let counts = [(1.0, 2.0), (40, 80), (0, 3), (700, 1500), (2, 2)].map {
      CountReading.counts($0.0, of: $0.1)
    }
    for kind in CountChartKind.allCases {
      let limits = try #require(countChart(kind, counts)).points.compactMap(\.limits)
      #expect(limits.count == 5 && limits[0].upper >= limits[3].upper && limits[0].lower <= limits[3].lower)
      #expect(limits.allSatisfy { $0.lower >= 0 && $0.lower <= $0.nearLower && $0.nearUpper <= $0.upper })
      #expect(!kind.isShare || limits.allSatisfy { $0.upper <= 1 })
    }
  }

  @Test func aPeriodThatCannotBeIsAGap() throws {
    let odd: [CountReading] = [
      .counts(3, of: 10), .counts(5, of: 10), .counts(0, of: 0), .counts(-1, of: 10), .counts(11, of: 10),
      .counts(.nan, of: 10), .counts(1, of: .infinity), .counts(1, of: -5), .missing,
      .counts(1e300, of: 1e-300),
    ]
    #expect(try #require(countChart(.pPrime, odd)).gaps == Array(2..<10))
    #expect(try #require(countChart(.uPrime, odd)).gaps == [2, 3, 5, 6, 7, 8, 9])
  }

  @Test(arguments: [0.0, 10]) func noneOrAllIsNoVariation(events: Double) throws {
    let counts = Array(repeating: CountReading.counts(events, of: 10), count: 9)
    for kind in CountChartKind.allCases where kind.isShare || events == 0 {
      let chart = try #require(countChart(kind, counts))
      for point in chart.points {
        let limits = try #require(point.limits)
        #expect(limits.isWithoutVariation && limits.centre == events / 10 && point.specialCause == nil)
      }
    }
  }

  @Test func takesABaselineAndARebase() throws {
    let events = (0..<16).map { ($0 < 8 ? 30.0 : 60) + Double($0 % 2) }
    let counts = events.map { CountReading.counts($0, of: 100) }
    let fixed = try #require(countChart(.p, counts, baseline: 8))
    #expect(fixed.points[12].specialCause == SpecialCause(rule: .outsideLimits, isHigh: true))
    let rebase = try #require(Rebase(at: 8, reason: "A new service"))
    let parted = try #require(countChart(.p, counts, rebases: [rebase]))
    #expect(parted.points.allSatisfy { $0.specialCause == nil } && parted.segments.count == 2)
    #expect(countChart(.p, counts, baseline: 0) == nil)
  }

  /// A moving range needs neighbours; chance alone does not.
  @Test func onlyLaneysLimitsNeedNeighbours() throws {
    let counts: [CountReading] = [.counts(3, of: 10), .missing, .counts(5, of: 10)]
    #expect(try limits(countChart(.p, counts), 0).centre == 0.4)
    #expect(try #require(countChart(.pPrime, counts)).points.allSatisfy { $0.limits == nil })
  }

  @Test func nothingIsAChartWithoutPoints() throws {
    #expect(try #require(countChart(.pPrime, [])).points.isEmpty)
    #expect(try #require(countChart(.uPrime, [.missing])).points.first?.limits == nil)
  }
}
