import PackhorseCore

/// Counts of two measures that are equal wherever both are given.
struct SameCounts {
  /// Steps of the one's rows and of the other's that add up to the same.
  private(set) var pairs: [(one: [Int], other: [Int])] = []

  /// Of figures that both give and that are not all 0, the share that has to be equal: a row may hold an error.
  private static let leastEqual = 0.9

  init(_ one: MeasureRows, _ other: MeasureRows) {
    guard let own = one.counting, let others = other.counting else { return }
    let candidates = (own.candidates, others.candidates)
    var seen = [Int](repeating: 0, count: candidates.0.count * candidates.1.count)
    var equal = seen
    for (rows, same) in zip(one.areas, other.areas) where !rows.isEmpty && !same.isEmpty {
      for (left, right) in rowsTogether(rows, same) {
        let sums = (own.sums(left), others.sums(right))
        for (i, left) in sums.0.enumerated() {
          for (j, right) in sums.1.enumerated() where left > 0 || right > 0 {
            seen[i * sums.1.count + j] += 1
            if left == right { equal[i * sums.1.count + j] += 1 }
          }
        }
      }
    }
    for (j, right) in candidates.1.enumerated() {
      let same = candidates.0.indices.first { i in
        let place = i * candidates.1.count + j
        return equal[place] > 0 && Double(equal[place]) >= SameCounts.leastEqual * Double(seen[place])
      }
      if let same { pairs.append((candidates.0[same], right)) }
    }
  }
}

/// How the rows of a measure are counted.
private struct RowCounting {
  /// Every count that may be the same people as another: the whole and each part first, then steps taken together.
  ///
  /// Of nested parts those who came as far as one and no farther than another; of parts that lie apart any of them.
  let candidates: [[Int]]

  init(of counts: PeriodCounts) {
    let steps = counts.steps.count
    let all = Array(0..<steps)
    let told = counts.order == .nested ? all.map { Array($0..<steps) } : [all] + all.map { [$0] }
    let ranges = all.flatMap { start in (start..<steps).map { Array(start...$0) } }
    let sets = steps > 6 ? [] : (1..<1 << steps).map { set in all.filter { set >> $0 & 1 == 1 } }
    let others = (counts.order == .nested ? ranges : sets).filter { !told.contains($0) }
    candidates = told + others.sorted { $0.count < $1.count }
  }

  /// What each candidate counts in rows taken together.
  func sums(_ rows: [[Int]]) -> [Int] {
    candidates.map { steps in rows.reduce(0) { sum, row in steps.reduce(sum) { $0 + row[$1] } } }
  }
}

/// The rows of a measure, area by area, each with its people by how far they came; the periods in order.
struct MeasureRows {
  let areas: [[(period: Period, [Int])]]
  fileprivate let counting: RowCounting?

  init(_ areas: [MeasuredArea]) {
    self.areas = areas.map(\.rows.inOrder)
    counting = areas.lazy.compactMap { $0.rows.values.first }.first.map(RowCounting.init)
  }
}

extension [Period: PeriodCounts] {
  fileprivate var inOrder: [(period: Period, [Int])] {
    sorted { $0.key < $1.key }.map { ($0.key, $0.value.steps) }
  }
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
