import PackhorseCore

/// Counts of people that are told or withheld, each the sum of atoms: people who were counted in the same place and time
/// and came as far.
///
/// All that a reader can work out follows from this: no atom is below 0, and each count is one that would be told as it is.
/// Exact counts stand beside what is told of them, so that a way to hide them can be sought; they end where it is found.
struct CountTable: Sendable {
  struct Cell: Sendable {
    /// The atoms that it is the sum of.
    let atoms: [Int]
    let count: Int
    var told: PublishedCount
    /// What a reader holds possible.
    var possible: ClosedRange<Int>
    /// True where nobody may learn which of the protected counts it is.
    let isProtected: Bool
    /// True of what was published before and cannot be taken back.
    let isReleased: Bool
    /// The cells of its parts, which are told only together with it.
    var parts: Range<Int> = 0..<0
    /// Of cells that could be withheld as well, the one with the lowest goes first.
    let rank: Int
  }

  /// Two sums of atoms that are the same people, counted by two measures; atoms of one place stand on one side alone.
  struct Tie: Sendable {
    let one: [Int]
    let other: [Int]
  }

  /// More than any count of people: no bound at all.
  static let anyCount = 0...1_000_000_000_000

  /// The exact number of people of each atom.
  let atoms: [Int]
  /// For each atom those that people could as well belong to: of the same place and time.
  let places: [Range<Int>]
  private(set) var cells: [Cell] = []
  /// For each atom the cells that count it.
  private(set) var cellsOfAtom: [[Int]]
  private(set) var ties: [Tie] = []
  /// For each atom the ties that it stands in.
  private(set) var tiesOfAtom: [[Int]]

  /// Each place has an atom for each step.
  init(places counts: [[Int]]) {
    atoms = counts.flatMap(\.self)
    var places: [Range<Int>] = []
    for place in counts {
      let start = places.count
      places += place.map { _ in start..<start + place.count }
    }
    self.places = places
    cellsOfAtom = Array(repeating: [], count: atoms.count)
    tiesOfAtom = cellsOfAtom
  }

  /// Adds a count; gives its index.
  mutating func add(
    _ atoms: [Int], told: PublishedCount, isProtected: Bool, rank: Int, isReleased: Bool = false,
    parts: Range<Int> = 0..<0
  ) -> Int {
    for atom in atoms { cellsOfAtom[atom].append(cells.count) }
    cells.append(
      Cell(
        atoms: atoms, count: sum(of: atoms), told: told,
        possible: CountTable.possible(told), isProtected: isProtected, isReleased: isReleased,
        parts: parts, rank: rank))
    return cells.count - 1
  }

  /// Says of two sums of atoms that they are the same people.
  mutating func tie(_ one: [Int], to other: [Int]) {
    for atom in one + other { tiesOfAtom[atom].append(ties.count) }
    ties.append(Tie(one: one, other: other))
  }

  /// How many people atoms hold together.
  func sum(of atoms: [Int]) -> Int { atoms.reduce(0) { $0 + self.atoms[$1] } }

  /// Withholds a count that would otherwise be shown, and its parts; gives what stood there before.
  @discardableResult
  mutating func withhold(_ cell: Int) -> [Int: Cell] {
    var before: [Int: Cell] = [:]
    for cell in [cell] + Array(cells[cell].parts) where cells[cell].told != .withheld {
      before[cell] = cells[cell]
      cells[cell].told = .withheld
      cells[cell].possible = CountTable.possible(.withheld)
    }
    return before
  }

  /// Tells of counts as before.
  mutating func restore(_ before: [Int: Cell]) {
    for (cell, before) in before { cells[cell] = before }
  }

  private func sum(of atoms: [Int], in witness: Witness) -> Int {
    atoms.reduce(0) { $0 + (witness[$1] ?? self.atoms[$1]) }
  }

  /// True where a reader could take a witness for the truth.
  func allows(_ witness: Witness) -> Bool {
    witness.values.allSatisfy { $0 >= 0 }
      && cells.allSatisfy { cell in cell.possible.contains(count(of: cell, in: witness)) }
      && ties.allSatisfy { sum(of: $0.one, in: witness) == sum(of: $0.other, in: witness) }
  }

  /// A cell's count if a witness were the truth.
  func count(of cell: Cell, in witness: Witness) -> Int {
    sum(of: cell.atoms, in: witness)
  }

  /// The whole counts that a reader holds possible behind what is told.
  ///
  /// A withheld count can be any: the reader is not told whether it is small or hides another.
  static func possible(_ told: PublishedCount) -> ClosedRange<Int> {
    switch told {
    // Nothing is told of the parts of nobody, because they are nobody.
    case .notAvailable: 0...0
    default: told.possible ?? anyCount
    }
  }
}
