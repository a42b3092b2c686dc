import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct RebaseTests {
  private let readings = ([3, 5, 3, 5, 3, 5, 3] + [13, 15, 13, 15, 13, 15, 13]).map(Reading.value)

  @Test(arguments: ["", " ", "\n\t \u{A0}"])
  func cannotBeMadeWithoutAReason(reason: String) {
    #expect(Rebase(at: 3, reason: reason) == nil)
  }

  @Test func givesNewLimitsFromItsPeriodOn() throws {
    let rebase = try #require(Rebase(at: 7, reason: "A second link worker"))
    let chart = try #require(xmrChart(readings, screening: .none, rebases: [rebase]))
    #expect(chart.segments.map(\.periods) == [0..<7, 7..<14])
    #expect(chart.segments.map(\.rebase) == [nil, rebase])
    #expect(chart.segments.allSatisfy { $0.readings == 7 && $0.hasTrialLimits })
    #expect(agree(try limits(chart, 6).centre, 27.0 / 7, to: 1e-15))
    #expect(agree(try limits(chart, 7).centre, 97.0 / 7, to: 1e-15))
    #expect(chart.points.allSatisfy { $0.specialCause == nil })
  }

  @Test func noRunSpansIt() throws {
    let rising = (0..<12).map { Reading.value(Double($0)) }
    let whole = try #require(xmrChart(rising, screening: .none))
    #expect(whole.points.contains { $0.specialCause?.rule == .trend })
    let rebase = try #require(Rebase(at: 6, reason: "New form"))
    let parted = try #require(xmrChart(rising, screening: .none, rebases: [rebase]))
    #expect(!parted.points.contains { $0.specialCause?.rule == .trend })
  }

  @Test(arguments: [[0], [-1], [14], [.max], [.min], [5, 5]] as [[Int]])
  func liesInsideTheSeriesAndAlone(periods: [Int]) throws {
    let rebases = try periods.map { try #require(Rebase(at: $0, reason: "Why")) }
    #expect(xmrChart(readings, screening: .none, rebases: rebases) == nil)
    #expect(xmrChart([], screening: .none, rebases: rebases) == nil)
    #expect(countChart(.pPrime, Array(repeating: .missing, count: 14), rebases: rebases) == nil)
  }

  @Test func theirOrderMakesNoDifference() throws {
    let rebases = try [4, 9].map { try #require(Rebase(at: $0, reason: "Why")) }
    let chart = xmrChart(readings, screening: .outliers, rebases: rebases)
    #expect(chart != nil && chart == xmrChart(readings, screening: .outliers, rebases: rebases.reversed()))
  }
}
