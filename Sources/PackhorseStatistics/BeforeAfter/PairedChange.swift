package import PackhorseCore

/// The change of the people who were measured before and after: the mean of each one's difference.
///
/// A difference is after less before. The mean's interval is the t interval of the differences (see `SampleSummary`): two
/// groups' separate means and deviations do not give it.
package struct PairedChange: Equatable, Sendable {
  package let differences: SampleSummary
  package let interval95: ClosedRange<Double>
  package let interval998: ClosedRange<Double>

  /// Nil where an interval overflows.
  package init?(_ differences: SampleSummary) {
    guard let at95 = differences.meanInterval(confidence: 0.95),
      let at998 = differences.meanInterval(confidence: 0.998)
    else { return nil }
    self.differences = differences
    interval95 = at95
    interval998 = at998
  }

  /// From each person's values; nil unless both lists are as long and hold at least 2 finite numbers.
  package init?(before: [Double], after: [Double]) {
    guard before.count == after.count, let summary = SampleSummary(zip(after, before).map { $0 - $1 }) else {
      return nil
    }
    self.init(summary)
  }

  /// Whether there are fewer than the 30 pairs below which the t interval leans on the differences being normal.
  package var hasFewPairs: Bool { differences.count < 30 }

  /// What the 95% interval says of a change.
  package enum Finding: Sendable {
    case better, worse
    /// Higher or lower, for a measure of which neither way is better.
    case higher, lower
    /// The interval holds no change.
    case unclear
  }

  /// What the 95% interval says, by the measure's direction; it says nothing of why.
  package func finding(_ better: Measure.Direction) -> Finding {
    guard !interval95.contains(0) else { return .unclear }
    let isHigher = interval95.lowerBound > 0
    return switch better {
    case .higher: isHigher ? .better : .worse
    case .lower: isHigher ? .worse : .better
    case .neither: isHigher ? .higher : .lower
    }
  }
}
