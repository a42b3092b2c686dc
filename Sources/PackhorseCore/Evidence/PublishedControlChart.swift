/// A series against what its process gives by its own nature, as a chart shows it.
///
/// Made from published figures only.
package struct PublishedControlChart: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Shares and rates whose denominators differ from period to period (Laney's charts).
    case pPrime = "p-prime"
    case uPrime = "u-prime"
    /// Single values and their moving ranges.
    case xmr
  }

  package struct Limits: Sendable, Hashable {
    package var centre: Double
    package var lower: Double
    package var upper: Double

    package init(centre: Double, lower: Double, upper: Double) {
      (self.centre, self.lower, self.upper) = (centre, lower, upper)
    }
  }

  /// One period of the series.
  package struct Point: Sendable, Hashable {
    /// Nil for a gap: withheld, not available, or a part of a period that cannot be held against whole ones.
    package var value: Double?
    package var limits: Limits?
    package var signal: Signal?

    package init(value: Double?, limits: Limits?, signal: Signal?) {
      (self.value, self.limits, self.signal) = (value, limits, signal)
    }
  }

  /// Why a point is not chance, and what that means for the measure.
  package struct Signal: Sendable, Hashable {
    package var rule: SpecialCauseRule
    package var meaning: SpecialCauseMeaning

    package init(rule: SpecialCauseRule, meaning: SpecialCauseMeaning) {
      (self.rule, self.meaning) = (rule, meaning)
    }
  }

  /// Something that happened in a period, or the reason for new limits from it on.
  package struct Note: Sendable, Hashable {
    package var column: Int
    package var text: String

    package init(column: Int, text: String) {
      (self.column, self.text) = (column, text)
    }
  }

  package var kind: Kind
  package var points: [Point]
  package var events: [Note]
  package var rebases: [Note]
  /// Whether moving ranges far above their mean were left out of the limits.
  package var isScreened: Bool
  /// Whether limits of some stretch rest on fewer than 12 values.
  package var hasTrialLimits: Bool
  /// The values at which the chart's axis is marked.
  package var axis: [Double]
  /// Whether the process would meet the measure's target as it is; nil without one, or where neither way is better.
  package var assurance: Assurance?

  package init(
    kind: Kind, points: [Point], events: [Note] = [], rebases: [Note] = [], isScreened: Bool = false,
    hasTrialLimits: Bool = false, axis: [Double]
  ) {
    (self.kind, self.points, self.events, self.rebases) = (kind, points, events, rebases)
    (self.isScreened, self.hasTrialLimits, self.axis) = (isScreened, hasTrialLimits, axis)
  }

  /// Values that limits need at least.
  package static let fewestValues = 12
}

/// Whether a process, left as it is, will meet a target.
package enum Assurance: String, Sendable, Hashable, CaseIterable {
  /// The target lies outside the natural process limits: it will be met, or missed, each time.
  case consistentlyMeets = "meets"
  case consistentlyMisses = "misses"
  /// It lies within them: met or missed by chance.
  case hitOrMiss = "hit-or-miss"
}

/// The four rules of Making Data Count, in the order in which they take precedence.
package enum SpecialCauseRule: String, Sendable, Hashable, CaseIterable {
  /// A point outside the natural process limits.
  case outsideLimits = "outside-limits"
  /// Seven points or more, each higher than the last or each lower; all of them are marked.
  case trend
  /// Two of three points in a row, all on one side of the mean, between the near and the natural limit; the two are marked.
  case twoOfThree = "two-of-three"
  /// Seven points or more in a row on one side of the mean; one on the mean ends the run.
  case shift
}

/// What a special cause means for a measure.
package enum SpecialCauseMeaning: String, Sendable, Hashable, CaseIterable {
  case improvement, concern
  /// For a measure of which neither way is better.
  case high, low
}
