import PackhorseCore

/// Two counts of different measures that are the same people: both denominators count who was referred, or one measure
/// follows those whom another counts in its numerator.
///
/// Nothing in the data says so. A reader finds it in the definitions, and it shows in the numbers: the two are equal
/// wherever both are given. Counts that are equal by chance cost a little, since more is withheld than need be.
struct SharedPeople: Sendable, Hashable {
  /// A count of a measure, as the sum of steps of its rows.
  struct Count: Sendable, Hashable {
    var measure: Int
    var steps: [Int]
  }

  var one: Count
  var other: Count
}

extension SharedPeople.Count {
  /// The atoms of rows that it is the sum of.
  func atoms(of rows: [Range<Int>]) -> [Int] { rows.flatMap { row in steps.map { row.lowerBound + $0 } } }
}

extension SharedPeople {
  /// The same among the measures of a group alone; nil where it is not about them.
  func within(_ group: [Int]) -> SharedPeople? {
    guard let place = group.firstIndex(of: one.measure), let other = group.firstIndex(of: other.measure)
    else { return nil }
    return SharedPeople(
      one: Count(measure: place, steps: one.steps), other: Count(measure: other, steps: self.other.steps))
  }
}

/// Measures held against one another, each against those before it.
struct ComparedMeasures: Sendable {
  private var counts: [[SameCounts]]

  /// The rows of each measure have the same areas in the same order.
  init(_ rows: [MeasureRows]) {
    counts = rows.indices.map { other in rows.prefix(other).map { SameCounts($0, rows[other]) } }
  }

  /// Adds what was seen of the same measures in other areas.
  mutating func add(_ others: ComparedMeasures) {
    for (other, measures) in others.counts.enumerated() {
      for (one, counts) in measures.enumerated() { self.counts[other][one].add(counts) }
    }
  }

  /// The counts that are the same people, by pairs.
  var shared: [SharedPeople] {
    counts.enumerated().flatMap { other, measures in
      measures.enumerated().flatMap { one, counts in
        counts.pairs.map { pair in
          SharedPeople(
            one: SharedPeople.Count(measure: one, steps: pair.one),
            other: SharedPeople.Count(measure: other, steps: pair.other))
        }
      }
    }
  }
}

/// The counts of measures that are the same people, by pairs.
///
/// `measures` have the same areas in the same order.
func sharedPeople(_ measures: [[MeasuredArea]]) -> [SharedPeople] {
  ComparedMeasures(measures.map { MeasureRows($0.map(\.rows)) }).shared
}

/// Measures in groups of those that share people, directly or by way of others; each group and the groups in order.
func together(_ count: Int, _ shared: [SharedPeople]) -> [[Int]] {
  var group = Array(0..<count)
  for pair in shared {
    let (one, other) = (group[pair.one.measure], group[pair.other.measure])
    for index in group.indices where group[index] == max(one, other) { group[index] = min(one, other) }
  }
  return Dictionary(grouping: 0..<count) { group[$0] }.sorted { $0.key < $1.key }.map(\.value)
}
