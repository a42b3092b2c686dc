import PackhorseCore
import PackhorseTestSupport

@testable import PackhorseStatistics

/// Measures of the same people: how many took part, how many of these stayed, how far everybody came, and a part that has
/// nothing to do with it.
func linkedMeasures(_ areas: [MeasuredArea], seed: UInt64) -> [[MeasuredArea]] {
  var random = Seeded(seed: seed)
  var asked: [[Period: Int]] = areas.map { _ in [:] }
  for area in areas.indices {
    for (period, row) in areas[area].rows {
      asked[area][period] = Int.random(in: 0...row.whole, using: &random)
    }
  }
  let others = areas.indices.map { area in
    measured(areas, area) { counts, period in
      let practices = areas.indices.filter { isWithin($0, area, areas) }
      let part = practices.reduce(0) { sum, practice in
        asked[practice].reduce(sum) { period.holds($1.key) ? $0 + $1.value : $0 }
      }
      return PeriodCounts(whole: counts.whole, parts: [part], months: counts.months)
    }
  }
  func all(_ change: @escaping (PeriodCounts) -> PeriodCounts) -> [MeasuredArea] {
    areas.indices.map { measured(areas, $0) { counts, _ in change(counts) } }
  }
  return [
    all { PeriodCounts(whole: $0.whole, parts: [$0.parts[0]], months: $0.months) },
    all { PeriodCounts(whole: $0.parts[0], parts: [$0.parts[1]], months: $0.months) },
    all {
      PeriodCounts(
        whole: $0.whole, parts: [$0.parts[1], $0.parts[0] - $0.parts[1], $0.whole - $0.parts[0]],
        order: .apart,
        months: $0.months)
    },
    others,
  ]
}

private func measured(
  _ areas: [MeasuredArea], _ area: Int, _ change: (PeriodCounts, Period) -> PeriodCounts
) -> MeasuredArea {
  func changed(_ counts: ByPeriod<PeriodCounts>) -> ByPeriod<PeriodCounts> {
    ByPeriod(counts.map { ($0, change($1, $0)) })
  }
  return MeasuredArea(
    area: areas[area].area, placings: areas[area].placings, counts: changed(areas[area].counts),
    rows: changed(areas[area].rows))
}

private func isWithin(_ area: Int, _ other: Int, _ areas: [MeasuredArea]) -> Bool {
  area == other || areas[area].placings.contains { $0.whole.map { isWithin($0, other, areas) } == true }
}
