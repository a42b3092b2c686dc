import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// What is published now stands beside what was published before.
@Suite struct ReleasedTests {
  private let day = CalendarDate(year: 2026, month: 5, day: 1)

  /// A practice's year of people by quarter, of whom `tookUp` took something up.
  private func site(_ quarters: [(whole: Int, tookUp: Int)]) -> SiteFixture {
    var fixture = SiteFixture(publishBy: .year)
    for (index, quarter) in quarters.enumerated() {
      fixture.add("2025-Q\(index + 1)", quarter.tookUp, of: quarter.whole)
    }
    return fixture
  }

  private func evidence(_ fixture: SiteFixture, after released: [ReleasedFigure] = []) async
    -> PublishedEvidence
  {
    var site = fixture.site
    site.released = released
    return await compute(site).value.evidence
  }

  private func first(_ evidence: PublishedEvidence) throws -> PublishedPoint {
    try #require(evidence.series.first?.points.first)
  }

  /// 65 and again 65: at most 4 people came, so they are not 5, 6 or 7.
  @Test func aYearThatGrewByFewPeopleIsWithheldBesideItsFirstNineMonths() async throws {
    let nineMonths = site([(20, 11), (25, 12), (19, 10)])
    let released = await evidence(nineMonths).released(on: try #require(day))
    #expect(released.map(\.count) == [65, 35])
    let year = site([(20, 11), (25, 12), (19, 10), (1, 0)])
    let alone = try first(await evidence(year))
    #expect(alone.numerator == .rounded(35) && alone.denominator == .rounded(65))
    let beside = try first(await evidence(year, after: released))
    #expect(beside.denominator == .withheld && beside.numerator == .withheld)
  }

  /// 65 and then 70: between 1 and 9 people came, which tells nothing of a count of 1 to 7.
  @Test func aYearThatLeavesEverySmallCountPossibleIsTold() async throws {
    let released = await evidence(site([(20, 11), (25, 12), (22, 12)])).released(on: try #require(day))
    let year = site([(20, 11), (25, 12), (22, 12), (3, 3)])
    #expect(try first(await evidence(year, after: released)).denominator == .rounded(70))
  }

  @Test func aYearThatGrewByManyIsToldAsBefore() async throws {
    let released = await evidence(site([(20, 11), (25, 12), (22, 10)])).released(on: try #require(day))
    let year = site([(20, 11), (25, 12), (22, 10), (60, 30)])
    #expect(try first(await evidence(year, after: released)) == first(await evidence(year)))
  }

  @Test func theSameFiguresAreSafeBesideThemselves() async throws {
    let fixture = site([(20, 11), (25, 12), (22, 10), (30, 9)])
    let released = await evidence(fixture).released(on: try #require(day))
    #expect(try first(await evidence(fixture, after: released)) == first(await evidence(fixture)))
  }

  @Test func aQuarterThatWasToldLeavesNoSmallRestOfAYear() async throws {
    var byQuarter = site([(20, 11)])
    byQuarter.measure.publishBy = [.practice: .quarter]
    let released = await evidence(byQuarter).released(on: try #require(day))
    let year = site([(20, 11), (1, 1)])
    #expect(try first(await evidence(year)).denominator == .rounded(20))
    #expect(try first(await evidence(year, after: released)).denominator == .withheld)
  }

  /// 50 of the year and 40 of its first quarter leave at least 6 for the second.
  @Test func aYearThatWasToldLeavesNoSmallRestOfItsQuarters() async throws {
    let year = site([(42, 20), (7, 4)])
    let released = await evidence(year).released(on: try #require(day))
    #expect(released.map(\.count) == [50, 25])
    var byQuarter = year
    byQuarter.measure.publishBy = [.practice: .quarter]
    #expect(try first(await evidence(byQuarter)).denominator == .rounded(40))
    #expect(try first(await evidence(byQuarter, after: released)).denominator == .withheld)
  }

  /// 50 of two practices and 50 of three: at most 4 people are of the third.
  @Test(arguments: [(true, PublishedCount.withheld), (false, .rounded(50))])
  func aPracticeWhoseRowsCameLateIsNotTheDifferenceOfTwoFigures(isNoted: Bool, told: PublishedCount)
    async throws
  {
    func network(_ counts: [String: Int]) -> ResolvedSite {
      var fixture = SiteFixture(publishBy: .year)
      fixture.measure.publishBy[.pcn] = .quarter
      for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
        fixture.add("2025-Q1", count, of: count, practice: code)
      }
      if counts["DEMO03"] != nil { fixture.add("2025-Q2", 30, of: 30, practice: "DEMO03") }
      var site = fixture.site
      let network = Area(level: .pcn, code: "N1", name: "North")
      site.practices = ["DEMO01", "DEMO02", "DEMO03"].map { code in
        ListedPractice(
          code: Located(code, at: .file("content/data/practices.csv")), name: code,
          memberships: [Membership(pcn: network)])
      }
      return site
    }
    let first = await compute(network(["DEMO01": 20, "DEMO02": 30])).value.evidence
    var released = first.released(on: try #require(day))
    let ofNetwork = try #require(released.first { $0.level == .pcn })
    #expect(ofNetwork.practices.written(in: ofNetwork.period, covered: 7) == "DEMO01 DEMO02")
    if !isNoted { for index in released.indices { released[index].practices = Members() } }
    var later = network(["DEMO01": 20, "DEMO02": 30, "DEMO03": 2])
    later.released = released
    let outcome = await compute(later)
    let series = try #require(outcome.value.evidence.others.first { $0.area.code == "N1" })
    #expect(outcome.diagnostics.isEmpty && series.points.map(\.denominator) == [told, .rounded(30)])
  }

  /// Records began in May and were released until August: the rows of the quarters at both ends were counted in part.
  @Test(arguments: [
    ("2025-Q1", false, false), ("2025-Q2", true, false), ("2025-Q3", true, false), ("2025-07", true, true),
  ])
  func aRowOfWhichAPartWasReleasedWasCounted(code: String, inPart: Bool, wholly: Bool) throws {
    let year = try #require(Period("2025"))
    var practices = Members()
    practices.add("DEMO01", in: year.firstMonth + 4..<year.firstMonth + 8)
    let figure = ReleasedFigure(
      date: try #require(day), level: .pcn, area: "N1", measure: "attended", period: year,
      months: 0b1111_0000,
      kind: .mean, count: 20, practices: practices)
    let row = try #require(Period(code))
    #expect(figure.counted(row, of: "DEMO01", wholly: false) == inPart)
    #expect(figure.counted(row, of: "DEMO01") == wholly)
    #expect(!figure.counted(row, of: "DEMO02", wholly: false))
  }

  @Test func figuresThatWereCorrectedSinceAreAboutOtherPeople() async throws {
    let released = await evidence(site([(20, 11), (25, 12), (22, 10)])).released(on: try #require(day))
    let corrected = site([(50, 31), (25, 12), (22, 10), (3, 1)])
    #expect(try first(await evidence(corrected, after: released)) == first(await evidence(corrected)))
  }

  @Test func aMeanOfNineMonthsLeavesNoMeanOfTheFewWhoCameLater() async throws {
    func site(_ pairs: [Int]) -> SiteFixture {
      var fixture = SiteFixture(publishBy: .year)
      fixture.measure.kind = .meanChange
      for (index, pairs) in pairs.enumerated() {
        fixture.add("2025-Q\(index + 1)", .change(ChangeSummary(pairs: pairs, mean: 1, sd: 2)))
      }
      return fixture
    }
    let released = await evidence(site([20, 25, 22])).released(on: try #require(day))
    #expect(released.map(\.kind) == [.mean, .count(0)])
    let few = try first(await evidence(site([20, 25, 22, 9]), after: released))
    #expect(few.figure.estimate == nil)
    let many = try first(await evidence(site([20, 25, 22, 30]), after: released))
    #expect(many.figure.estimate != nil)
  }

  /// No count of few people can be told from two releases: for each there is another that agrees with both.
  @Test(arguments: 1...200)
  func whatWasAddedSinceStaysAmongAllItsPossibleCounts(seed: UInt64) async throws {
    var numbers = Seeded(seed: seed)
    let wholes = (0..<4).map { _ in Int.random(in: 0...40, using: &numbers) }
    let late = Int.random(in: 1...7, using: &numbers)
    func year(_ last: Int) -> SiteFixture { site(wholes.prefix(3).map { ($0, $0 / 2) } + [(last, last)]) }
    let released = await evidence(site(wholes.prefix(3).map { ($0, $0 / 2) })).released(on: try #require(day))
    let told = try first(await evidence(year(late), after: released))
    guard case .rounded(let now) = told.denominator else { return }
    let before = wholes.prefix(3).reduce(0, +)
    let then = released.first { $0.kind == .count(0) }
    // Every number of people that could have come is among the differences that the two leave possible.
    let lowest = now - 2 - ((then.flatMap(\.count) ?? before) + 2)
    let highest = now + 2 - (then.flatMap { $0.count.map { max(0, $0 - 2) } } ?? 0)
    #expect(lowest <= 1 && highest >= 7, "\(now) after \(String(describing: then?.count))")
  }

  @Test func ofNobodyAmongFewNothingIsTold() async throws {
    let released = await evidence(site([(20, 11), (25, 12), (20, 10)])).released(on: try #require(day))
    // Of the 5 people who came since nobody took anything up, and that is theirs to tell.
    let beside = try first(await evidence(site([(20, 11), (25, 12), (20, 10), (5, 0)]), after: released))
    let alone = try first(await evidence(site([(20, 11), (25, 12), (20, 10), (5, 0)])))
    #expect(alone.numerator == .rounded(35) && beside.numerator == .withheld)
  }

  @Test func whatIsWithheldIsNotedAsWell() async throws {
    let released = await evidence(site([(20, 3)])).released(on: try #require(day))
    #expect(released.map(\.count) == [20, nil])
  }
}
