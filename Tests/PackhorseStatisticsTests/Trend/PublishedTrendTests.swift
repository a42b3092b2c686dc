import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct PublishedTrendTests {
  private func trend(
    _ counts: [Int], kind: Measure.Kind = .proportion, byYear: Bool = true, without gap: Int? = nil
  ) async -> PublishedTrend? {
    var fixture = SiteFixture(publishBy: byYear ? .year : .quarter)
    fixture.measure.kind = kind
    for (index, count) in counts.enumerated() where index != gap {
      let value: Observation.Value =
        kind == .proportion ? .proportion(numerator: count, denominator: 500) : .count(count)
      fixture.add(byYear ? "\(2018 + index)" : "\(2018 + index / 4)-Q\(index % 4 + 1)", value)
    }
    return await compute(fixture.site).value.evidence.series[0].trend
  }

  @Test func fiveYearsThatRiseOrFallAreATrend() async {
    #expect(await trend([100, 150, 200, 250, 300]) == .higher)
    #expect(await trend([300, 250, 200, 150, 100]) == .lower)
    #expect(await trend([100, 104, 99, 103, 101]) == .unclear)
  }

  @Test func nothingIsSaidOfFourYearsOfAGapOrOfQuarters() async {
    #expect(await trend([100, 150, 200, 250]) == nil)
    #expect(await trend([100, 150, 200, 250, 300], without: 2) == nil)
    #expect(await trend([100, 150, 200, 250, 300], byYear: false) == nil)
    #expect(await trend([100, 150, 3, 250, 300]) == nil, "withheld")
  }

  @Test func nothingIsSaidOfCountsOrOfPartsOfYears() async {
    #expect(await trend([100, 150, 200, 250, 300], kind: .count) == nil)
    var fixture = SiteFixture(publishBy: .year)
    for year in 2018...2021 { fixture.add("\(year)", 40 * (year - 2017), of: 500) }
    fixture.add("2022-Q1", 300, of: 500)
    #expect(await compute(fixture.site).value.evidence.series[0].trend == nil)
  }
}
