import PackhorseCore

/// A count that is published or withheld: of which measure, area and period, and which of its counts.
struct Cell: Hashable, Sendable, Comparable {
  var measure: String
  var area: String
  var period: Period
  /// `numerator` or `denominator` of a share or rate, the word of a flow's status, or the count of a change.
  var count: String

  static func < (one: Cell, other: Cell) -> Bool {
    (one.measure, one.area, one.period, one.count) < (other.measure, other.area, other.period, other.count)
  }

  /// How a message names it; never with its value.
  var name: String { "'\(count)' of '\(measure)' for '\(area)' in \(period.code)" }
}

/// The whole numbers that a published count may stand for.
struct Span: Hashable, Sendable {
  var least: Int
  var most: Int

  /// More people than any practice, network or board counts.
  static let unlimited = 100_000_000

  static let anything = Span(least: 0, most: unlimited)

  func meets(_ other: Span) -> Bool { least <= other.most && other.least <= most }

  func common(_ other: Span) -> Span { Span(least: max(least, other.least), most: min(most, other.most)) }
}

/// A count as the file of figures tells it.
enum Told: Hashable, Sendable {
  case withheld
  /// Nobody gave rows, or the column does not apply.
  case absent
  /// A number, and what it may stand for.
  case number(Int, Span)

  /// Counts of 1 to 7 are withheld, others rounded to the nearest 5.
  static let smallest = 1...7
  static let roundedTo = 5

  var span: Span {
    switch self {
    case .withheld: .anything
    case .absent: Span(least: 0, most: 0)
    case .number(_, let span): span
    }
  }

  /// What a count that was rounded to the nearest 5 stands for.
  static func rounded(_ number: Int) -> Span {
    number == 0
      ? Span(least: 0, most: 0)
      : Span(least: max(smallest.upperBound + 1, number - 2), most: number + 2)
  }
}
