import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// With `disclosure: sum-of-cells` all that is published is a function of the cells' classes.
@Suite struct SumOfCellsTests {
  private typealias Row = (period: String, practice: String, whole: Int, part: Int)

  @Test func aCellIsToldAsARoundedCountAndASmallOneIsWithheld() {
    #expect(
      [0, 1, 7, 8, 12, 13].map { CellSum(of: $0).told }
        == [.exact(0), .withheld, .withheld, .rounded(10), .rounded(10), .rounded(15)])
  }

  @Test func sumsHoldWhatEachCellMayBe() {
    let sum = [10, 3, 0, 42].map(CellSum.init(of:)).sum
    #expect(sum.told == .summed(10 + 4 + 0 + 40, possible: 8 + 1 + 0 + 38...12 + 7 + 0 + 42))
    #expect([3, 4, 0].map(CellSum.init(of:)).sum.told == .withheld, "small counts alone")
  }

  @Test func ofAGroupOfFewNothingIsToldOfItsParts() {
    func told(_ whole: Int, _ parts: [Int], _ order: PeriodCounts.Order = .nested) -> ToldCounts {
      RowCells(PeriodCounts(whole: whole, parts: parts, order: order, months: 1)).told(order)
    }
    #expect(told(5, [0]) == told(7, [7]) && told(5, [0]).parts == [.withheld])
    #expect(told(30, [5, 0, 0]) == told(30, [5, 5, 2]), "nobody of 5 is a secret too")
    #expect(told(5, [5, 0], .apart) == told(2, [1, 1], .apart))
    #expect(told(0, [0]).parts == [.notAvailable])
  }

  /// Counts of the same classes in place of others.
  private func alike(_ row: Row, _ random: inout Seeded) -> Row {
    var row = row
    func other(_ count: Int) -> Int {
      if count == 0 { return 0 }
      if count < 8 { return Int.random(in: 1...7, using: &random) }
      let nearest = (count + 2) / 5 * 5
      return Int.random(in: max(8, nearest - 2)...nearest + 2, using: &random)
    }
    guard row.whole >= 8 else {
      row.whole = other(row.whole)
      row.part = Int.random(in: 0...row.whole, using: &random)
      return row
    }
    let (part, rest) = (row.part, row.whole - row.part)
    // That there are 8 or more shows; small parts and rests of them can still be 1 to 7 each.
    repeat {
      row.part = other(part)
      row.whole = row.part + other(rest)
    } while row.whole < 8
    return row
  }

  private func rows(_ random: inout Seeded) -> [Row] {
    (0..<6).flatMap { practice in
      (1...4).map { quarter in
        let whole = Int.random(in: 0...([3, 12, 60].randomElement(using: &random) ?? 3), using: &random)
        return ("2025-Q\(quarter)", "DEMO0\(practice)", whole, Int.random(in: 0...whole, using: &random))
      }
    }
  }

  private func evidence(
    _ rows: [Row], kind: Measure.Kind = .proportion, practicesBy length: Period.Length,
    disclosure: Disclosure = .sumOfCells
  ) async -> PublishedEvidence {
    var fixture = SiteFixture(publishBy: length)
    fixture.settings.disclosure = disclosure
    fixture.measure.kind = kind
    fixture.measure.publishBy[.pcn] = .quarter
    fixture.measure.statuses = [.init(word: "a", title: "A"), .init(word: "b", title: "B")]
    for row in rows {
      let value: Observation.Value =
        switch kind {
        case .flow: .flow([row.part, row.whole - row.part])
        case .count: .count(row.whole)
        default: .proportion(numerator: row.part, denominator: row.whole)
        }
      fixture.add(row.period, value, practice: row.practice)
    }
    var site = fixture.site
    let here = Located("", at: .file("content/data/practices.csv"))
    site.practices = (0..<6).map { practice in
      ListedPractice(
        code: here.map { _ in "DEMO0\(practice)" }, name: "P",
        pcn: Area(level: .pcn, code: "DEMON\(practice % 2)", name: "N"),
        icb: Area(level: .icb, code: "DEMOB", name: "B"))
    }
    return await compute(site).value.evidence
  }

  private func told(_ evidence: PublishedEvidence) -> [[PublishedPoint]] {
    (evidence.series + evidence.others).map(\.points)
  }

  /// Nobody who holds all that is published can tell a cell from another of its class.
  @Test(arguments: [Measure.Kind.proportion, .flow], [Period.Length.year, .quarter])
  func otherCountsOfTheSameClassesPublishTheSame(kind: Measure.Kind, length: Period.Length) async {
    var changed = 0
    for seed in 1...60 {
      var random = Seeded(seed: UInt64(seed))
      let rows = rows(&random)
      let others = rows.map { alike($0, &random) }
      let (one, other) = (
        await evidence(rows, kind: kind, practicesBy: length),
        await evidence(others, kind: kind, practicesBy: length)
      )
      #expect(told(one) == told(other), "seed \(seed)")
      #expect(one.funnels == other.funnels && one.commonAxes == other.commonAxes)
      var rounded: [[[PublishedPoint]]] = []
      for rows in [rows, others] {
        rounded.append(
          told(await evidence(rows, kind: kind, practicesBy: length, disclosure: .nhsDigital)))
      }
      if rounded[0] != rounded[1] { changed += 1 }
    }
    #expect(changed > 50, "sums of exact counts do tell them apart")
  }

  @Test func theTruthLiesInEveryRangeAndEveryInterval() async {
    var sums = 0
    for seed in 1...60 {
      var random = Seeded(seed: UInt64(seed))
      let rows = rows(&random)
      let evidence = await evidence(rows, practicesBy: .year)
      for series in evidence.series + evidence.others {
        for point in series.points {
          let counted = rows.filter { row in
            Period(row.period).map(point.period.holds) == true
              && (series.area.level == .icb || row.practice == series.area.code
                || series.area.code == "DEMON\((row.practice.last?.wholeNumberValue ?? 0) % 2)")
          }
          let (part, whole) = (counted.reduce(0) { $0 + $1.part }, counted.reduce(0) { $0 + $1.whole })
          if let possible = point.numerator.possible { #expect(possible.contains(part)) }
          if let possible = point.denominator.possible { #expect(possible.contains(whole)) }
          guard let estimate = point.estimate, case .summed = point.denominator else { continue }
          sums += 1
          let share = Double(part) / Double(whole)
          #expect(estimate.lower95 <= share && share <= estimate.upper95)
          #expect(estimate.lower95 <= estimate.value && estimate.value <= estimate.upper95)
        }
      }
    }
    #expect(sums > 200)
  }

  @Test func intervalsAreTheWidestThatPartAndRestAllow() throws {
    let (part, rest) = (17...27, 30...38)
    let estimate = try #require(
      publicControl().estimate(
        .summed(22, possible: part), of: .summed(56, possible: 47...65), rest: rest))
    let all = part.flatMap { x in
      rest.compactMap { wilsonInterval(Double(x), of: Double(x + $0), confidence: 0.95) }
    }
    #expect(agree(estimate.lower95, try #require(all.map(\.lowerBound).min()), to: 1e-14))
    #expect(agree(estimate.upper95, try #require(all.map(\.upperBound).max()), to: 1e-14))
  }

  @Test func aMeanNeedsPeopleWhoAreSure() async throws {
    for (pairs, isTold) in [(12, false), (13, true)] {
      var fixture = SiteFixture()
      fixture.settings.disclosure = .sumOfCells
      fixture.measure.kind = .meanChange
      fixture.add("2025", .change(ChangeSummary(pairs: pairs, mean: 1, sd: 1)))
      let point = try #require(await compute(fixture.site).value.evidence.series[0].points.first)
      #expect((point.figure.estimate != nil) == isTold, "10 stands for 8 to 12, 15 for 13 to 17")
    }
  }

  @Test func twoMeasuresOfTheSamePeopleAreRefused() async {
    var fixture = SiteFixture()
    fixture.settings.disclosure = .sumOfCells
    fixture.settings.disclosureSpan = SourceSpan(path: "content/site.yml", line: 4, column: 1, length: 10)
    for (period, count) in [("2024", 30), ("2025", 41)] {
      fixture.add(period, 12, of: count)
      fixture.add(period, 7, of: count, measure: "finished")
    }
    var site = fixture.site
    #expect(await compute(site).diagnostics == [])
    site.measures.append(Measure(id: "finished"))
    let diagnostics = await compute(site).diagnostics
    #expect(diagnostics.map(\.id) == ["same-people-in-sums"])
    #expect(diagnostics.first?.span?.start.line == 4)
    site.publication.settings.disclosure = .nhsDigital
    #expect(await compute(site).diagnostics == [])
  }

  @Test func whatWasReleasedInAnotherWayIsRefused() async throws {
    var fixture = SiteFixture()
    fixture.add("2025", 20, of: 40)
    let day = try #require(CalendarDate(year: 2026, month: 5, day: 1))
    let released = await compute(fixture.site).value.evidence.released(on: day)
    fixture.settings.disclosure = .sumOfCells
    var site = fixture.site
    site.released = released
    #expect(await compute(site).diagnostics.map(\.id) == ["released-before-sums"])
  }
}
