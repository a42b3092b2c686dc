/// Where a unit lies in a funnel plot; there is no rank.
package enum FunnelPosition: Sendable, CaseIterable {
  /// Below the 99.8% limit, or between it and the 95% limit.
  case below998, below95
  /// Within what chance, and the spread allowed for, explain.
  case within
  /// Between the 95% limit and the 99.8% limit, or above it.
  case above95, above998
}
