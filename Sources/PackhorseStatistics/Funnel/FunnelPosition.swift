/// Where a unit lies in a funnel plot; there is no rank.
package enum FunnelPosition: Sendable, CaseIterable {
  /// Below the 99.8% limit, or between it and the 95% limit.
  case below998, below95
  /// Within what chance, and the spread allowed for, explain.
  case within
  /// Between the 95% limit and the 99.8% limit, or above it.
  case above95, above998
}

/// The two limits of a funnel plot: one unit in 20, or in 500, lies beyond by chance.
package enum FunnelLevel: Sendable, CaseIterable {
  case percent95, percent998

  /// As a share.
  package var confidence: Double { self == .percent95 ? 0.95 : 0.998 }
  /// The share beyond each limit.
  var tail: Double { self == .percent95 ? 0.025 : 0.001 }
  var z: Double { -normalQuantile(tail) }
}
