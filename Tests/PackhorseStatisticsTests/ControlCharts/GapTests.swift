import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct GapTests {
  @Test func aGapIsReportedAndEndsAShift() throws {
    let steady = [2.0, 9, 2, 9, 2, 9, 2]
    let whole = try #require(xmrChart(readings(steady + Array(repeating: 8, count: 8)), screening: .none))
    #expect(whole.gaps.isEmpty && whole.points.suffix(7).allSatisfy { $0.specialCause?.rule == .shift })
    let high = Array(repeating: 8.0, count: 4)
    let broken = try #require(xmrChart(readings(steady + high + [nil] + high), screening: .none))
    #expect(broken.gaps == [11])
    #expect(broken.points.allSatisfy { $0.specialCause == nil })
    #expect(broken.points[11].reading == .missing && broken.points[11].limits != nil)
  }

  @Test func aGapEndsATrend() throws {
    let rising = (1...8).map(Double.init)
    let whole = try #require(xmrChart(readings([5, 4, 6, 3] + rising), screening: .none))
    #expect(whole.points.contains { $0.specialCause?.rule == .trend })
    let broken = try #require(
      xmrChart(readings([5, 4, 6, 3] + rising.prefix(4) + [nil] + rising.suffix(4)), screening: .none))
    #expect(!broken.points.contains { $0.specialCause?.rule == .trend })
  }

  @Test func aGapEndsTwoOfThree() {
    let limits = ProcessLimits(centre: 0, distance: 3)
    for (readings, marks) in [(readings([2.5, 1, 2.5]), 2), (readings([2.5, nil, 2.5]), 0)] {
      let segments = controlSegments(readings, [], nil) ?? []
      let points = controlPoints(readings, [limits, limits, limits], in: segments)
      #expect(points.count { $0.specialCause?.rule == .twoOfThree } == marks)
    }
  }

  @Test func noMovingRangeSpansAGap() throws {
    #expect(meanMovingRange(readings([1, 2, nil, 90, 91]), screening: .none) == 1)
    #expect(meanMovingRange(readings([1, nil, 90]), screening: .none) == nil)
  }

  @Test func aGapIsNoFirstReadingOfABaseline() throws {
    let chart = try #require(xmrChart(readings([nil, 4, nil, 6, 8, 50]), screening: .none, baseline: 3))
    // 4, gap, 6, 8: the mean is 6 and the one moving range 2.
    let limits = try #require(chart.points[0].limits)
    #expect(limits.centre == 6 && agree(limits.upper, 6 + 5.32, to: 1e-15))
  }
}
