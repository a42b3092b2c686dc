/// A count as it may be printed.
package enum PublishedCount: Sendable, Hashable {
  /// Exact: a true zero that may be shown, or any count of a site for one practice's own eyes.
  case exact(Int)
  /// Rounded to the nearest 5.
  case rounded(Int)
  /// Withheld, for whichever reason: the reader is never told which.
  case withheld
  /// There is no such figure.
  case notAvailable

  /// The number to print, where there is one.
  package var shown: Int? {
    switch self {
    case .exact(let count), .rounded(let count): count
    case .withheld, .notAvailable: nil
    }
  }
}
