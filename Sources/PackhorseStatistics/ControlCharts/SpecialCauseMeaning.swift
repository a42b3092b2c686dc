package import PackhorseCore

extension SpecialCause {
  /// What a special cause means for a measure.
  package enum Meaning: Sendable {
    case improvement, concern
    /// For a measure of which neither way is better.
    case high, low
  }

  /// Improvement or concern by the measure's direction.
  package func meaning(_ better: Measure.Direction) -> Meaning {
    switch better {
    case .neither: isHigh ? .high : .low
    case .higher: isHigh ? .improvement : .concern
    case .lower: isHigh ? .concern : .improvement
    }
  }
}
