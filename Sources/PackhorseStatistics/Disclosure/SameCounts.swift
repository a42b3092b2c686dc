import PackhorseCore

/// How often counts of two measures are equal where both are given.
struct SameCounts: Sendable {
  /// Steps of the one's rows and of the other's that may add up to the same.
  private var candidates: (one: [[Int]], other: [[Int]]) = ([], [])
  /// How often both are given and not 0, and how often they are equal then, by pair of candidates.
  private var seen: [Int] = []
  private var equal: [Int] = []

  /// Of figures that both give and that are not all 0, the share that has to be equal: a row may hold an error.
  private static let leastEqual = 0.9

  init(_ one: MeasureRows, _ other: MeasureRows) {
    candidates = (one.candidates, other.candidates)
    seen = [Int](repeating: 0, count: candidates.one.count * candidates.other.count)
    equal = seen
    for (own, others) in zip(one.areas, other.areas) where !own.isEmpty && !others.isEmpty {
      if one.haveSamePeriods(own, as: other, others) {
        for (row, same) in zip(own, others) { compare(one.sums(of: row), other.sums(of: same)) }
      } else {
        for (rows, same) in rowsTogether(one.periods(of: own), other.periods(of: others)) {
          compare(one.sums(of: rows)[...], other.sums(of: same)[...])
        }
      }
    }
  }

  /// Compares what each candidate counts in rows of the one and of the other about the same time.
  private mutating func compare(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) {
    var place = 0
    for left in left {
      for right in right {
        if left > 0 || right > 0 {
          seen[place] += 1
          if left == right { equal[place] += 1 }
        }
        place += 1
      }
    }
  }

  /// Adds what was seen of the same two measures elsewhere.
  mutating func add(_ other: SameCounts) {
    if seen.isEmpty { candidates = other.candidates }
    seen = seen.isEmpty ? other.seen : other.seen.isEmpty ? seen : zip(seen, other.seen).map(+)
    equal = equal.isEmpty ? other.equal : other.equal.isEmpty ? equal : zip(equal, other.equal).map(+)
  }

  /// Steps of the one's rows and of the other's that add up to the same wherever both are given.
  var pairs: [(one: [Int], other: [Int])] {
    candidates.other.enumerated().compactMap { j, right in
      let same = candidates.one.indices.first { i in
        let place = i * candidates.other.count + j
        return equal[place] > 0 && Double(equal[place]) >= Self.leastEqual * Double(seen[place])
      }
      return same.map { (candidates.one[$0], right) }
    }
  }
}

/// The rows of a measure, area by area, each with what counts that may be the same people as others are there.
struct MeasureRows {
  /// The steps that each count is the sum of; none without rows.
  fileprivate let candidates: [[Int]]
  /// Of each area its rows, in the order of their periods.
  fileprivate var areas: [Range<Int>] = []
  private var periods: [Period] = []
  /// What each candidate counts, row after row: side by side, since each measure is held against all others.
  private var sums: [Int] = []

  /// `rows` are those of each area by their periods.
  init(_ rows: [ByPeriod<PeriodCounts>]) {
    candidates = rows.lazy.compactMap(\.first).first.map { candidateSteps(of: $0.value) } ?? []
    for rows in rows {
      areas.append(periods.count..<periods.count + rows.count)
      for (period, counts) in rows {
        periods.append(period)
        let steps = counts.steps
        for candidate in candidates { sums.append(candidate.reduce(0) { $0 + steps[$1] }) }
      }
    }
  }

  /// What each candidate counts in a row.
  fileprivate func sums(of row: Int) -> ArraySlice<Int> {
    sums[row * candidates.count..<(row + 1) * candidates.count]
  }

  /// What each candidate counts in rows taken together.
  fileprivate func sums(of rows: [Int]) -> [Int] {
    candidates.indices.map { candidate in rows.reduce(0) { $0 + sums[$1 * candidates.count + candidate] } }
  }

  fileprivate func periods(of rows: Range<Int>) -> [(period: Period, Int)] { rows.map { (periods[$0], $0) } }

  /// Whether rows are about the same times as those of another measure, and no two of them overlap.
  fileprivate func haveSamePeriods(_ rows: Range<Int>, as other: MeasureRows, _ others: Range<Int>) -> Bool {
    periods[rows].elementsEqual(other.periods[others])
      && rows.dropFirst().allSatisfy { !periods[$0 - 1].overlaps(periods[$0]) }
  }
}

/// Every count that may be the same people as another, by its steps: the whole and each part first, then steps taken
/// together.
///
/// Of nested parts those who came as far as one and no farther than another; of parts that lie apart any of them.
private func candidateSteps(of counts: PeriodCounts) -> [[Int]] {
  let steps = counts.steps.count
  let all = Array(0..<steps)
  let told = counts.order == .nested ? all.map { Array($0..<steps) } : [all] + all.map { [$0] }
  let ranges = all.flatMap { start in (start..<steps).map { Array(start...$0) } }
  let sets = steps > 6 ? [] : (1..<1 << steps).map { set in all.filter { set >> $0 & 1 == 1 } }
  let others = (counts.order == .nested ? ranges : sets).filter { !told.contains($0) }
  return told + others.sorted { $0.count < $1.count }
}

/// The rows of two measures in one practice that are about the same time: those whose periods overlap, taken together.
func rowsTogether<Content>(
  _ one: [(period: Period, Content)], _ other: [(period: Period, Content)]
) -> [(one: [Content], other: [Content])] {
  if one.count == other.count, zip(one, other).allSatisfy({ $0.period == $1.period }),
    zip(one, one.dropFirst()).allSatisfy({ !$0.period.overlaps($1.period) })
  {
    return zip(one, other).map { ([$0.1], [$1.1]) }
  }
  return overlapping(Set(one.map(\.period) + other.map(\.period))).compactMap { periods in
    let periods = Set(periods)
    let (left, right) = (
      one.filter { periods.contains($0.period) }, other.filter { periods.contains($0.period) }
    )
    return left.isEmpty || right.isEmpty ? nil : (left.map(\.1), right.map(\.1))
  }
}
