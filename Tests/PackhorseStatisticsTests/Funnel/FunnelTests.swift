import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct FunnelTests {
  @Test func placesProportionsAsTheAuthorsDo() throws {
    let rows = referenceRows("funnel_prop_points.csv")
    let units = try rows.map { try unit(try $0.number("numerator"), try $0.number("denominator")) }
    let funnel = try #require(Funnel(.proportion, against: .group(units)))
    #expect(try compared(zip(rows, units), "significance", funnel) == 152)
  }

  @Test func placesRatiosAsTheAuthorsDo() throws {
    let rows = referenceRows("funnel_ratio_points.csv")
    let units = try rows.map { try unit(try $0.number("obs"), try $0.number("expected")) }
    let funnel = try #require(Funnel(.rate, against: .target(1)))
    #expect(try compared(zip(rows, units), "significance", funnel) == 150)
  }

  /// Standardised rates come with the population that would give the rate; without events there is none.
  @Test(arguments: [
    ("crude_per_100000_with_0", "pop"), ("crude_per_100_with_0", "pop"),
    ("crude_per_100000_without_0", "pop"),
    ("crude_per_100_without_0", "pop"), ("dsr_per_100000_with_0", "rate_dsr"),
    ("dsr_per_100_with_0", "rate_dsr"),
    ("dsr_per_100000_without_0", "rate_dsr"), ("dsr_per_100_without_0", "rate_dsr"),
  ])
  func placesRatesAsTheAuthorsDo(labels: String, sizes: String) throws {
    let rows = referenceRows("funnel_rate_points.csv").filter { row in
      row[sizes] != nil && (!labels.contains("without") || row["count"] != 0)
    }
    let units = try rows.map { row in
      let count = try row.number("count")
      return try unit(
        count, sizes == "pop" ? try row.number("pop") : count / (try row.number(sizes)) * 100_000)
    }
    let funnel = try #require(Funnel(.rate, against: .group(units)))
    #expect(try compared(zip(rows, units), labels, funnel) == 20)
  }

  @Test func placesReferralRatesAsThePackageDoes() throws {
    let rows = referenceRows("funnel_rate_synthetic_referrals_run.csv")
    let units = try rows.map { try unit(try $0.number("referrals"), try $0.number("list_size")) }
    let funnel = try #require(Funnel(.rate, against: .group(units)))
    #expect(try compared(zip(rows, units), "significance", funnel) == 15)
  }

  @Test func agreesWithThePackageOnPractices() throws {
    let rows = referenceRows("funnel_prop_synthetic_practices_run.csv")
    let units = try rows.map { try unit(try $0.number("numerator"), try $0.number("denominator")) }
    let funnel = try #require(Funnel(.proportion, against: .group(units)))
    #expect(try compared(zip(rows, units), "significance", funnel) == 20)
    for (row, unit) in zip(rows, units) where row["lower95"] != nil {
      #expect(agree(funnel.comparator.value, try row.number("average"), to: 1e-12))
      try expectLimits(funnel, unit.size, row, ["lower95", "upper95", "lower998", "upper998"], 1e-11)
    }
  }

  @Test(arguments: ["funnel_prop_limits_x100.csv", "funnel_prop_limits_denominator_lt_31000_x100.csv"])
  func agreesWithTheAuthorsOnProportions(file: String) throws {
    let rows = referenceRows(file)
    #expect(rows.count == 50)
    for row in rows {
      let funnel = try #require(Funnel(.proportion, against: .target(try row.number("baseline") / 100)))
      // The baseline and the limits are printed with 6 or 8 decimals.
      let names = ["lower_2s_limit", "upper_2s_limit", "lower_3s_limit", "upper_3s_limit"]
      try expectLimits(funnel, try row.number("Population"), row, names, 1.1e-6)
    }
  }

  /// The authors find by bisection, to about 5 digits, the size at which a count lies on a limit.
  @Test(arguments: [
    ("funnel_ratio_limits.csv", "Observed_events", "exp_events", 1.0),
    ("funnel_rate_limits_crude_max_ev_set_to_5.csv", "Events", "population_1_year", 3),
    ("funnel_rate_limits_crude_zero_event.csv", "Events", "population_1_year", 3),
    ("funnel_rate_limits_dsr_per100000_3years.csv", "Events", "population_1_year", 3),
  ])
  func agreesWithTheAuthorsOnEvents(file: String, events: String, size: String, years: Double) throws {
    let rows = referenceRows(file)
    #expect(rows.count == 50)
    for row in rows {
      let rate = (row["baseline"] ?? 100_000) / 100_000 * years
      for (level, name) in [(FunnelLevel.percent95, "2s"), (.percent998, "3s")] {
        let interval = try #require(
          exactPoissonInterval(try row.number(events), confidence: level.confidence))
        #expect(agree(interval.upperBound, try row.number("lower_\(name)_\(size)") * rate, to: 5e-5))
        #expect(agree(interval.lowerBound, try row.number("upper_\(name)_\(size)") * rate, to: 5e-5))
      }
    }
  }

  /// Whoever sees a point beyond the line must read that it is.
  @Test(arguments: [Funnel.Kind.proportion, .rate])
  func aPointIsPlacedWhereTheLineHasIt(kind: Funnel.Kind) throws {
    let funnel = try #require(Funnel(kind, against: .target(0.37)))
    for size in [1.0, 2, 9, 26, 27, 28, 40, 333, 5000] {
      let near = try #require(funnel.limits(at: size, .percent95))
      let wide = try #require(funnel.limits(at: size, .percent998))
      for events in stride(from: 0, through: min(size, 2500), by: 1) {
        let value = events / size
        let seen: FunnelPosition =
          wide.lowerBound > value
          ? .below998
          : wide.upperBound < value
            ? .above998 : near.lowerBound > value ? .below95 : near.upperBound < value ? .above95 : .within
        #expect(funnel.position(of: try unit(events, size)) == seen)
      }
    }
  }

  @Test func limitsNarrowAndStayWithinWhatCanBe() throws {
    for kind in [Funnel.Kind.proportion, .rate] {
      let funnel = try #require(Funnel(kind, against: .target(0.02)))
      var width = Double.infinity
      for size in [0.5, 1, 10, 100, 1e4, 1e6, 1e9] {
        let near = try #require(funnel.limits(at: size, .percent95))
        let wide = try #require(funnel.limits(at: size, .percent998))
        #expect(wide.lowerBound >= 0 && wide.lowerBound <= near.lowerBound && wide.contains(near.upperBound))
        #expect(kind == .rate || wide.upperBound <= 1)
        #expect(wide.upperBound - wide.lowerBound <= width)
        width = wide.upperBound - wide.lowerBound
      }
    }
  }

  @Test(arguments: [0, -1, 1, 1.5, .nan, .infinity])
  func hasNoProportionWithoutAComparatorBetweenNoneAndAll(value: Double) {
    #expect(Funnel(.proportion, against: .target(value)) == nil)
    #expect(Funnel(.proportion, of: [], against: .target(value)) == nil)
    #expect(Funnel(.rate, against: .target(value)) == nil || value >= 1)
    #expect(Funnel(.rate, against: .group([])) == nil)
  }

  @Test(arguments: [(-1, 5), (.nan, 5), (.infinity, 5), (1, 0), (1, -2), (1, .nan), (1, .infinity)])
  func refusesUnitsThatCannotBe(events: Double, size: Double) throws {
    #expect(FunnelUnit(events: events, size: size) == nil)
    let funnel = try #require(Funnel(.rate, against: .target(0.5)))
    #expect(size == 5 || funnel.limits(at: size, .percent95) == nil)
  }

  @Test func aPartLargerThanItsWholeHasNoPlace() throws {
    let funnel = try #require(Funnel(.proportion, against: .target(0.5)))
    #expect(funnel.position(of: try unit(6, 5)) == nil)
    #expect(funnel.limits(at: 1e300, .percent998) != nil)
  }

  private func unit(_ events: Double, _ size: Double) throws -> FunnelUnit {
    try #require(FunnelUnit(events: events, size: size))
  }

  /// Holds each place to the authors' label, where the file has one; the number of labels.
  private func compared(
    _ units: some Sequence<(ReferenceRow, FunnelUnit)>, _ labels: String, _ funnel: Funnel
  ) throws -> Int {
    var count = 0
    for (row, unit) in units {
      guard let label = row.cells[labels] else { continue }
      count += 1
      #expect(funnel.position(of: unit)?.label == label, "\(row.testDescription)")
    }
    return count
  }

  private func expectLimits(
    _ funnel: Funnel, _ size: Double, _ row: ReferenceRow, _ names: [String], _ distance: Double
  ) throws {
    let near = try #require(funnel.limits(at: size, .percent95))
    let wide = try #require(funnel.limits(at: size, .percent998))
    let limits = [near.lowerBound, near.upperBound, wide.lowerBound, wide.upperBound]
    for (limit, name) in zip(limits, names) {
      #expect(agree(limit * 100, try row.number(name), within: distance))
    }
  }
}

extension FunnelPosition {
  /// What the authors call it.
  fileprivate var label: String {
    switch self {
    case .below998: "Low (0.001)"
    case .below95: "Low (0.025)"
    case .within: "Not significant"
    case .above95: "High (0.025)"
    case .above998: "High (0.001)"
    }
  }
}
