import PackhorseCore

/// Counts of people and all that is known to add up among them: what a reader has to work with.
///
/// Exact counts stand beside what is told of them, so that a way to hide them can be sought; they end where it is found.
struct CountTable: Sendable {
  /// What a reader is told of a count.
  enum Telling: Sendable, Hashable {
    case shown(PublishedCount)
    case withheld
    /// Nobody asks for it, but it can be worked out from others: the rest of a whole.
    case unpublished
  }

  struct Cell: Sendable {
    let count: Int
    var telling: Telling
    /// What a reader holds possible, by this telling and by earlier ones.
    var possible: ClosedRange<Int>
    /// True where nobody may learn which of the protected counts it is.
    var isProtected = false
    /// Of cells that could be withheld as well, the one with the lowest goes first.
    let rank: Int

    var isShown: Bool { if case .shown(let count) = telling { count.shown != nil } else { false } }
  }

  /// Counts whose sum, each with its sign, is 0.
  struct Relation: Sendable {
    let terms: [Term]
  }

  struct Term: Sendable {
    let cell: Int
    /// 1 or −1.
    let sign: Int
  }

  /// More than any count of people: no bound at all.
  static let anyCount = 0...1_000_000_000_000

  private(set) var cells: [Cell] = []
  private(set) var relations: [Relation] = []
  /// For each cell the relations that it stands in.
  private(set) var relationsOfCell: [[(relation: Int, sign: Int)]] = []

  /// Adds a count; gives its index.
  ///
  /// `known` is what earlier releases told of it.
  mutating func add(
    _ count: Int, _ telling: Telling, isProtected: Bool = false, rank: Int, known: ClosedRange<Int> = anyCount
  ) -> Int {
    let told = CountTable.possible(telling).clamped(to: known)
    // A count that was put right since is not what the earlier release spoke of.
    let possible = told.contains(count) && known.contains(count) ? told : CountTable.possible(telling)
    cells.append(
      Cell(count: count, telling: telling, possible: possible, isProtected: isProtected, rank: rank))
    relationsOfCell.append([])
    return cells.count - 1
  }

  /// Notes that a whole is the sum of its parts.
  mutating func relate(_ whole: Int, to parts: [Int]) { relate([whole], to: parts) }

  /// Notes that two groups of counts have the same sum.
  mutating func relate(_ counts: [Int], to others: [Int]) {
    let terms = counts.map { Term(cell: $0, sign: 1) } + others.map { Term(cell: $0, sign: -1) }
    for term in terms { relationsOfCell[term.cell].append((relations.count, term.sign)) }
    relations.append(Relation(terms: terms))
  }

  /// Withholds a count that would otherwise be shown.
  mutating func withhold(_ cell: Int) {
    cells[cell].telling = .withheld
    cells[cell].possible = CountTable.anyCount
  }

  /// Tells of a count as another table does.
  mutating func restore(_ cell: Int, as other: Cell) { cells[cell] = other }

  /// True where a reader could take a witness for the truth: all adds up, and each count would be told as it is.
  func allows(_ witness: Witness) -> Bool {
    let counts = cells.indices.map { witness[$0] ?? cells[$0].count }
    return zip(cells, counts).allSatisfy { $0.possible.contains($1) }
      && relations.allSatisfy { $0.terms.reduce(0) { $0 + $1.sign * counts[$1.cell] } == 0 }
  }

  /// The whole counts that a reader holds possible behind what is told.
  ///
  /// A withheld count can be any: the reader is not told whether it is small or hides another.
  static func possible(_ telling: Telling) -> ClosedRange<Int> {
    switch telling {
    case .shown(.exact(let count)): count...count
    // Whatever is below 8 is never rounded.
    case .shown(.rounded(let count)): max(smallestRounded, count - 2)...max(smallestRounded, count + 2)
    case .shown(.withheld), .shown(.notAvailable), .withheld, .unpublished: anyCount
    }
  }

  /// The smallest count that is shown rounded.
  static let smallestRounded = 8
}
