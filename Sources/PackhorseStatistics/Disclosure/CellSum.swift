import PackhorseCore

/// A count that is added up from cells, each made safe once: a function of their classes and of nothing else.
///
/// The class of a cell is all that anybody is told of it: none, 1 to 7, or within 2 of a multiple of 5.
struct CellSum: Sendable, Hashable {
  /// What is added up: the multiple of 5, or the middle of 1 to 7.
  private(set) var value = 0
  private(set) var possible = 0...0
  /// Cells that hold anybody.
  private var cells = 0
  /// One of them is rounded: a sum of small counts alone says nothing that could be printed.
  private var hasRounded = false

  /// What is added for a count of 1 to 7.
  static let middle = 4

  static let none = CellSum()

  /// A cell of so many people.
  init(of count: Int) {
    guard count > 0 else { return }
    let isSmall = count < PublishedCount.smallestRounded
    let rounded = PublishedCount.rounded((count + 2) / 5 * 5)
    (cells, hasRounded) = (1, !isSmall)
    (value, possible) = (isSmall ? Self.middle : rounded.shown ?? 0, 1...7)
    if !isSmall, let behind = rounded.possible { possible = behind }
  }

  /// A part of a cell of 1 to 7 people, of which nothing is told.
  init(hiddenPart value: Int) {
    (self.value, possible, cells) = (value, 0...7, 1)
  }

  private init() {}

  static func += (sum: inout CellSum, other: CellSum) {
    sum.value += other.value
    sum.possible =
      sum.possible.lowerBound + other.possible.lowerBound...sum.possible.upperBound
      + other.possible.upperBound
    sum.cells += other.cells
    if other.hasRounded { sum.hasRounded = true }
  }

  /// The count as it is printed; `[c]` where every cell with anybody in it is small.
  var told: PublishedCount {
    if cells == 0 { return .exact(0) }
    guard hasRounded else { return .withheld }
    return cells == 1 ? .rounded(value) : .summed(value, possible: possible)
  }
}

extension Sequence where Element == CellSum {
  var sum: CellSum { reduce(into: .none) { $0 += $1 } }
}
