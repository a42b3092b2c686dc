/// A count as it may be printed.
package enum PublishedCount: Sendable, Hashable {
  /// Exact: a true zero that may be shown, or any count of a site for one practice's own eyes.
  case exact(Int)
  /// Rounded to the nearest 5.
  case rounded(Int)
  /// Added up from counts that were each made safe before; the exact count lies in the range.
  case summed(Int, possible: ClosedRange<Int>)
  /// Withheld, for whichever reason: the reader is never told which.
  case withheld
  /// There is no such figure.
  case notAvailable

  /// The number to print, where there is one.
  package var shown: Int? {
    switch self {
    case .exact(let count), .rounded(let count), .summed(let count, _): count
    case .withheld, .notAvailable: nil
    }
  }

  /// The exact counts that may stand behind the number; nil where there is none to print.
  package var possible: ClosedRange<Int>? {
    switch self {
    case .exact(let count): count...count
    // Whatever is below 8 is never rounded.
    case .rounded(let count):
      max(Self.smallestRounded, count - 2)...max(Self.smallestRounded, count + 2)
    case .summed(_, let possible): possible
    case .withheld, .notAvailable: nil
    }
  }

  /// The number to print need not be the exact count.
  package var isInexact: Bool {
    switch self {
    case .rounded, .summed: true
    case .exact, .withheld, .notAvailable: false
    }
  }

  /// The smallest count that is shown rounded.
  package static let smallestRounded = 8
}
