import PackhorseCore
import Testing

@testable import PackhorseStatistics

/// What is published of each kind of measure.
@Suite struct FigureKindTests {
  private func points(
    _ measure: Measure, _ rows: [(String, Observation.Value)], isExact: Bool = false
  ) async throws -> [PublishedPoint] {
    var fixture = SiteFixture(publishBy: .year)
    if isExact {
      fixture.settings.audience = .practice
      fixture.settings.disclosure = .none
    }
    fixture.measure = measure
    for (period, value) in rows { fixture.add(period, value) }
    let outcome = await compute(fixture.site)
    #expect(outcome.diagnostics.isEmpty)
    return try #require(outcome.value.evidence.series.first).points
  }

  private func measure(_ kind: Measure.Kind) -> Measure {
    var measure = Measure(id: "m")
    measure.kind = kind
    return measure
  }

  @Test func aRateRestsOnToldEventsAndThePublicList() async throws {
    let rows = [
      ("2025-Q1", Observation.Value.rate(numerator: 12, listSize: 9_000)),
      ("2025-Q2", .rate(numerator: 11, listSize: 9_400)),
    ]
    let point = try await #require(points(measure(.rate), rows).first)
    guard case .rate(let events, let listSize, let rate?) = point.figure else {
      Issue.record("no rate")
      return
    }
    #expect(events == .rounded(25) && listSize == 9_200 && point.monthsCovered == 6)
    #expect(agree(rate.value, 25.0 / 9_200 * 1_000, to: 1e-12))
    let lowest = try #require(rateInterval(23, of: 9_200, per: 1_000, confidence: 0.95)).lowerBound
    let highest = try #require(rateInterval(27, of: 9_200, per: 1_000, confidence: 0.95)).upperBound
    #expect(agree(rate.lower95, lowest, to: 1e-12) && agree(rate.upper95, highest, to: 1e-12))
  }

  @Test func aRateIsAbsentWhereTheListOrTheEventsAre() async throws {
    let unknown = try await points(measure(.rate), [("2025", .rate(numerator: 40, listSize: nil))])
    #expect(unknown.first?.figure == .rate(events: .rounded(40), listSize: nil, rate: nil))
    let few = try await points(measure(.rate), [("2025", .rate(numerator: 3, listSize: 9_000))])
    #expect(few.first?.figure == .rate(events: .withheld, listSize: 9_000, rate: nil))
    let empty = try await points(measure(.rate), [("2025", .rate(numerator: 0, listSize: 0))])
    #expect(empty.first?.figure == .rate(events: .exact(0), listSize: 0, rate: nil))
  }

  @Test func aCountIsRoundedOrWithheld() async throws {
    let found = try await points(
      measure(.count), [("2023", .count(0)), ("2024", .count(7)), ("2025", .count(23))])
    #expect(found.map(\.figure) == [.count(.exact(0)), .count(.withheld), .count(.rounded(25))])
    #expect(found.map(\.figure.value) == [0, nil, 25])
  }

  @Test func aFlowTellsEachStatusAsAShareOfAll() async throws {
    var measure = measure(.flow)
    measure.statuses = ["a", "b", "c"].map { Measure.Status(word: $0, title: $0) }
    let point = try await #require(points(measure, [("2025", .flow([60, 41, 30]))]).first)
    guard case .flow(let people, let statuses) = point.figure else {
      Issue.record("no flow")
      return
    }
    #expect(people == .rounded(130) && statuses.map(\.people) == [.rounded(60), .rounded(40), .rounded(30)])
    #expect(statuses[0].share?.value == 60.0 / 130.0)
  }

  private func change(_ pairs: Int, mean: Double, sd: Double, people: Int? = nil) -> Observation.Value {
    var change = ChangeSummary(pairs: pairs, mean: mean, sd: sd)
    change.people = people
    change.sumBefore = 4.2 * Double(pairs)
    return .change(change)
  }

