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
    /// Of cells that could be withheld as well, the one with the lowest goes first.
    let rank: Int
  }

  /// More than any count of people: no bound at all.
  static let anyCount = 0...1_000_000_000_000
  /// The smallest count that is shown rounded.
  static let smallestRounded = 8

  /// The exact number of people of each atom.
  let atoms: [Int]
  /// For each atom those that people could as well belong to: of the same place and time.
  let places: [Range<Int>]
  private(set) var cells: [Cell] = []
  /// For each atom the cells that count it.
  private(set) var cellsOfAtom: [[Int]]

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
  }

  /// Adds a count; gives its index.
  mutating func add(
    _ atoms: [Int], told: PublishedCount, isProtected: Bool, rank: Int, isReleased: Bool = false
  ) -> Int {
    for atom in atoms { cellsOfAtom[atom].append(cells.count) }
    cells.append(
      Cell(
        atoms: atoms, count: sum(of: atoms), told: told,
        possible: CountTable.possible(told), isProtected: isProtected, isReleased: isReleased, rank: rank))
    return cells.count - 1
  }

  /// How many people atoms hold together.
  func sum(of atoms: [Int]) -> Int { atoms.reduce(0) { $0 + self.atoms[$1] } }

  /// Withholds a count that would otherwise be shown.
  mutating func withhold(_ cell: Int) {
    cells[cell].told = .withheld
    cells[cell].possible = CountTable.possible(.withheld)
  }

  /// Tells of a count as another table does.
  mutating func restore(_ cell: Int, as other: Cell) { cells[cell] = other }

  /// True where a reader could take a witness for the truth.
  func allows(_ witness: Witness) -> Bool {
    witness.values.allSatisfy { $0 >= 0 }
      && cells.allSatisfy { cell in cell.possible.contains(count(of: cell, in: witness)) }
  }

  /// A cell's count if a witness were the truth.
  func count(of cell: Cell, in witness: Witness) -> Int {
    cell.atoms.reduce(0) { $0 + (witness[$1] ?? atoms[$1]) }
  }

  /// The whole counts that a reader holds possible behind what is told.
  ///
  /// A withheld count can be any: the reader is not told whether it is small or hides another.
  static func possible(_ told: PublishedCount) -> ClosedRange<Int> {
    switch told {
    case .exact(let count): count...count
    // Whatever is below 8 is never rounded.
    case .rounded(let count): max(smallestRounded, count - 2)...max(smallestRounded, count + 2)
    // Nothing is told of the parts of nobody, because they are nobody.
    case .notAvailable: 0...0
    case .withheld: anyCount
    }
  }
}
