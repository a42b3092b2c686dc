/// The ways in which a person of a table may be counted differently, found when they are first asked for.
///
/// A move is a step and those that the same person takes with it in other measures. A search weighs the same few thousand
/// moves again and again: moves and steps have numbers, and what belongs to each lies in flat lists.
struct PossibleMoves: Sendable {
  /// A count that a step changes by one; by none where both its atoms are counted there.
  struct Effect: Sendable {
    var cell: Int
    var change: Int
  }

  private let table: CountTable
  /// By number of a step.
  private(set) var steps: [Step] = []
  private var effectsOfStep: [Range<Int>] = []
  private var movesOfStep: [Range<Int>?] = []
  private(set) var effects: [Effect] = []
  private var numbers: [Step: Int] = [:]
  /// By number of a move, where its steps lie among all that moves take.
  private(set) var stepsOfMove: [Range<Int>] = []
  /// Numbers of steps.
  private(set) var stepsTaken: [Int] = []
  /// By number of a move, where the counts that it changes lie among those that all moves change.
  private(set) var changesOfMove: [Range<Int>] = []
  /// The effects of the steps of moves, but those that change nothing.
  private(set) var changes: [Effect] = []
  /// By cell: moves that take somebody out of it.
  private var leaving: [[Range<Int>]?]
  /// By cell: moves that bring somebody into it.
  private var joining: [[Range<Int>]?]

  init(_ table: CountTable) {
    self.table = table
    leaving = Array(repeating: nil, count: table.cells.count)
    joining = leaving
  }

  /// Where the effects of a step lie: first those of the atom that is left.
  func effects(of step: Int) -> Range<Int> { effectsOfStep[step] }

  /// The moves that bring somebody into a cell, or take somebody out of it, in a fixed order.
  mutating func moves(of cell: Int, joins: Bool) -> [Range<Int>] {
    if let known = joins ? joining[cell] : leaving[cell] { return known }
    let found = steps(of: cell, joins: joins).map { moves(with: $0) }
    if joins { joining[cell] = found } else { leaving[cell] = found }
    return found
  }

  private func steps(of cell: Int, joins: Bool) -> [Step] {
    table.cells[cell].atoms.flatMap { atom -> [Step] in
      // Others of the place first: they leave most sums as they are.
      let place = table.places[atom]
      let others = (place.lowerBound..<place.upperBound).filter { !table.cellsOfAtom[$0].contains(cell) }
      return (others.map(Int?.init) + [nil]).map { other in
        Step(from: joins ? other : atom, to: joins ? atom : other)
      }
    }
  }

  private mutating func moves(with step: Step) -> Range<Int> {
    let number = number(of: step)
    if let known = movesOfStep[number] { return known }
    let start = stepsOfMove.count
    for others in table.ways(with: step) {
      let first = stepsTaken.count
      stepsTaken.append(number)
      for other in others { stepsTaken.append(self.number(of: other)) }
      stepsOfMove.append(first..<stepsTaken.count)
      let firstChange = changes.count
      for step in stepsTaken[first...] {
        changes += effects[effects(of: step)].lazy.filter { $0.change != 0 }
      }
      changesOfMove.append(firstChange..<changes.count)
    }
    movesOfStep[number] = start..<stepsOfMove.count
    return start..<stepsOfMove.count
  }

  private mutating func number(of step: Step) -> Int {
    if let known = numbers[step] { return known }
    let left = step.from.map { table.cellsOfAtom[$0] } ?? []
    let joined = step.to.map { table.cellsOfAtom[$0] } ?? []
    let start = effects.count
    effects += left.map { Effect(cell: $0, change: joined.contains($0) ? 0 : -1) }
    effects += joined.map { Effect(cell: $0, change: left.contains($0) ? 0 : 1) }
    effectsOfStep.append(start..<effects.count)
    movesOfStep.append(nil)
    steps.append(step)
    numbers[step] = steps.count - 1
    return steps.count - 1
  }
}
