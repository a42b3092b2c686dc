import PackhorseCore

extension ChangeSummary {
  /// How many people came how far, each count within the one before: referred, scored, scored twice, much better.
  ///
  /// Counts that the data say nothing of are left out.
  var steps: [Int] { [people, before, pairs, reached].compactMap(\.self) }

  /// Two groups of people without anybody in common; of what one of them does not know, nothing is known of both.
  static func + (one: ChangeSummary, other: ChangeSummary) -> ChangeSummary {
    var sum = ChangeSummary()
    sum.people = added(one.people, other.people)
    sum.before = added(one.before, other.before)
    sum.pairs = one.pairs + other.pairs
    sum.sum = one.sum + other.sum
    sum.sumOfSquares = one.sumOfSquares + other.sumOfSquares
    sum.sumBefore = added(one.sumBefore, other.sumBefore)
    sum.reached = added(one.reached, other.reached)
    return sum
  }
}

/// The sum of two numbers; nil where one of them is not known.
func added<Number: AdditiveArithmetic>(_ one: Number?, _ other: Number?) -> Number? {
  one.flatMap { one in other.map { one + $0 } }
}

/// The rows of one measure, all with the same counts: what some of them do not know is taken from the others as well.
///
/// Otherwise people of a file that only knows means would be added to people referred.
func alike(_ rows: [Observation]) -> [Observation] {
  let changes = rows.compactMap { row -> ChangeSummary? in
    if case .change(let change) = row.value { change } else { nil }
  }
  let hasPeople = changes.allSatisfy { $0.people != nil }
  let hasBefore = changes.allSatisfy { $0.before != nil }
  let hasReached = changes.allSatisfy { $0.reached != nil }
  return rows.map { row in
    guard case .change(var change) = row.value else { return row }
    if !hasPeople { change.people = nil }
    if !hasBefore { change.before = nil }
    if !hasReached { change.reached = nil }
    var row = row
    row.value = .change(change)
    return row
  }
}
