/// The decision to calculate limits anew from a period on, which nobody may take without a reason.
package struct Rebase: Equatable, Sendable {
  /// The place in the series, from 0, of the first period of the new limits.
  package let period: Int
  package let reason: String

  /// Nil where the reason is blank.
  package init?(at period: Int, reason: String) {
    guard reason.contains(where: { !$0.isWhitespace }) else { return nil }
    self.period = period
    self.reason = reason
  }
}
