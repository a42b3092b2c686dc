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

/// What every row of a measure knows of changes: the rows are made alike by taking the rest from those that know more.
///
/// Otherwise people of a file that only knows means would be added to people referred.
struct KnownOfChanges: Sendable {
  private var people = true
  private var before = true
  private var reached = true

  init(_ rows: some Sequence<Observation.Value>) {
    for case .change(let change) in rows {
      if change.people == nil { people = false }
      if change.before == nil { before = false }
      if change.reached == nil { reached = false }
    }
  }

  /// A row with no more than all of them know.
  func alike(_ row: Observation.Value) -> Observation.Value {
    guard case .change(var change) = row else { return row }
    if !people { change.people = nil }
    if !before { change.before = nil }
    if !reached { change.reached = nil }
    return .change(change)
  }
}
