import Testing

@testable import PackhorseStatistics

@Suite struct ShareImprovedTests {
  @Test func boundsHoldWhateverBecameOfTheMissing() throws {
    let share = try #require(ShareImproved(improved: 12, followed: 20, referred: 50))
    #expect(share.share == 0.6 && share.completeness == 0.4)
    #expect(share.boundsForTheMissing == 0.24...0.84)
    #expect(share.interval(confidence: 0.95) == wilsonInterval(12, of: 20, confidence: 0.95))
    let widest = try #require(share.widestInterval(confidence: 0.95))
    #expect(widest.lowerBound == wilsonInterval(12, of: 50, confidence: 0.95)?.lowerBound)
    #expect(widest.upperBound == wilsonInterval(42, of: 50, confidence: 0.95)?.upperBound)
    for missing in 0...30 {
      #expect(share.boundsForTheMissing.contains(Double(12 + missing) / 50))
    }
  }

  @Test func nobodyMissingLeavesNothingOpen() throws {
    let share = try #require(ShareImproved(improved: 7, followed: 9, referred: 9))
    #expect(share.boundsForTheMissing == 7.0 / 9...7.0 / 9 && share.completeness == 1)
    #expect(share.widestInterval(confidence: 0.998) == share.interval(confidence: 0.998))
  }

  @Test(arguments: [
    (-1, 5, 5), (6, 5, 9), (1, 0, 5), (0, 0, 0), (1, 6, 5), (.nan, 5, 5), (1, .nan, 5), (1, 2, .nan),
    (1, 2, .infinity), (.infinity, .infinity, .infinity),
  ])
  func isAbsentForCountsThatCannotBe(improved: Double, followed: Double, referred: Double) {
    #expect(ShareImproved(improved: improved, followed: followed, referred: referred) == nil)
  }

  @Test(arguments: [0.1, 1.0 / 3, 7, 123_456_789.3, 1e100])
  func boundsStayWithinNoneAndAllHoweverTheyRound(followed: Double) throws {
    for part in [0, 0.1, 0.7, 1] {
      for times in [1, 1.1, 3] {
        let share = try #require(
          ShareImproved(improved: followed * part, followed: followed, referred: followed * times))
        #expect(share.boundsForTheMissing.lowerBound >= 0 && share.boundsForTheMissing.upperBound <= 1)
        let widest = try #require(share.widestInterval(confidence: 0.95))
        #expect(widest.lowerBound.sign == .plus && widest.upperBound <= 1)
      }
    }
  }
}
