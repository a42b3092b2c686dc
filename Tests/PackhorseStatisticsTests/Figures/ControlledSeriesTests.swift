import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct ControlledSeriesTests {
  private func at(_ code: String) throws -> Located<Period> {
    Located(
      try #require(Period(code)),
      at: SourceSpan(path: "content/data/measures.yml", line: 9, column: 3, length: 7))
  }

  private func months(
    _ count: Int, _ change: (inout Measure) -> Void = { _ in }, _ value: (Int) -> Observation.Value
  ) async throws -> (series: PublishedSeries, problems: [Diagnostic]) {
    var fixture = SiteFixture(publishBy: .month)
    change(&fixture.measure)
    for month in 0..<count { fixture.add("\(2024 + month / 12)-\(padded(month % 12 + 1, 2))", value(month)) }
    let outcome = await compute(fixture.site)
    return (try #require(outcome.value.evidence.series.first), outcome.diagnostics)
  }

  @Test func elevenValuesMakeNoLimitsAndTwelveDo() async throws {
    func share(_ month: Int) -> Observation.Value { .proportion(numerator: 20 + month, denominator: 60) }
    #expect(try await months(11, { _ in }, share).series.control == nil)
    let control = try #require(try await months(12, { _ in }, share).series.control)
    #expect(control.kind == .pPrime && control.points.count == 12 && !control.hasTrialLimits)
  }

  @Test func limitsAreThoseOfThePublishedCounts() async throws {
    func counts(_ month: Int) -> (Int, Int) { (20 + month * 7 % 11, 55 + month) }
    let series = try await months(14) { month in
      .proportion(numerator: counts(month).0, denominator: counts(month).1)
    }.series
    let told = (0..<14).map { month in
      CountReading.counts(
        Double((counts(month).0 + 2) / 5 * 5), of: Double((counts(month).1 + 2) / 5 * 5))
    }
    let expected = try #require(countChart(.pPrime, told))
    let control = try #require(series.control)
    for (point, due) in zip(control.points, expected.points) {
      #expect(point.limits?.lower == due.limits?.lower && point.limits?.upper == due.limits?.upper)
    }
  }

  @Test func aRateIsChartedInItsOwnUnit() async throws {
    let series = try await months(12, { $0.kind = .rate }) {
      .rate(numerator: 30 + $0 % 3 * 5, listSize: 9_000)
    }
    .series
    let limits = try #require(series.control?.points[0].limits)
    #expect(series.control?.kind == .uPrime && limits.centre > 3 && limits.centre < 5)
  }

  @Test(
    arguments: [
      (0.2, Measure.Direction.higher, Assurance.consistentlyMeets), (0.45, .higher, .hitOrMiss),
      (0.9, .higher, .consistentlyMisses), (0.9, .lower, .consistentlyMeets), (0.45, .neither, nil),
    ] as [(Double, Measure.Direction, Assurance?)])
  func aTargetIsHeldAgainstTheLimits(target: Double, better: Measure.Direction, due: Assurance?) async throws
  {
    func assurance(_ target: Double, _ kind: Measure.Kind, _ value: (Int) -> Observation.Value) async throws
      -> Assurance?
    {
      let change: (inout Measure) -> Void = { measure in
        (measure.kind, measure.direction) = (kind, better)
        measure.target = SourcedNumber(value: target, source: "A plan")
      }
      return try await months(12, change, value).series.control?.assurance
    }
    #expect(
      try await assurance(target, .proportion) { .proportion(numerator: 25 + $0 % 3 * 5, denominator: 60) }
        == due)
    // A rate's target is in its own unit: for 1,000 people.
    #expect(
      try await assurance(target * 1_000, .rate) { .rate(numerator: 250 + $0 % 3 * 50, listSize: 600) } == due
    )
  }

  @Test func countsAndMeansGetAnXmRChart() async throws {
    let series = try await months(12, { $0.kind = .count }) { .count(30 + $0 % 3 * 5) }.series
    #expect(series.control?.kind == .xmr)
    let flow = try await months(
      12,
      {
        $0.kind = .flow
        $0.statuses = [Measure.Status(word: "a", title: "a")]
      }, { _ in .flow([30]) })
    #expect(flow.series.control == nil)
  }

  @Test func aWithheldMonthIsAGap() async throws {
    let series = try await months(13) { .proportion(numerator: $0 == 5 ? 3 : 30, denominator: 60) }.series
    #expect(series.control?.points[5].value == nil && series.control?.points[5].signal == nil)
  }

  @Test func eventsAndNewLimitsStandAtTheirPeriods() async throws {
    let event = DatedNote(period: try at("2024-03"), note: "A second link worker")
    let rebase = DatedNote(period: try at("2024-08"), note: "Self-referral")
    let found = try await months(
      24,
      {
        $0.events = [event]
        $0.rebases = [rebase]
        $0.screensMovingRanges = true
      }, { .proportion(numerator: 20 + $0, denominator: 60) })
    let control = try #require(found.series.control)
    #expect(control.events == [PublishedControlChart.Note(column: 2, text: "A second link worker")])
    #expect(control.rebases.map(\.column) == [7] && control.hasTrialLimits && control.isScreened)
    #expect(control.points[6].limits?.centre != control.points[7].limits?.centre)
    #expect(found.problems.isEmpty)
  }

  @Test func notesOutsideTheSeriesAreReportedWhereTheyStand() async throws {
    let outside = DatedNote(period: try at("2019-03"), note: "Long ago")
    let first = DatedNote(period: try at("2024-01"), note: "At the start")
    let found = try await months(
      13,
      {
        $0.events = [outside]
        $0.rebases = [first]
      }, { .proportion(numerator: 20 + $0, denominator: 60) })
    #expect(Set(found.problems.map(\.id)) == ["period-outside-series", "rebase-at-start"])
    #expect(found.problems.allSatisfy { $0.span?.path == "content/data/measures.yml" })
  }
}
