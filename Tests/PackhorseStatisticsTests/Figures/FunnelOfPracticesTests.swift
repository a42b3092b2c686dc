import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct FunnelOfPracticesTests {
  private func funnel(_ counts: [(Int, Int)]) async throws -> PublishedFunnel? {
    try await funnel(rows: counts.map { [("2025", $0.0, $0.1)] }, .nhsDigital)
  }

  /// Each practice's rows: a period, a part and its whole.
  private func funnel(rows: [[(String, Int, Int)]], _ disclosure: Disclosure) async throws -> PublishedFunnel?
  {
    var fixture = SiteFixture()
    fixture.settings.disclosure = disclosure
    let here = Located("DEMO01", at: .file("content/data/practices.csv"))
    var listed: [ListedPractice] = []
    for (index, rows) in rows.enumerated() {
      let code = "DEMO\(padded(index + 1, 2))"
      listed.append(ListedPractice(code: here.map { _ in code }, name: "Practice \(index + 1)"))
      for (period, part, whole) in rows { fixture.add(period, part, of: whole, practice: code) }
    }
    var site = fixture.site
    site.practices = listed
    let evidence = await compute(site).value.evidence
    return evidence.funnel(around: try #require(evidence.series.first))
  }

  @Test func fourPracticesMakeNoFunnelAndFiveDo() async throws {
    #expect(try await funnel(Array(repeating: (20, 40), count: 4)) == nil)
    let funnel = try await #require(funnel(Array(repeating: (20, 40), count: 5)))
    #expect(funnel.units.count == 5 && funnel.centre == 0.5 && !funnel.isOverdispersed && funnel.absent == 0)
  }

  @Test func itRestsOnToldCountsAndSaysHowManyHaveNone() async throws {
    let counts = [(21, 43), (31, 62), (44, 81), (12, 33), (52, 104), (3, 40)]
    let funnel = try await #require(funnel(counts))
    #expect(funnel.units.map(\.size) == [45, 60, 80, 35, 105] && funnel.absent == 1)
    let values: [Double] = [20.0 / 45, 30.0 / 60, 45.0 / 80, 10.0 / 35, 50.0 / 105]
    #expect(funnel.units.map(\.value) == values)
  }

  @Test func limitsNarrowAsPracticesGrowAndHoldTheAxis() async throws {
    let funnel = try await #require(funnel([(21, 43), (31, 62), (44, 81), (12, 33), (152, 304)]))
    let widths = funnel.limits.map { $0.at95.upperBound - $0.at95.lowerBound }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
    #expect(funnel.limits.allSatisfy { $0.at998.lowerBound <= $0.at95.lowerBound })
    #expect(funnel.limits.last?.size == funnel.sizeAxis.last)
    #expect(funnel.units.allSatisfy { $0.value <= funnel.valueAxis.last ?? 0 })
  }

  @Test func aPracticeFarFromTheOthersLiesOutsideTheLimits() async throws {
    var counts = Array(repeating: (100, 200), count: 30)
    counts[4] = (20, 200)
    let funnel = try await #require(funnel(counts))
    #expect(funnel.units[4].position == .below998)
    #expect(funnel.units.count { $0.position == .within } == 29)
  }

  /// Three quarters of 2 count as 4 each, and may have been 7 for all that a reader knows.
  @Test func whatRoundingOfSumsMayHavePutOutsideLiesWithin() async throws {
    let quarters = (1...4).map { "2025-Q\($0)" }
    var rows = Array(repeating: quarters.map { ($0, 8, 16) }, count: 30)
    rows[4] = zip(quarters, [8, 2, 2, 2]).map { ($0, $1, 16) }
    func position(_ disclosure: Disclosure) async throws -> FunnelPosition {
      try await #require(funnel(rows: rows, disclosure)).units[4].position
    }
    #expect(try await position(.nhsDigital) == .below998)
    #expect(try await position(.sumOfCells) == .within)
    rows[4] = quarters.map { ($0, 8, 60) }
    #expect(try await position(.sumOfCells) == .below998, "whatever its sums stand for")
  }
}
