import PackhorseCore
import PackhorseTestSupport

@testable import PackhorseStatistics

/// Practices in networks and boards, with counts by chance, many of them small.
struct InventedNetwork {
  private(set) var areas: [MeasuredArea] = []

  /// Two or three boards at most; `quarters` of one year are counted, and published so above practices.
  init(seed: UInt64, practicesBy length: Period.Length) {
    var random = Seeded(seed: seed)
    let quarters = (1...4).map { Period(length: .quarter, year: 2025, part: $0) }
    for board in 0..<Int.random(in: 1...2, using: &random) {
      let boardIndex = areas.count
      var networks: [(area: Area, practices: [MeasuredArea])] = []
      for network in 0..<Int.random(in: 1...3, using: &random) {
        let practices = (0..<Int.random(in: 1...5, using: &random)).map { practice in
          let busy = [0, 3, 10, 60].randomElement(using: &random) ?? 0
          var counts: ByPeriod<PeriodCounts> = [:]
          var rows: ByPeriod<PeriodCounts> = [:]
          for quarter in quarters where Int.random(in: 0..<8, using: &random) > 0 {
            let whole = Int.random(in: 0...(busy * 2), using: &random)
            let part = Int.random(in: 0...whole, using: &random)
            let row = PeriodCounts(
              whole: whole, parts: [part, Int.random(in: 0...part, using: &random)], months: 1)
            guard let period = quarter.containing(length) else { continue }
            counts.add(row, in: period)
            rows[quarter] = row
            byQuarter[.init(board, network, practice, quarter.part)] = row
          }
          return MeasuredArea(
            area: Area(level: .practice, code: "P\(board)\(network)\(practice)", name: "P"), placings: [],
            counts: counts, rows: rows)
        }
        networks.append((Area(level: .pcn, code: "N\(board)\(network)", name: "N"), practices))
      }
      let area = Area(level: .icb, code: "B\(board)", name: "B")
      areas.append(MeasuredArea(area: area, placings: [], counts: sum { $0.board == board }))
      for (network, entry) in networks.enumerated() {
        let networkIndex = areas.count
        let counts = sum { $0.board == board && $0.network == network }
        areas.append(MeasuredArea(area: entry.area, placings: [Placing(boardIndex)], counts: counts))
        areas += entry.practices.map {
          MeasuredArea(area: $0.area, placings: [Placing(networkIndex)], counts: $0.counts, rows: $0.rows)
        }
      }
    }
  }

  private struct Key: Hashable {
    var board, network, practice, quarter: Int

    init(_ board: Int, _ network: Int, _ practice: Int, _ quarter: Int) {
      (self.board, self.network, self.practice, self.quarter) = (board, network, practice, quarter)
    }
  }

  private var byQuarter: [Key: PeriodCounts] = [:]

  private func sum(where isIn: (Key) -> Bool) -> ByPeriod<PeriodCounts> {
    byQuarter.filter { isIn($0.key) }.reduce(into: [:]) { sums, row in
      sums.add(row.value, in: Period(length: .quarter, year: 2025, part: row.key.quarter))
    }
  }
}