  @Test func aMeanChangeIsToldToOneDecimalWithTheWidestIntervalThatItAllows() async throws {
    let point = try #require(
      try await points(measure(.meanChange), [("2025", change(44, mean: 1.234, sd: 2.06, people: 103))]).first
    )
    guard case .change(let change) = point.figure else {
      Issue.record("no change")
      return
    }
    let mean = try #require(change.mean)
    #expect(change.people == .rounded(105) && change.pairs == .rounded(45))
    #expect(mean.value == 1.2 && change.deviation == 2.1 && change.meanBefore == 4.2)
    let widest = try #require(
      SampleSummary(count: 43, mean: 1.2, deviation: 2.15)?.meanInterval(confidence: 0.95))
    #expect(agree(mean.lower95, widest.lowerBound - 0.05, to: 1e-12))
    #expect(agree(mean.upper95, widest.upperBound + 0.05, to: 1e-12))
    #expect(change.expected == nil && change.reached == nil && change.boundsForTheMissing == nil)
  }

  @Test func aMeanOfNinePeopleIsWithheldAndOneOfTenIsNot() async throws {
    let found = try await points(
      measure(.meanChange), [("2024", change(9, mean: 1, sd: 2)), ("2025", change(10, mean: 1, sd: 2))])
    #expect(found[0].figure.estimate == nil && found[1].figure.estimate != nil)
    guard case .change(let change) = found[0].figure else { return }
    #expect(change.pairs == .rounded(10) && change.deviation == nil && change.meanBefore == nil)
  }

  @Test func whatNoEffectWouldDoFollowsFromTheScoresBefore() async throws {
    var measure = measure(.meanChange)
    measure.populationMean = SourcedNumber(value: 7.2, source: "s")
    measure.populationSD = SourcedNumber(value: 2, source: "s")
    measure.retestCorrelation = SourcedNumber(value: 0.6, source: "s")
    let found = try await points(measure, [("2025", change(40, mean: 1, sd: 2))])
    guard case .change(let change) = found[0].figure else { return }
    let expected = try #require(change.expected)
    #expect(agree(expected.lowerBound, 0.3 * 3, to: 1e-12) && agree(expected.upperBound, 0.5 * 3, to: 1e-12))
  }

  @Test func thePracticeItselfSeesExactMeans() async throws {
    let found = try await points(
      measure(.meanChange), [("2025", change(6, mean: 1.25, sd: 2.5))], isExact: true)
    guard case .change(let change) = found[0].figure else { return }
    #expect(change.pairs == .exact(6))
    #expect(agree(try #require(change.mean?.value), 1.25, to: 1e-12))
  }

  @Test func rowsThatKnowLessTakeTheirKnowledgeFromAll() async throws {
    let rows = [
      ("2025-Q1", change(20, mean: 1, sd: 2, people: 50)), ("2025-Q2", change(20, mean: 1, sd: 2)),
    ]
    guard case .change(let change) = try await points(measure(.meanChange), rows)[0].figure else { return }
    #expect(change.people == nil && change.pairs == .rounded(40))
  }

  @Test func aNetworksMeanIsThatOfItsPracticesWhereRecordsWouldGiveOneAway() async throws {
    var measure = measure(.meanChange)
    measure.publishBy = [.practice: .year, .pcn: .year]
    let network = Area(level: .pcn, code: "DEMON1", name: "Network")
    let here = Located("DEMO01", at: .file("content/data/practices.csv"))
    let listed = ["DEMO01", "DEMO02", "DEMO03"].map { code in
      ListedPractice(code: here.map { _ in code }, name: code, pcn: network)
    }
    var fixture = SiteFixture()
    fixture.measure = measure
    for (code, pairs, mean) in [("DEMO01", 20, 2.0), ("DEMO02", 30, 1), ("DEMO03", 8, -5)] {
      fixture.add("2025", change(pairs, mean: mean, sd: 1), practice: code)
    }
    var site = fixture.site
    site.practices = listed
    let series = try #require(await compute(site).value.evidence.others.first { $0.area == network })
    guard case .change(let change) = series.points[0].figure else { return }
    #expect(change.pairsOfPractices == .summed(50, possible: 46...54) && change.mean?.value == 1.4)
  }
}
