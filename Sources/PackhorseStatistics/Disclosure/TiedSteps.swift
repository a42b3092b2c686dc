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
    search.complete([step])
    return search.found
  }
}

private struct TiedSteps {
  let table: CountTable
  private(set) var found: [[Step]] = []
  private var tries = 0

  private static let mostFound = 24
  private static let mostTries = 400

  init(table: CountTable) {
    self.table = table
  }

  mutating func complete(_ steps: [Step]) {
    tries += 1
    guard tries <= Self.mostTries, found.count < Self.mostFound else { return }
    guard let (tie, excess) = loosened(by: steps) else {
      found.append(Array(steps.dropFirst()))
      return
    }
    // One more on the one side, or one fewer on the other.
    for (side, joins) in [(tie.other, excess > 0), (tie.one, excess < 0)] {
      for atom in side where !steps.contains(where: { touches($0, table.places[atom]) }) {
        let place = table.places[atom]
        for index in place.lowerBound...place.upperBound where index != atom {
          let other = index < place.upperBound ? index : nil
          if let other, side.contains(other) { continue }
          complete(steps + [Step(from: joins ? other : atom, to: joins ? atom : other)])
        }
      }
    }
  }

  /// The first tie that steps would loosen, and by how much its one side would then exceed the other.
  private func loosened(by steps: [Step]) -> (CountTable.Tie, Int)? {
    for step in steps {
      for atom in [step.from, step.to].compactMap(\.self) {
        for index in table.tiesOfAtom[atom] {
          let tie = table.ties[index]
          let excess = change(of: tie.one, by: steps) - change(of: tie.other, by: steps)
          if excess != 0 { return (tie, excess) }
        }
      }
    }
    return nil
  }

  private func change(of side: [Int], by steps: [Step]) -> Int {
    steps.reduce(0) { sum, step in
      sum + (step.to.map(side.contains) == true ? 1 : 0) - (step.from.map(side.contains) == true ? 1 : 0)
    }
  }

  private func touches(_ step: Step, _ place: Range<Int>) -> Bool {
    [step.from, step.to].contains { $0.map(place.contains) == true }
  }
}
