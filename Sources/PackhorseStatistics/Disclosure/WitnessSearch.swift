/// Other counts that a reader could as well take for the true ones: those that differ, by their cells.
typealias Witness = [Int: Int]

/// Looks for witnesses.
///
/// People are moved between cells, one at a time: whatever was known to add up still does, and every count stays one that
/// would be told as it was. The search tries moves in a fixed order and gives up after a fixed number of steps. It may
/// miss a way, and then more is withheld than need be; what it finds is checked by adding up.
struct WitnessSearch {
  private let table: CountTable
  /// Counts as a reader could take them to be.
  private var counts: [Int]
  private var steps = 0
  /// By how much each cell has been changed in the present move, and which have been changed.
  private var changes: [Int]
  private var changed: [Int] = []
  /// By how much each relation does not add up.
  private var surplus: [Int]
  private var moved: Set<Int> = []

  init(_ table: CountTable) {
    self.table = table
    counts = table.cells.map(\.count)
    changes = Array(repeating: 0, count: table.cells.count)
    surplus = Array(repeating: 0, count: table.relations.count)
  }

  /// A witness for which a cell has the count that is nearest to `end` on the way there from the true one.
  mutating func witness(of end: Int, in cell: Int) -> (count: Int, witness: Witness) {
    let step = (end - counts[cell]).signum()
    while counts[cell] != end, move(cell, by: step) {}
    defer {
      for cell in moved { counts[cell] = table.cells[cell].count }
      moved = []
    }
    let witness = Dictionary(uniqueKeysWithValues: moved.map { ($0, counts[$0]) })
    return (counts[cell], witness.filter { $1 != table.cells[$0].count })
  }

  /// Changes a count by one and others with it, so that all still adds up.
  private mutating func move(_ cell: Int, by step: Int) -> Bool {
    guard table.cells[cell].possible.contains(counts[cell] + step) else { return false }
    for mostChanges in [4, 8, 16] {
      steps = 0
      var open: [Int] = []
      change(cell, by: step, &open)
      if settle(open, mostChanges) {
        for cell in changed { changes[cell] = 0 }
        moved.formUnion(changed)
        changed = []
        return true
      }
      undo(cell)
    }
    return false
  }

  /// Settles relations that no longer add up; nothing is changed where that fails.
  private mutating func settle(_ open: [Int], _ mostChanges: Int) -> Bool {
    var open = open
    while let relation = open.last, surplus[relation] == 0 { open.removeLast() }
    guard let relation = open.last else { return true }
    guard changed.count < mostChanges else { return false }
    for term in table.relations[relation].terms where changes[term.cell] == 0 {
      let step = surplus[relation] > 0 ? -term.sign : term.sign
      guard table.cells[term.cell].possible.contains(counts[term.cell] + step) else { continue }
      steps += 1
      guard steps <= WitnessSearch.mostSteps else { return false }
      var next = open
      change(term.cell, by: step, &next)
      if settle(next, mostChanges) { return true }
      undo(term.cell)
    }
    return false
  }

  private static let mostSteps = 1_000

  private mutating func change(_ cell: Int, by step: Int, _ open: inout [Int]) {
    apply(step, to: cell)
    changes[cell] = step
    changed.append(cell)
    open += table.relationsOfCell[cell].map(\.relation)
  }

  /// Takes back the change that was made last.
  private mutating func undo(_ cell: Int) {
    apply(-changes[cell], to: cell)
    changes[cell] = 0
    changed.removeLast()
  }

  private mutating func apply(_ step: Int, to cell: Int) {
    counts[cell] += step
    for place in table.relationsOfCell[cell] { surplus[place.relation] += step * place.sign }
  }
}
