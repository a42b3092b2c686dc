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
    guard let own = one.counting, let others = other.counting else { return }
    candidates = (own.candidates, others.candidates)
    seen = [Int](repeating: 0, count: candidates.one.count * candidates.other.count)
    equal = seen
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

  /// `rows` are those of each area by their periods.
  init(_ rows: [[Period: PeriodCounts]]) {
    areas = rows.map(\.inOrder)
    counting = rows.lazy.compactMap { $0.values.first }.first.map(RowCounting.init)
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
