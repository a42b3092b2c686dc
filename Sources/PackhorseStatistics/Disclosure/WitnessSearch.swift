/// Other atoms that a reader could as well take for the true ones: those that differ, by their index.
typealias Witness = [Int: Int]

/// Looks for witnesses by moving people, one at a time: from one atom of a place to another, out of it, or into it.
///
/// A move brings one count to where it is wanted; where it takes others out of what is told of them, more moves put them
/// right. Of the moves that help, those are tried first that leave the least to be put right, in a fixed order. The search
/// gives up after a fixed number of moves: it may miss a way, and then more is withheld than need be. What it finds is
/// checked by adding up.
struct WitnessSearch {
  private let table: CountTable
  private var atoms: [Int]
  private var counts: [Int]
  /// The cell that is to have another count, and that count.
  private var target = 0
  private var goal = 0
  /// Cells out of what is told of them, or away from the goal.
  private var wrong: [Int] = []
  private var moved: Set<Int> = []
  private var tries = 0

  /// A person who leaves one atom and joins another; nil for outside.
  private struct Move {
    var from: Int?
    var to: Int?
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
      make(move)
      if putRight(movesLeft - 1) { return true }
      make(Move(from: move.to, to: move.from))
      wrong.removeSubrange(known...)
    }
    return false
  }

  /// The moves that bring a count nearer to where it is wanted, the best first.
  private func moves(of cell: Int) -> [Move] {
    let step = distance(of: cell, at: counts[cell])
    var best: [Move] = []
    for atom in table.cells[cell].atoms {
      // Others of the place first: they leave most sums as they are.
      let place = table.places[atom]
      for index in place.lowerBound...place.upperBound where index != atom {
        let other = index < place.upperBound ? index : nil
        if let other, table.cellsOfAtom[other].contains(cell) { continue }
        var move = step > 0 ? Move(from: other, to: atom) : Move(from: atom, to: other)
        if let from = move.from, atoms[from] == 0 { continue }
        move.wrongness = wrongness(after: move)
        if move.wrongness == 0 { return [move] }
        best.append(move)
      }
    }
    // The sort keeps the order of equals.
    return Array(best.sorted { $0.wrongness < $1.wrongness }.prefix(WitnessSearch.mostBranches))
  }

  /// How far the counts that a move changes, and those that are wrong, would be from where they are wanted.
  private func wrongness(after move: Move) -> Int {
    let (left, joined) = (cells(of: move.from), cells(of: move.to))
    var sum = 0
    for cell in left where !joined.contains(cell) { sum += abs(distance(of: cell, at: counts[cell] - 1)) }
    for cell in joined where !left.contains(cell) { sum += abs(distance(of: cell, at: counts[cell] + 1)) }
    for (index, cell) in wrong.enumerated()
    where left.contains(cell) == joined.contains(cell) && !wrong[..<index].contains(cell) {
      sum += abs(distance(of: cell, at: counts[cell]))
    }
    return sum
  }

  private mutating func make(_ move: Move) {
    for (atom, step) in [(move.from, -1), (move.to, 1)] {
      guard let atom else { continue }
      atoms[atom] += step
      moved.insert(atom)
      for cell in table.cellsOfAtom[atom] { counts[cell] += step }
    }
    for cell in cells(of: move.from) + cells(of: move.to) where distance(of: cell, at: counts[cell]) != 0 {
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
