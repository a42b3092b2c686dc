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
  private var moves: PossibleMoves
  private var atoms: [Int]
  private var counts: MovingCounts
  /// Cells out of what is told of them, or away from the goal.
  private var wrong: [Int] = []
  /// Atoms that people were moved into or out of, some more than once.
  private var moved: [Int] = []
  private var tries = 0

  init(_ table: CountTable) {
    self.table = table
    moves = PossibleMoves(table)
    atoms = table.atoms
    counts = MovingCounts(table.cells)
  }

  /// What a reader holds possible of cells: it may be another from search to search.
  mutating func tell(_ cells: some Sequence<Int>, of table: CountTable) {
    for cell in cells { counts[possible: cell] = table.cells[cell].possible }
  }

  /// By cell, whether what is told of it has turned a search aside since that was last forgotten; see `MovingCounts`.
  var areInTheWay: [Bool] { counts.areInTheWay }

  mutating func forgetWhatIsInTheWay() { counts.forgetWhatIsInTheWay() }

  /// A witness for which a cell has the count that is nearest to `end` on the way there from the true one.
  mutating func witness(of end: Int, in cell: Int) -> (count: Int, witness: Witness) {
    let told = counts[possible: cell]
    var goal = counts[cell]
    let step = (end - goal).signum()
    while goal != end {
      goal += step
      counts[possible: cell] = goal...goal
      wrong = [cell]
      tries = 0
      guard putRight(WitnessSearch.mostMoves) else {
        goal -= step
        break
      }
    }
    counts[possible: cell] = told
    return (goal, takeAllBack())
  }

  /// The atoms that have others than before; everybody is moved back.
  private mutating func takeAllBack() -> Witness {
    var witness: Witness = [:]
    for atom in moved where atoms[atom] != table.atoms[atom] {
      witness[atom] = atoms[atom]
      for cell in table.cellsOfAtom[atom] { counts.add(table.atoms[atom] - atoms[atom], to: cell) }
      atoms[atom] = table.atoms[atom]
    }
    moved = []
    return witness
  }

  private static let mostMoves = 12
  private static let mostTries = 60
  private static let mostBranches = 4

  /// Makes moves until no count is wrong; nothing has moved where that fails.
  private mutating func putRight(_ movesLeft: Int) -> Bool {
    guard let cell = wrong.last(where: { counts.distance(of: $0) != 0 }) else { return true }
    guard movesLeft > 0 else { return false }
    let known = wrong.count
    for move in bestMoves(of: cell) {
      tries += 1
      guard tries <= WitnessSearch.mostTries else { return false }
      make(move)
      if putRight(movesLeft - 1) { return true }
      takeBack(move)
      wrong.removeSubrange(known...)
    }
    return false
  }

  /// The moves that bring a count nearer to where it is wanted, the best first.
  private mutating func bestMoves(of cell: Int) -> [Int] {
    var best: [(move: Int, wrongness: Int)] = []
    best.reserveCapacity(WitnessSearch.mostBranches)
    for begun in moves.moves(of: cell, joins: counts.distance(of: cell) > 0) {
      for move in begun where isPossible(move) {
        let isFull = best.count == WitnessSearch.mostBranches
        let limit = isFull ? best[best.count - 1].wrongness : .max
        guard let wrongness = counts.wrongness(after: move, of: moves, wrong: wrong, below: limit)
        else { continue }
        if wrongness == 0 { return [move] }
        if isFull { best.removeLast() }
        // Of equals, those found first come first.
        best.insert((move, wrongness), at: best.firstIndex { $0.wrongness > wrongness } ?? best.count)
      }
    }
    return best.map(\.move)
  }

  /// Whether there is anybody in each atom that a move leaves.
  private func isPossible(_ move: Int) -> Bool {
    moves.stepsOfMove[move].allSatisfy { place in
      moves.steps[moves.stepsTaken[place]].from.map { atoms[$0] > 0 } ?? true
    }
  }

  private mutating func make(_ move: Int) {
    for place in moves.stepsOfMove[move] { take(moves.stepsTaken[place]) }
    for place in moves.stepsOfMove[move] {
      counts.addWrong(after: moves.stepsTaken[place], of: moves, to: &wrong)
    }
  }

  private mutating func takeBack(_ move: Int) {
    for place in moves.stepsOfMove[move] { take(moves.stepsTaken[place], back: true) }
  }

  private mutating func take(_ step: Int, back: Bool = false) {
    if let atom = moves.steps[step].from { move(back ? 1 : -1, into: atom) }
    if let atom = moves.steps[step].to { move(back ? -1 : 1, into: atom) }
    counts.take(step, of: moves, back: back)
  }

  private mutating func move(_ people: Int, into atom: Int) {
    atoms[atom] += people
    moved.append(atom)
  }
}
