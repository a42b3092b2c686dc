import PackhorseCore

/// Withholds more of a table until each protected count is safe: until a reader who knows everything else can still take
/// it for any count of the class, or for four of them.
///
/// What is withheld besides is chosen in a fixed order, the finest cell first, and as little of it as that order allows:
/// whatever proves unnecessary in the end is shown again. Each protected count keeps two witnesses of its safety; to
/// withhold more never takes one away.
struct ProtectedTable {
  /// Counts that a protected one can be taken for, the lowest and the highest, with all others to match.
  struct Proof: Sendable, Hashable {
    var fewest: Witness
    var most: Witness
  }

  private(set) var table: CountTable
  /// By cell.
  private(set) var proofs: [Int: Proof] = [:]
  private let protected: ClosedRange<Int>
  private let protection: Protection
  private var search: WitnessSearch

  init(_ table: CountTable, _ protected: ClosedRange<Int>, _ protection: Protection) {
    (self.table, self.protected, self.protection) = (table, protected, protection)
    search = WitnessSearch(table)
    var withheld: [[Int: CountTable.Cell]] = []
    for cell in table.cells.indices where table.cells[cell].isProtected {
      var attempt = attempt(on: cell)
      while attempt.proof == nil, let helper = helper(for: cell, after: attempt) {
        withheld.append(withhold(helper.cell))
        attempt = helper.attempt
      }
      proofs[cell] = attempt.proof
    }
    // What was withheld in vain stays withheld: nothing says that to show it would be safe.
    guard unproved.isEmpty else { return }
    for before in withheld.reversed() { showAgain(before) }
  }

  /// Protected counts for which no way was found, as where an earlier release gives them away.
  var unproved: [Int] { table.cells.indices.filter { table.cells[$0].isProtected && proofs[$0] == nil } }

  private mutating func withhold(_ cell: Int) -> [Int: CountTable.Cell] {
    let before = table.withhold(cell)
    search.tell(before.keys, of: table)
    return before
  }

  private mutating func restore(_ before: [Int: CountTable.Cell]) {
    table.restore(before)
    search.tell(before.keys, of: table)
  }

  /// A search for the witnesses of a protected count.
  private struct Attempt {
    var proof: Proof?
    /// By cell, whether it was in the way: to withhold any other would have the search end in the same way again.
    var areInTheWay: [Bool]
  }

  private mutating func attempt(on cell: Int) -> Attempt {
    search.forgetWhatIsInTheWay()
    return Attempt(proof: proof(of: cell), areInTheWay: search.areInTheWay)
  }

  private mutating func proof(of cell: Int) -> Proof? {
    let fewest = search.witness(of: protected.lowerBound, in: cell)
    if protection == .class, fewest.count > protected.lowerBound { return nil }
    let most = search.witness(of: protected.upperBound, in: cell)
    let reach = min(fewest.count, most.count)...max(fewest.count, most.count)
    let isSafe =
      switch protection {
      case .class: reach == protected || reach == 0...protected.upperBound
      case .four: reach.clamped(to: protected).count >= 4
      }
    return isSafe ? Proof(fewest: fewest.witness, most: most.witness) : nil
  }

  /// In a large network most neighbours are as good as the first few.
  private static let mostCandidates = 16

  /// The shown count to withhold next for a protected one: the first that makes it safe at once, or else the first.
  private mutating func helper(for cell: Int, after failed: Attempt) -> (cell: Int, attempt: Attempt)? {
    let neighbours = table.shownTwins(of: cell) + table.shownNeighbours(of: cell)
    // Where neighbours were released, only what stands farther off can still help.
    let candidates = (neighbours.isEmpty ? table.shown : neighbours).prefix(ProtectedTable.mostCandidates)
    var first = failed
    for candidate in candidates
    where ([candidate] + table.cells[candidate].parts).contains(where: { failed.areInTheWay[$0] }) {
      let before = withhold(candidate)
      let attempt = attempt(on: cell)
      restore(before)
      if attempt.proof != nil { return (candidate, attempt) }
      if candidate == candidates.first { first = attempt }
    }
    return candidates.first.map { ($0, first) }
  }

  /// Shows a count and its parts after all, where every protected one stays safe.
  private mutating func showAgain(_ shown: [Int: CountTable.Cell]) {
    let (before, known) = (shown.keys.map { ($0, table.cells[$0]) }, proofs)
    restore(shown)
    func holds(_ witness: Witness) -> Bool {
      shown.values.allSatisfy { $0.possible.contains(table.count(of: $0, in: witness)) }
    }
    for (other, proof) in proofs.sorted(by: { $0.key < $1.key })
    where !holds(proof.fewest) || !holds(proof.most) {
      proofs[other] = self.proof(of: other)
      guard proofs[other] == nil else { continue }
      restore(Dictionary(uniqueKeysWithValues: before))
      proofs = known
      return
    }
  }
}

extension CountTable {
  /// Every count that is shown and could be withheld, the lowest rank first.
  fileprivate var shown: [Int] {
    cells.indices.filter(isShown).sorted { (cells[$0].rank, $0) < (cells[$1].rank, $1) }
  }

  /// True of a count that could be withheld as well.
  private func isShown(_ cell: Int) -> Bool { cells[cell].told.shown != nil && !cells[cell].isReleased }

  /// Shown counts of other measures that are of the same people, or share some: those that are most alike first.
  fileprivate func shownTwins(of cell: Int) -> [Int] {
    let own = Set(cells[cell].atoms)
    let ties = Set(cells[cell].atoms.flatMap { tiesOfAtom[$0] }).map { self.ties[$0] }
    let others = ties.flatMap { own.isDisjoint(with: $0.other) ? $0.other : $0.one }
    let count = cells[cell].count
    func key(_ cell: Int) -> (Int, Int, Int) { (abs(cells[cell].count - count), cells[cell].rank, cell) }
    return Set(others.flatMap { cellsOfAtom[$0] }).filter(isShown).sorted { key($0) < key($1) }
  }

  /// Shown counts that stand in a sum with a cell: those of its smallest sum first, and of these the lowest rank.
  fileprivate func shownNeighbours(of cell: Int) -> [Int] {
    let sums = Set(cells[cell].atoms.flatMap { cellsOfAtom[$0] })
    let smallestFirst = sums.sorted { (cells[$0].atoms.count, $0) < (cells[$1].atoms.count, $1) }
    var found: Set<Int> = [cell]
    return smallestFirst.flatMap { sum in
      let atoms = Set(cells[sum].atoms)
      return Set(atoms.flatMap { cellsOfAtom[$0] })
        .filter { isShown($0) && atoms.isSuperset(of: cells[$0].atoms) }
        .filter { found.insert($0).inserted }
        .sorted { (cells[$0].rank, $0) < (cells[$1].rank, $1) }
    }
  }
}
