import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct ForecastWithheldTests {
  private func rows(_ values: [Observation.Value], kind: Measure.Kind) -> [WithheldShare] {
    var measure = Measure(id: "m")
    measure.kind = kind
    measure.publishBy = [.practice: .quarter]
    let here = Located("m", at: .file("content/data/outcomes.csv"))
    let observations = values.enumerated().map { index, value in
      Observation(
        practice: here.map { _ in "DEMO01" }, period: Period(length: .quarter, year: 2025, part: index + 1),
        measure: here, value: value)
    }
    var settings = SiteSettings()
    settings.practice = here.map { _ in "DEMO01" }
    return forecastWithheld(
      observations, measures: [measure, Measure(id: "none")], settings: settings, practices: [])
  }

  private func change(_ pairs: Int) -> Observation.Value {
    .change(ChangeSummary(pairs: pairs, mean: 1, sd: 1))
  }

  @Test func countsWhatEachKindWouldWithhold() {
    let cases: [(Measure.Kind, [Observation.Value], [Int])] = [
      (
        .proportion,
        [.proportion(numerator: 3, denominator: 40), .proportion(numerator: 20, denominator: 40)],
        [2, 1, 1, 0]
      ),
      (
        .proportion, [.proportion(numerator: 0, denominator: 0), .proportion(numerator: 0, denominator: 5)],
        [2, 1, 1, 1]
      ),
      (.rate, [.rate(numerator: 7, listSize: 900), .rate(numerator: 8, listSize: nil)], [2, 1, 1, 0]),
      (.count, [.count(1), .count(6)], [2, 2, 1, 1]),
      (.meanChange, [change(9), change(10)], [2, 1, 1, 0]),
      // Of 17, 14 and 1 by year one more is withheld: 30 in all, less 15 and 15, is never 7.
      (.flow, [.flow([8, 7, 0]), .flow([9, 7, 1])], [6, 3, 3, 2]),
    ]
    for (kind, values, due) in cases {
      let share = rows(values, kind: kind).first
      let coarser = share?.coarser.first
      #expect([share?.figures, share?.withheld, coarser?.figures, coarser?.withheld] == due, "\(kind)")
      #expect(coarser?.length == .year)
    }
  }

  @Test func roundsAShareUp() {
    var share = WithheldShare(measure: "m", length: .year)
    #expect(share.percent == 0)
    (share.figures, share.withheld) = (1_000, 1)
    #expect(share.percent == 1)
  }
}
