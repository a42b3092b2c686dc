import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct ChartAxisTests {
  @Test(arguments: [
    ([0.47], [0, 0.25, 0.5]), ([0.55], [0, 0.2, 0.4, 0.6]), ([0.35, 0.1], [0, 0.2, 0.4]),
    ([0.28], [0, 0.1, 0.2, 0.3]), ([1], [0, 0.25, 0.5, 0.75, 1]), ([0.004], [0, 0.01, 0.02]),
    ([], [0, 0.25, 0.5, 0.75, 1]),
  ])
  func marksRoundShares(shares: [Double], marks: [Double]) {
    #expect(shareAxis(holding: shares) == marks)
  }

  @Test func holdsEveryShareWithFewMarks() throws {
    for thousandth in 0...1000 {
      let axis = shareAxis(holding: [Double(thousandth) / 1000])
      let end = try #require(axis.last)
      #expect(axis.first == 0 && end <= 1 && end >= Double(thousandth) / 1000)
      #expect((3...6).contains(axis.count))
    }
  }

  @Test(arguments: [
    ([4.2, 5.1], [0, 2, 4, 6]), ([0.12], [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12]),
    ([1200], [0, 200, 400, 600, 800, 1000, 1200]),
    ([-0.4, 1.8], [-0.5, 0, 0.5, 1, 1.5, 2]), ([-3.1, -0.5], [-4, -2, 0]), ([0], [0, 0.5, 1]),
    ([], [0, 0.5, 1]),
  ])
  func marksRoundNumbersAroundZero(values: [Double], marks: [Double]) {
    #expect(chartAxis(holding: values) == marks)
  }

  @Test(arguments: 1...300)
  func holdsEveryNumberEvenlyApart(seed: UInt64) throws {
    var numbers = Seeded(seed: seed)
    let scale = [0.001, 0.1, 1, 30, 4000, 1e7][Int.random(in: 0...5, using: &numbers)]
    let values = (0..<4).map { _ in Double.random(in: -1...1, using: &numbers) * scale }
    let axis = chartAxis(holding: values)
    #expect((3...7).contains(axis.count) && axis.contains(0))
    let slack = 1e-9 * scale
    for value in values { #expect((axis[0] - slack...axis[axis.count - 1] + slack).contains(value)) }
    let steps = Set(zip(axis, axis.dropFirst()).map { (($1 - $0) / scale * 1e6).rounded() })
    #expect(steps.count == 1)
  }
}
