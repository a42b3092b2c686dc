import Testing

@testable import PackhorseStatistics

@Suite struct ChartAxisTests {
  @Test(arguments: [
    ([0.47], [0, 0.25, 0.5]), ([0.55], [0, 0.2, 0.4, 0.6]), ([0.35, 0.1], [0, 0.2, 0.4]),
    ([0.28], [0, 0.1, 0.2, 0.3]), ([1], [0, 0.25, 0.5, 0.75, 1]), ([0.004], [0, 0.01, 0.02]),
    ([], [0, 0.25, 0.5, 0.75, 1]),
  ])
  func marksRoundShares(shares: [Double], marks: [Double]) {
    #expect(chartAxis(holding: shares) == marks)
  }

  @Test func holdsEveryShareWithFewMarks() throws {
    for thousandth in 0...1000 {
      let axis = chartAxis(holding: [Double(thousandth) / 1000])
      let end = try #require(axis.last)
      #expect(axis.first == 0 && end <= 1 && end >= Double(thousandth) / 1000)
      #expect((3...6).contains(axis.count))
    }
  }
}
