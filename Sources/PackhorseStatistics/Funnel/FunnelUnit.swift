/// One practice, network or area in a funnel plot: what happened, and how much could have.
package struct FunnelUnit: Equatable, Sendable {
  /// How many events, or people with the outcome: at least 0; it need not be whole.
  package let events: Double
  /// The people counted (of a proportion), the population or person-time (of a rate) or the events expected (of a
  /// ratio): above 0.
  package let size: Double

  /// Nil unless events ≥ 0, size > 0 and both are finite.
  package init?(events: Double, size: Double) {
    guard events >= 0, events.isFinite, size > 0, size.isFinite else { return nil }
    self.events = events
    self.size = size
  }

  /// The events over the size.
  package var value: Double { events / size }
}
