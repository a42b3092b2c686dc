/// The two limits of a funnel plot: one unit in 20, or in 500, lies beyond by chance.
package enum FunnelLevel: Sendable, CaseIterable {
  case percent95, percent998

  /// As a share.
  package var confidence: Double { self == .percent95 ? 0.95 : 0.998 }
  /// The share beyond each limit.
  var tail: Double { self == .percent95 ? 0.025 : 0.001 }
  var z: Double { -normalQuantile(tail) }
}
