package import PackhorseCore

extension ControlChart {
  /// The latest period that has a reading; nil without one.
  package var latest: Point? { points.last { $0.reading != .missing } }

  /// Assurance by the limits of the latest reading.
  ///
  /// Nil where neither way is better, where there are no limits, and for a target that is not a number.
  package func assurance(target: Double, better: Measure.Direction) -> Assurance? {
    guard let limits = latest?.limits, better != .neither, !target.isNaN else { return nil }
    if target > limits.upper { return better == .higher ? .consistentlyMisses : .consistentlyMeets }
    if target < limits.lower { return better == .higher ? .consistentlyMeets : .consistentlyMisses }
    return .hitOrMiss
  }
}
