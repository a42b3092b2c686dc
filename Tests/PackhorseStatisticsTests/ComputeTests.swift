import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct ComputeTests {
  @Test func addsUpExactlyBeforeItRounds() async throws {
    var fixture = SiteFixture(publishBy: .year)
    for quarter in 1...4 { fixture.add("2025-Q\(quarter)", 11, of: 26) }
    let point = try #require(await compute(fixture.site).value.evidence.series.first?.points.first)
    #expect(point.period.code == "2025" && point.monthsCovered == 12 && !point.isPartial)
    #expect(point.numerator == .rounded(45) && point.denominator == .rounded(105))
  }

  /// More practices than are told at a time: the last belong with the first, so that their order has to be kept.
  @Test func aNationIsToldInTheOrderOfItsAreas() async throws {
    var fixture = SiteFixture(publishBy: .quarter)
    let boards = ["B1", "B2"].map { Area(level: .icb, code: $0, name: $0) }
    let practices = (1...750).map { number in
      ListedPractice(
        code: Located("P\(1000 + number)", at: .file("content/data/practices.csv")), name: "P\(number)",
        memberships: [Membership(icb: boards[(251...500).contains(number) ? 1 : 0])])
    }
    for practice in practices { fixture.add("2025-Q1", 20, of: 40, practice: practice.code.value) }
    var site = fixture.site
    site.practices = practices
    site.publication.settings.practices = .all(at: .file("content/site.yml"))
    let areas = Areas(site)
    #expect(areas.lots.count == 2)
    let outcome = await compute(site, jobs: 2)
    let series = outcome.value.evidence.all
    #expect(outcome.diagnostics.isEmpty && series.map(\.area) == areas.entries.map(\.area))
    #expect(
      series.allSatisfy { series in
        let counted = series.area.level == .practice ? 1 : series.area.code == "B1" ? 500 : 250
        return series.points.map(\.denominator) == [.rounded(40 * counted)]
      })
  }

  /// One file knows nobody's scores before, another does: they are told alike, in whatever lot they are.
  @Test func whatAnotherLotDoesNotKnowIsNotToldInThisOne() async throws {
    var fixture = SiteFixture(publishBy: .quarter)
    fixture.measure.kind = .meanChange
    let practices = (1...500).map { number in
      ListedPractice(
        code: Located("P\(1000 + number)", at: .file("content/data/practices.csv")), name: "P\(number)",
        memberships: [Membership(icb: Area(level: .icb, code: number <= 250 ? "B1" : "B2", name: "B"))])
    }
    for (place, practice) in practices.enumerated() {
      var change = ChangeSummary(pairs: 40, mean: 1, sd: 2)
      if place < 499 { (change.people, change.before) = (80, 60) }
      fixture.add("2025-Q1", .change(change), practice: practice.code.value)
    }
    var site = fixture.site
    site.practices = practices
    site.publication.settings.practices = .all(at: .file("content/site.yml"))
    let series = await compute(site, jobs: 2).value.evidence.all
    #expect(series.allSatisfy { $0.points.map(\.denominator) == [.notAvailable] })
  }

  @Test func namesTheAreaAndTheMeasure() async throws {
    let series = try #require(await compute(SiteFixture().site).value.evidence.series(for: "attended"))
    #expect(series.area == Area(level: .practice, code: "DEMO01", name: "Demo Surgery"))
    #expect(series.points.isEmpty && series.axis.last == 1)
  }

  @Test func keepsAPeriodOfWhichOnlyAPartIsCovered() async throws {
    var fixture = SiteFixture(publishBy: .financialYear)
    fixture.add("2025-Q2", 20, of: 40)
    fixture.add("2026-03", 20, of: 40)
    let point = try #require(await compute(fixture.site).value.evidence.series.first?.points.first)
    #expect(point.period.code == "2025/26" && point.monthsCovered == 4 && point.isPartial)
    #expect(point.numerator == .rounded(40))
  }

  @Test func showsPeriodsWithoutRowsBetweenTheFirstAndTheLast() async throws {
    var fixture = SiteFixture(publishBy: .quarter)
    fixture.add("2025-12", 20, of: 40)
    fixture.add("2025-Q1", 20, of: 40)
    let points = try #require(await compute(fixture.site).value.evidence.series.first?.points)
    #expect(points.map(\.period.code) == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"])
    #expect(points[1].numerator == .notAvailable && points[1].denominator == .notAvailable)
    #expect(points[1].estimate == nil && points[1].monthsCovered == 0)
  }

  @Test(arguments: [
    ("2025", Period.Length.quarter), ("2025", .financialYear), ("2025/26", .year), ("2025-Q1", .month),
  ])
  func reportsAPeriodThatIsTooLong(period: String, length: Period.Length) async throws {
    var fixture = SiteFixture(publishBy: length)
    fixture.add(period, 20, of: 40)
    let outcome = await compute(fixture.site)
    #expect(outcome.diagnostics.map(\.id) == ["period-too-long"])
    #expect(outcome.diagnostics.first?.span == fixture.rows.first?.practice.span)
    #expect(outcome.value.evidence.series.first?.points.isEmpty == true)
  }

  @Test(arguments: [("2025-Q1", "2025-Q1"), ("2025-Q1", "2025-02"), ("2025", "2025-12")])
  func countsNobodyTwice(first: String, second: String) async throws {
    var fixture = SiteFixture(publishBy: .year)
    fixture.add(first, 20, of: 40)
    fixture.add(second, 20, of: 40)
    let outcome = await compute(fixture.site)
    #expect(outcome.diagnostics.map(\.id) == ["period-counted-twice"])
    #expect(outcome.value.evidence.series.first?.points.first?.denominator == .rounded(40))
  }

  @Test(arguments: [(41, 40), (-1, 40), (-2, -1), (0, Int.min), (0, Int.max), (Int.max, Int.max), (1, 0)])
  func refusesImpossibleCountsWithoutQuotingThem(numerator: Int, denominator: Int) async throws {
    var fixture = SiteFixture()
    fixture.add("2025", numerator, of: denominator)
    let outcome = await compute(fixture.site)
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(outcome.diagnostics.count == 1 && diagnostic.id == "impossible-counts")
    #expect(!"\(diagnostic)".contains("41"))
    #expect(outcome.value.evidence.series.first?.points.isEmpty == true)
  }

  @Test func passesOverOtherPracticesAndUnknownMeasures() async {
    var fixture = SiteFixture()
    fixture.add("2025", 20, of: 40, practice: "DEMO02")
    fixture.add("2025", 20, of: 40, measure: "other")
    let outcome = await compute(fixture.site)
    #expect(outcome.diagnostics.isEmpty && outcome.value.evidence.series.first?.points.isEmpty == true)
  }

  @Test func leavesNoExactCountBehind() async throws {
    var fixture = SiteFixture()
    fixture.add("2025", 46, of: 113)
    let text = "\(try #require(await compute(fixture.site).value.evidence.series.first))"
    #expect(text.contains("rounded(45)") && text.contains("rounded(115)") && !text.contains("exact("))
  }

  @Test func givesExactCountsToThePracticeItself() async throws {
    var fixture = SiteFixture()
    fixture.settings.audience = .practice
    fixture.settings.disclosure = .none
    fixture.add("2025", 3, of: 7)
    let evidence = await compute(fixture.site).value.evidence
    #expect(evidence.isExact)
    #expect(evidence.series.first?.points.first?.numerator == .exact(3))
  }

  @Test(arguments: 1...20)
  func theOrderOfRowsMakesNoDifference(seed: UInt64) async {
    var numbers = Seeded(seed: seed)
    var fixture = SiteFixture(publishBy: .quarter)
    for _ in 0..<60 {
      let whole = Int.random(in: 0...30, using: &numbers)
      let month = padded(Int.random(in: 1...12, using: &numbers), 2)
      fixture.add(
        "202\(Int.random(in: 3...5, using: &numbers))-\(month)", Int.random(in: 0...whole, using: &numbers),
        of: whole)
    }
    let outcome = await compute(fixture.site)
    fixture.rows.shuffle(using: &numbers)
    let shuffled = await compute(fixture.site)
    #expect(outcome.value.evidence.series.map(\.points) == shuffled.value.evidence.series.map(\.points))
    #expect(outcome.diagnostics == shuffled.diagnostics)
  }

  /// Each period stands alone: what is printed of the others says nothing of the people counted in it.
  @Test(arguments: 1...20)
  func aSeriesNarrowsNoWithheldCount(seed: UInt64) async throws {
    var numbers = Seeded(seed: seed)
    var fixture = SiteFixture(publishBy: .quarter)
    for month in 1...12 {
      let whole = Int.random(in: 0...12, using: &numbers)
      fixture.add("2025-\(padded(month, 2))", Int.random(in: 0...whole, using: &numbers), of: whole)
    }
    let published = try #require(await compute(fixture.site).value.evidence.series.first)
    for (index, point) in published.points.enumerated() where point.numerator == .withheld {
      let wholes =
        point.denominator == .withheld ? 7...7 : publicControl().counts(behind: point.denominator) ?? 0...0
      for part in 1...7 {
        var other = SiteFixture(publishBy: .quarter)
        other.rows = fixture.rows.filter { $0.period.containing(.quarter) != point.period }
        other.add("\(point.period.code)", part, of: wholes.upperBound)
        let twin = try #require(await compute(other.site).value.evidence.series.first)
        #expect(twin.points.map(\.numerator) == published.points.map(\.numerator))
        #expect(twin.points.map(\.denominator) == published.points.map(\.denominator))
        #expect(twin.points[index].estimate == point.estimate && twin.axis == published.axis)
      }
    }
  }
}
