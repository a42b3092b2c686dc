import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct XmRChartTests {
  struct Reference: Decodable {
    let id, direction, variation: String
    let screened, isShort: Bool
    let baseline: Int?
    let target, lower, upper: Double?
    let mean: Double
    let values: [Double]
    let relativeToMean: [Int]
    let outside, near: [Bool]
    let causes, points: [String]
    let assurance: String?

    func chart() throws -> ControlChart {
      try #require(
        xmrChart(values.map(Reading.value), screening: screened ? .outliers : .none, baseline: baseline))
    }
    var better: Measure.Direction {
      direction == "increase" ? .higher : direction == "decrease" ? .lower : .neither
    }
  }

  private static let references = referenceCases("spc_series.json", as: Reference.self)

  @Test func everyReferenceIsRead() {
    #expect(Self.references.count == 39)
    #expect(Self.references.reduce(0) { $0 + $1.values.count } == 1109)
  }

  @Test(arguments: 0..<39)
  func limitsAgreeWithThePackage(index: Int) throws {
    let reference = Self.references[index]
    for point in try reference.chart().points {
      let limits = try #require(point.limits)
      #expect(agree(limits.centre, reference.mean, to: 1e-12))
      guard let lower = reference.lower, let upper = reference.upper else {
        // The package has no limits for a constant series; here they have no width.
        #expect(limits.isWithoutVariation && limits.lower == limits.centre)
        continue
      }
      #expect(agree(limits.lower, lower, to: 1e-13) && agree(limits.upper, upper, to: 1e-13))
    }
  }

  @Test(arguments: 0..<39)
  func everyPointIsCalledWhatThePackageCallsIt(index: Int) throws {
    let reference = Self.references[index]
    let chart = try reference.chart()
    for (place, point) in chart.points.enumerated() {
      let limits = try #require(point.limits)
      let value = reference.values[place]
      #expect(limits.side(value) == reference.relativeToMean[place])
      #expect((limits.outside(value) != 0) == reference.outside[place])
      #expect((limits.near(value) != 0) == reference.near[place])
      #expect(point.specialCause.name == reference.causes[place], "\(reference.id) \(place)")
      #expect(name(point.specialCause, reference.better) == reference.points[place])
    }
    #expect(name(chart.latest?.specialCause, reference.better) == reference.variation)
    #expect(chart.segments.map(\.hasTrialLimits) == [reference.isShort])
    let assurance = reference.target.flatMap { chart.assurance(target: $0, better: reference.better) }
    #expect(assurance?.name == reference.assurance)
  }

  private func name(_ cause: SpecialCause?, _ better: Measure.Direction) -> String {
    switch cause?.meaning(better) {
    case nil: "common_cause"
    case .improvement: "special_cause_improvement"
    case .concern: "special_cause_concern"
    case .high: "special_cause_neutral_high"
    case .low: "special_cause_neutral_low"
    }
  }

  @Test func bothScreeningModesAreNamedAndDiffer() throws {
    let readings = [10, 11, 10, 12, 11, 10, 40, 11, 10, 12, 11, 10].map(Reading.value)
    let all = try #require(xmrChart(readings, screening: .none))
    let screened = try #require(xmrChart(readings, screening: .outliers))
    #expect(all.screening == .none && screened.screening == .outliers)
    // Moving ranges 1 1 2 1 1 30 29 1 2 1 1: their mean is 70/11; without 30 and 29 it is 11/9.
    #expect(agree(try limits(all, 0).upper, 158.0 / 12 + 2.66 * 70 / 11, to: 1e-14))
    #expect(agree(try limits(screened, 0).upper, 158.0 / 12 + 2.66 * 11 / 9, to: 1e-14))
  }

  @Test(arguments: [0.1, 1.0 / 3, 1e300, -7, 0])
  func aConstantSeriesHasLimitsWithoutWidthAndNoSignal(value: Double) throws {
    for screening in MovingRangeScreening.allCases {
      let readings = Array(repeating: Reading.value(value), count: 15)
      let chart = try #require(xmrChart(readings, screening: screening))
      for point in chart.points {
        let limits = try #require(point.limits)
        #expect(limits.isWithoutVariation && limits.centre.isFinite && point.specialCause == nil)
      }
    }
  }

  @Test func roundingIsNoVariation() throws {
    let values = (0..<16).map { $0.isMultiple(of: 3) ? 0.3 : 0.1 + 0.2 }
    let chart = try #require(xmrChart(values.map(Reading.value), screening: .none))
    #expect(try limits(chart, 0).isWithoutVariation && chart.points.allSatisfy { $0.specialCause == nil })
  }

  @Test func aReadingOrNoneHasNoLimits() throws {
    for readings in [[], [.missing], [.value(3)], [.value(3), .missing, .value(5)]] as [[Reading]] {
      let chart = try #require(xmrChart(readings, screening: .outliers))
      #expect(chart.points.count == readings.count)
      #expect(chart.points.allSatisfy { $0.limits == nil && $0.specialCause == nil })
    }
  }

  @Test func numbersThatAreNoneAreGapsAndHugeOnesHaveNoLimits() throws {
    let odd = try #require(
      xmrChart([.value(.nan), .value(1), .value(2), .value(.infinity)], screening: .none))
    #expect(odd.gaps == [0, 3] && odd.points[1].limits != nil)
    let huge = try #require(xmrChart([.value(1e308), .value(-1e308), .value(1e308)], screening: .none))
    #expect(huge.points.allSatisfy { $0.limits == nil && $0.specialCause == nil })
  }

  @Test func aBaselineSetsLimitsForWhatFollows() throws {
    let readings = readings([5, 7, 5, 7, nil, 5, 7, 20, 21])
    let chart = try #require(xmrChart(readings, screening: .none, baseline: 6))
    let limits = try #require(chart.points[8].limits)
    #expect(limits.centre == 6 && limits.upper == 6 + 2.66 * 2)
    #expect(chart.points[7].specialCause == SpecialCause(rule: .outsideLimits, isHigh: true))
    #expect(chart.segments.map(\.readings) == [6] && chart.segments.allSatisfy(\.hasTrialLimits))
    #expect(xmrChart(readings, screening: .none, baseline: 1) == nil)
    #expect(xmrChart(readings, screening: .none, baseline: .min) == nil)
    #expect(xmrChart(readings, screening: .none, baseline: .max) == xmrChart(readings, screening: .none))
  }

  @Test func eventsChangeNoNumber() throws {
    let readings = [3, 5, 4, 6, 2].map(Reading.value)
    let event = ChartEvent(at: 2, note: "The link worker came")
    let chart = try #require(xmrChart(readings, screening: .none, events: [event]))
    #expect(chart.events == [event])
    #expect(chart.points == xmrChart(readings, screening: .none)?.points)
    for period in [-1, 5, Int.max] {
      #expect(
        xmrChart(readings, screening: .none, events: [ChartEvent(at: period, note: "Elsewhere")]) == nil)
    }
  }
}

extension SpecialCause? {
  /// What the package calls it.
  fileprivate var name: String {
    guard let self else { return "Common Cause" }
    return switch self.rule {
    case .outsideLimits: self.isHigh ? "Above UCL" : "Below LCL"
    case .trend: self.isHigh ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)"
    case .twoOfThree: self.isHigh ? "2 in 3 Above CL" : "2 in 3 Below CL"
    case .shift: self.isHigh ? "7 Points Above CL" : "7 Points Below CL"
    }
  }
}

extension Assurance {
  /// What the package calls it.
  var name: String {
    switch self {
    case .consistentlyMeets: "consistent_pass"
    case .consistentlyMisses: "consistent_fail"
    case .hitOrMiss: "inconsistent"
    }
  }
}

/// Readings, where nil is a gap.
func readings(_ values: [Double?]) -> [Reading] { values.map { $0.map(Reading.value) ?? .missing } }

/// The limits of a period of a chart, both of which there must be.
func limits(_ chart: ControlChart?, _ period: Int) throws -> ProcessLimits {
  try #require(chart?.points[period].limits)
}
