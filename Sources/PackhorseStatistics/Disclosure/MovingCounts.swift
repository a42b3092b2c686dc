/// The counts of a table while people are moved, and what each of them may be.
struct MovingCounts: Sendable {
  private struct Count {
    var now: Int
    var possible: ClosedRange<Int>
    /// The last move that was weighed with it.
    var weighed = 0
    /// It would be wrong after a move that was weighed, or was wrong after one that was made.
    var isInTheWay = false

    /// What it lacks to be possible; below 0 where it is too high.
    var distance: Int {
      now < possible.lowerBound
        ? possible.lowerBound - now : now > possible.upperBound ? possible.upperBound - now : 0
    }

    /// How far it is from what is possible once it has changed.
    func wrongness(after change: Int = 0) -> Int {
      let count = now + change
      return max(possible.lowerBound - count, count - possible.upperBound, 0)
    }
  }

  private var counts: [Count]
  private var weighed = 0

  init(_ cells: [CountTable.Cell]) {
    counts = cells.map { Count(now: $0.count, possible: $0.possible) }
  }

  /// What a cell's count is now.
  subscript(cell: Int) -> Int { counts[cell].now }

  /// What a cell's count may be.
  subscript(possible cell: Int) -> ClosedRange<Int> {
    get { counts[cell].possible }
    set { counts[cell].possible = newValue }
  }

  /// What a cell's count lacks to be possible; below 0 where it is too high.
  func distance(of cell: Int) -> Int { counts[cell].distance }

  mutating func add(_ change: Int, to cell: Int) { counts[cell].now += change }

  /// Changes counts as a step does, or takes that back.
  mutating func take(_ step: Int, of moves: PossibleMoves, back: Bool) {
    var counts = counts.mutableSpan
    let effects = moves.effects.span
    for place in moves.effects(of: step) {
      counts[effects[place].cell].now += back ? -effects[place].change : effects[place].change
    }
  }

  /// Adds the cells of a step whose counts are wrong now.
  mutating func addWrong(after step: Int, of moves: PossibleMoves, to wrong: inout [Int]) {
    for place in moves.effects(of: step) {
      let cell = moves.effects[place].cell
      guard counts[cell].distance != 0 else { continue }
      counts[cell].isInTheWay = true
      wrong.append(cell)
    }
  }

  /// How far the counts that a move changes, and those that are wrong, would be from what they may be, taken together; nil
  /// where that is not below a limit.
  mutating func wrongness(after move: Int, of moves: PossibleMoves, wrong: [Int], below limit: Int) -> Int? {
    weighed += 1
    let weighed = weighed
    var counts = counts.mutableSpan
    let changes = moves.changes.span
    var sum = 0
    for place in moves.changesOfMove[move] {
      let (cell, change) = (changes[place].cell, changes[place].change)
      counts[cell].weighed = weighed
      let wrongness = counts[cell].wrongness(after: change)
      guard wrongness != 0 else { continue }
      counts[cell].isInTheWay = true
      sum += wrongness
      if sum >= limit { return nil }
    }
    for cell in wrong where counts[cell].weighed != weighed {
      counts[cell].weighed = weighed
      sum += counts[cell].wrongness()
    }
    return sum < limit ? sum : nil
  }

  /// By cell, whether its count has stood in the way of a move since that was last forgotten.
  ///
  /// A search in which a count never did goes the same way whatever else that count may be.
  var areInTheWay: [Bool] { counts.map(\.isInTheWay) }

  mutating func forgetWhatIsInTheWay() {
    for cell in counts.indices { counts[cell].isInTheWay = false }
  }
}
