/// A person who leaves one atom of a table and joins another of the same place; nil for outside.
struct Step: Sendable, Hashable {
  var from: Int?
  var to: Int?
}

extension CountTable {
  /// The steps that the same person takes in other measures with a step in one, so that counts of the same people stay
  /// equal: each way of doing so in a fixed order; each place takes one step at most.
  ///
  /// Of very many ways the first are given. Where nothing is tied to a step, no other goes with it.
  func ways(with step: Step) -> [[Step]] {
    guard !ties.isEmpty else { return [[]] }
    var search = TiedSteps(table: self)
    search.complete(with: step)
    return search.found
  }
}

private struct TiedSteps {
  let table: CountTable
  private(set) var found: [[Step]] = []
  private var tries = 0
  private var steps: [Step] = []
  /// By tie, by how much the steps make its one side exceed the other.
  private var excess: [Int]

  private static let mostFound = 24
  private static let mostTries = 400

  init(table: CountTable) {
    self.table = table
    excess = Array(repeating: 0, count: table.ties.count)
  }

  /// Takes a step, finds all ways on from there and takes the step back.
  mutating func complete(with step: Step) {
    steps.append(step)
    count(step, 1)
    complete()
    count(step, -1)
    steps.removeLast()
  }

  private mutating func complete() {
    tries += 1
    guard tries <= Self.mostTries, found.count < Self.mostFound else { return }
    guard let loosened else {
      found.append(Array(steps.dropFirst()))
      return
    }
    // One more on the one side, or one fewer on the other.
    let (tie, isMore) = (table.ties[loosened], excess[loosened] > 0)
    addOne(to: tie.other, joins: isMore)
    addOne(to: tie.one, joins: !isMore)
  }

  /// Goes on with each step that brings somebody into a side, or takes somebody out of it.
  private mutating func addOne(to side: [Int], joins: Bool) {
    for atom in side where !steps.contains(where: { touches($0, table.places[atom]) }) {
      let place = table.places[atom]
      for index in place.lowerBound...place.upperBound where index != atom {
        let other = index < place.upperBound ? index : nil
        if let other, side.contains(other) { continue }
        complete(with: Step(from: joins ? other : atom, to: joins ? atom : other))
      }
    }
  }

  /// The first tie that the steps loosen.
  private var loosened: Int? {
    for step in steps {
      for case let atom? in [step.from, step.to] {
        if let tie = table.tiesOfAtom[atom].first(where: { excess[$0] != 0 }) { return tie }
      }
    }
    return nil
  }

  /// Counts a step in the ties of the atoms that it leaves and joins.
  private mutating func count(_ step: Step, _ times: Int) {
    if let atom = step.from { move(-times, into: atom) }
    if let atom = step.to { move(times, into: atom) }
  }

  private mutating func move(_ people: Int, into atom: Int) {
    for tie in table.tiesOfAtom[atom] {
      if table.ties[tie].one.contains(atom) { excess[tie] += people }
      if table.ties[tie].other.contains(atom) { excess[tie] -= people }
    }
  }

  private func touches(_ step: Step, _ place: Range<Int>) -> Bool {
    [step.from, step.to].contains { $0.map(place.contains) == true }
  }
}
