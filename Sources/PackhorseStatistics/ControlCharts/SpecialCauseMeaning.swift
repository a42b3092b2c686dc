package import PackhorseCore

extension SpecialCause {
  /// Improvement or concern by the measure's direction.
  package func meaning(_ better: Measure.Direction) -> SpecialCauseMeaning {
    switch better {
    case .neither: isHigh ? .high : .low
    case .higher: isHigh ? .improvement : .concern
    case .lower: isHigh ? .concern : .improvement
    }
  }
}
