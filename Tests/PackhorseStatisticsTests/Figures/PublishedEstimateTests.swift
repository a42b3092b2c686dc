import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct PublishedEstimateTests {
  @Test func dividesThePrintedCounts() throws {
    let estimate = try #require(publicControl().estimate(.rounded(45), of: .rounded(110)))
    #expect(estimate.value == 45.0 / 110.0)
  }

  @Test func takesTheWidestIntervalOfTheClasses() throws {
    let estimate = try #require(publicControl().estimate(.rounded(45), of: .rounded(110)))
    let lowest = try #require(wilsonInterval(43, of: 112, confidence: 0.95)).lowerBound
    let highest = try #require(wilsonInterval(47, of: 108, confidence: 0.95)).upperBound
    #expect(agree(estimate.lower95, lowest, to: 1e-14) && agree(estimate.upper95, highest, to: 1e-14))
  }

  @Test func usesExactCountsAlone() throws {
    var settings = SiteSettings()
    settings.audience = .practice
    settings.disclosure = .none
    let estimate = try #require(DisclosureControl(settings).estimate(.exact(3), of: .exact(11)))
    let interval = try #require(wilsonInterval(3, of: 11, confidence: 0.998))
    #expect(agree(estimate.lower998, interval.lowerBound, to: 1e-14))
    #expect(agree(estimate.upper998, interval.upperBound, to: 1e-14))
  }

  @Test(arguments: [
    (PublishedCount.withheld, PublishedCount.rounded(20)), (.withheld, .withheld), (.exact(0), .withheld),
    (.notAvailable, .exact(0)), (.exact(0), .exact(0)), (.notAvailable, .notAvailable),
    (.rounded(20), .rounded(10)),
  ])
  func isAbsentWhereACountIs(numerator: PublishedCount, denominator: PublishedCount) {
    #expect(publicControl().estimate(numerator, of: denominator) == nil)
  }

  @Test(arguments: [true, false])
  func enclosesThePrintedAndTheExactShareOfEveryPairUpToTwoHundred(showsZero: Bool) {
    let control = publicControl(showsZero: showsZero)
    var known: [[PublishedCount]: Estimate?] = [:]
    for whole in 0...200 {
      for part in 0...whole {
        let (numerator, denominator) = control.published(part, of: whole)
        let key = [numerator, denominator]
        let estimate = known[key] ?? control.estimate(numerator, of: denominator)
        known[key] = estimate
        guard let estimate else {
          #expect(numerator.shown == nil || whole == 0)
          continue
        }
        #expect(estimate.value == Double(numerator.shown ?? -1) / Double(denominator.shown ?? 0))
        let share = Double(part) / Double(whole)
        for inside in [share, estimate.value] {
          #expect(estimate.lower95 <= inside && inside <= estimate.upper95, "\(part) of \(whole)")
        }
        #expect(0 <= estimate.lower998 && estimate.lower998 <= estimate.lower95)
        #expect(estimate.upper95 <= estimate.upper998 && estimate.upper998 <= 1)
        #expect(estimate.lower95.sign == .plus && estimate.lower998.sign == .plus)
      }
    }
  }
}
