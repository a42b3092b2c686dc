/// Other atoms that a reader could as well take for the true ones: those that differ, by their index.
typealias Witness = [Int: Int]

/// Looks for witnesses by moving people, one at a time: from one atom of a place to another, out of it, or into it.
///
/// A move brings one count to where it is wanted; where it takes others out of what is told of them, more moves put them
/// right. Of the moves that help, those are tried first that leave the least to be put right, in a fixed order. The search
/// gives up after a fixed number of moves: it may miss a way, and then more is withheld than need be. What it finds is
/// checked by adding up.
struct WitnessSearch {
  /// What is told may be another from search to search; what the counts are sums of is the same.
  var table: CountTable
  private var tied = TiedSteps()
  private var atoms: [Int]
  private var counts: [Int]
  /// The cell that is to have another count, and that count.
  private var target = 0
  private var goal = 0
  /// Cells out of what is told of them, or away from the goal.
  private var wrong: [Int] = []
  private var moved: Set<Int> = []
  private var tries = 0

  /// A person who is counted differently, by every measure that counts the same people.
  private struct Move {
    var step: TiedSteps.Step
    /// Those in measures of the same people.
    var others: [TiedSteps.Step] = []
    /// By how much counts would be wrong, taken together.
    var wrongness = 0
  }

  init(_ table: CountTable) {
    self.table = table
    atoms = table.atoms
    counts = table.cells.map(\.count)
  }

  /// A witness for which a cell has the count that is nearest to `end` on the way there from the true one.
  mutating func witness(of end: Int, in cell: Int) -> (count: Int, witness: Witness) {
    target = cell
    goal = counts[cell]
    let step = (end - goal).signum()
    while goal != end {
      goal += step
      wrong = [cell]
      tries = 0
      guard putRight(WitnessSearch.mostMoves) else {
        goal -= step
        break
      }
    }
    let witness = Dictionary(uniqueKeysWithValues: moved.map { ($0, atoms[$0]) })
    for atom in moved { atoms[atom] = table.atoms[atom] }
    counts = table.cells.map(\.count)
    moved = []
    return (goal, witness.filter { $1 != table.atoms[$0] })
  }

  private static let mostMoves = 12
  private static let mostTries = 60
  private static let mostBranches = 4

  /// Makes moves until no count is wrong; nothing has moved where that fails.
  private mutating func putRight(_ movesLeft: Int) -> Bool {
    guard let cell = wrong.last(where: { distance(of: $0, at: counts[$0]) != 0 }) else { return true }
    guard movesLeft > 0 else { return false }
    let known = wrong.count
    for move in moves(of: cell) {
      tries += 1
      guard tries <= WitnessSearch.mostTries else { return false }
      make(move.step, move.others)
      if putRight(movesLeft - 1) { return true }
      make(move.step.back, move.others.map(\.back))
      wrong.removeSubrange(known...)
    }
    return false
  }

  /// The moves that bring a count nearer to where it is wanted, the best first.
  private mutating func moves(of cell: Int) -> [Move] {
    let joins = distance(of: cell, at: counts[cell]) > 0
    var best: [Move] = []
    for atom in table.cells[cell].atoms {
      // Others of the place first: they leave most sums as they are.
      let place = table.places[atom]
      for index in place.lowerBound...place.upperBound where index != atom {
        let other = index < place.upperBound ? index : nil
        if let other, table.cellsOfAtom[other].contains(cell) { continue }
        let step = TiedSteps.Step(from: joins ? other : atom, to: joins ? atom : other)
        if let from = step.from, atoms[from] == 0 { continue }
        for others in tied.others(with: step, in: table)
        where others.allSatisfy({ $0.from.map { atoms[$0] > 0 } ?? true }) {
          let move = Move(step: step, others: others, wrongness: wrongness(after: step, others))
          if move.wrongness == 0 { return [move] }
          best.append(move)
        }
      }
    }
    // The sort keeps the order of equals.
    return Array(best.sorted { $0.wrongness < $1.wrongness }.prefix(WitnessSearch.mostBranches))
  }

  /// How far the counts that a move changes, and those that are wrong, would be from where they are wanted.
  private func wrongness(after step: TiedSteps.Step, _ others: [TiedSteps.Step]) -> Int {
    var sum = others.reduce(wrongness(of: step)) { $0 + wrongness(of: $1) }
    for (index, cell) in wrong.enumerated()
    where !wrong[..<index].contains(cell) && !changes(step, cell)
      && !others.contains(where: { changes($0, cell) })
    {
      sum += abs(distance(of: cell, at: counts[cell]))
    }
    return sum
  }

  /// How far the counts that a step alone changes would be from where they are wanted.
  private func wrongness(of step: TiedSteps.Step) -> Int {
    let (left, joined) = (cells(of: step.from), cells(of: step.to))
    var sum = 0
    for cell in left where !joined.contains(cell) { sum += abs(distance(of: cell, at: counts[cell] - 1)) }
    for cell in joined where !left.contains(cell) { sum += abs(distance(of: cell, at: counts[cell] + 1)) }
    return sum
  }

  private func changes(_ step: TiedSteps.Step, _ cell: Int) -> Bool {
    cells(of: step.from).contains(cell) != cells(of: step.to).contains(cell)
  }

  private mutating func make(_ step: TiedSteps.Step, _ others: [TiedSteps.Step]) {
    take(step)
    for other in others { take(other) }
    note(step)
    for other in others { note(other) }
  }

  private mutating func take(_ step: TiedSteps.Step) {
    for (atom, change) in [(step.from, -1), (step.to, 1)] {
      guard let atom else { continue }
      atoms[atom] += change
      moved.insert(atom)
      for cell in table.cellsOfAtom[atom] { counts[cell] += change }
    }
  }

  /// Notes which of the counts that a step changed are wrong now.
  private mutating func note(_ step: TiedSteps.Step) {
    for cell in cells(of: step.from) + cells(of: step.to) where distance(of: cell, at: counts[cell]) != 0 {
      wrong.append(cell)
    }
  }

  private func cells(of atom: Int?) -> [Int] { atom.map { table.cellsOfAtom[$0] } ?? [] }

  /// What a count lacks to be where it is wanted; below 0 where it is too high.
  private func distance(of cell: Int, at count: Int) -> Int {
    if cell == target { return goal - count }
    let possible = table.cells[cell].possible
    return count < possible.lowerBound
      ? possible.lowerBound - count : count > possible.upperBound ? possible.upperBound - count : 0
  }
}
