import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// Any numbers at all: every function ends, and what it gives is nothing or in order.
@Suite struct HostileInputTests {
  private struct Hostile {
    var numbers: Seeded

    mutating func number() -> Double {
      numbers.pick([
        0, -0.0, 1, -1, 2, 9.99, 10, 30, 0.5, 0.95, 0.998, 1e-9, 1e9, 1e16, 1e154, 1e300, 1.7e308, -1e308,
        .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan,
        Double(numbers.below(100)), Double.random(in: 0...1, using: &numbers),
      ])
    }

    mutating func list() -> [Double] { (0..<numbers.below(12)).map { _ in number() } }

    /// Numbers of which most are ordinary, so that not all end at the first guard.
    mutating func mild() -> Double { numbers.once(in: 8) ? number() : Double(numbers.below(60)) }
  }

  private func isOrdered(_ range: ClosedRange<Double>?) -> Bool {
    range.map { $0.lowerBound.isFinite && $0.upperBound.isFinite } ?? true
  }

  @Test(arguments: 1...20)
  func intervals(seed: UInt64) {
    var hostile = Hostile(numbers: Seeded(seed: seed))
    for _ in 0..<300 {
      let (x, n, c) = (hostile.number(), hostile.number(), hostile.number())
      #expect(isOrdered(wilsonInterval(x, of: n, confidence: c)))
      #expect(isOrdered(exactPoissonInterval(x, confidence: c)))
      #expect(isOrdered(poissonInterval(x, confidence: c)))
      #expect(isOrdered(rateInterval(x, of: n, per: hostile.number(), confidence: c)))
      #expect(isOrdered(SampleSummary(count: x, mean: n, deviation: c)?.meanInterval(confidence: 0.95)))
      #expect(isOrdered(SampleSummary(count: x, sum: n, sumOfSquares: c)?.meanInterval(confidence: 0.998)))
      #expect(isOrdered(SampleSummary(hostile.list()).flatMap(PairedChange.init)?.interval95))
      let share = ShareImproved(improved: x, followed: n, referred: c)
      #expect(isOrdered(share?.boundsForTheMissing) && isOrdered(share?.widestInterval(confidence: 0.95)))
      let regression = RegressionToTheMean(populationMean: x, populationDeviation: n, retestCorrelation: c)
      #expect(isOrdered(regression?.expectedChange(meanBefore: hostile.number())))
      let (mean, deviation) = (hostile.number(), hostile.number())
      let expected = regression?.expectedShare(
        changingBy: hostile.number(), meanBefore: mean, deviationBefore: deviation)
      #expect(isOrdered(expected) && expected.map { (0...1).contains($0.upperBound) } ?? true)
    }
  }

  @Test(arguments: 1...20)
  func funnels(seed: UInt64) {
    var hostile = Hostile(numbers: Seeded(seed: seed))
    for _ in 0..<100 {
      let units = (0..<hostile.numbers.below(8)).compactMap { _ in
        FunnelUnit(events: hostile.mild(), size: hostile.mild())
      }
      let comparator =
        hostile.numbers.once(in: 2) ? FunnelComparator.group(units) : .target(hostile.number())
      let share = hostile.number()
      for kind in [Funnel.Kind.proportion, .rate] {
        let funnels = [
          Funnel(kind, against: comparator), Funnel(kind, of: units, against: comparator),
          Funnel(kind, of: units, against: comparator, trimming: .truncated(share), scale: .logarithm),
          Funnel(kind, of: units, against: comparator, trimming: .winsorised(share), scale: .squareRoot),
        ].compactMap(\.self)
        for funnel in funnels {
          #expect(funnel.overdispersion.map { $0.betweenUnits >= 0 } ?? true)
          let size = hostile.number()
          for level in FunnelLevel.allCases { #expect(isOrdered(funnel.limits(at: size, level))) }
          for unit in units where unit.events <= unit.size { _ = funnel.position(of: unit) }
        }
      }
    }
  }

  @Test(arguments: 1...20)
  func charts(seed: UInt64) {
    var hostile = Hostile(numbers: Seeded(seed: seed))
    for _ in 0..<100 {
      let count = hostile.numbers.below(30)
      let readings = (0..<count).map { _ in
        hostile.numbers.once(in: 9) ? Reading.missing : .value(hostile.mild())
      }
      let counts = (0..<count).map { _ in CountReading.counts(hostile.mild(), of: hostile.mild()) }
      let rebases = (0..<hostile.numbers.below(3)).compactMap { _ in
        Rebase(at: hostile.numbers.below(31), reason: "Why")
      }
      let baseline = hostile.numbers.pick([nil, nil, 0, 3, 12, .max, .min])
      var charts = MovingRangeScreening.allCases.map {
        xmrChart(readings, screening: $0, baseline: baseline, rebases: rebases)
      }
      charts += CountChartKind.allCases.map { countChart($0, counts, baseline: baseline, rebases: rebases) }
      for chart in charts.compactMap(\.self) {
        #expect(chart.points.count == count && chart.segments.reduce(0) { $0 + $1.periods.count } == count)
        for point in chart.points {
          #expect(point.limits.map { $0.lower <= $0.nearLower && $0.nearUpper <= $0.upper } ?? true)
          #expect(point.reading != .missing || point.specialCause == nil)
        }
        _ = chart.assurance(target: hostile.number(), better: .higher)
      }
    }
  }

  @Test(arguments: 1...20)
  func trends(seed: UInt64) {
    var hostile = Hostile(numbers: Seeded(seed: seed))
    for _ in 0..<300 {
      let series = (0..<hostile.numbers.below(9)).map { _ in
        hostile.numbers.once(in: 9)
          ? nil : TrendPoint(value: hostile.mild(), lower95: hostile.mild(), upper95: 60 + hostile.mild())
      }
      if series.count < 5 { #expect(recentTrend(series) == .cannotBeCalculated(.tooFewPeriods)) }
      _ = recentTrend(series)
    }
  }
}
