/// A funnel plot: limits about a comparator that narrow as units grow, and each unit's place among them.
///
/// Values, limits and the comparator are events over size; times 100 or 1,000 is for whoever prints them.
package struct Funnel: Equatable, Sendable {
  /// What is plotted.
  package enum Kind: Sendable {
    /// A part of the people counted.
    case proportion
    /// Events in a population or person-time, or over the number expected.
    case rate
  }

  package let kind: Kind
  package let comparator: FunnelComparator
  /// Nil where chance alone is allowed for.
  package let overdispersion: Overdispersion?
  let scale: FunnelScale
  private let comparatorVariance: Double

  /// Limits for chance alone about a comparator taken as known.
  ///
  /// Proportions: π ± z√(π(1 − π)/n). Rates and ratios: the number expected against the exact interval of the events
  /// below 10 and Byar's from 10 on. (Public Health England, "Technical guide: funnel plots".) Nil unless the comparator
  /// is a number above 0, for a proportion below 1.
  package init?(_ kind: Kind, against comparator: FunnelComparator) {
    self.init(kind, comparator, nil, kind.scale, 0)
  }

  /// Limits that allow for the units' own overdispersion and for the comparator's uncertainty.
  ///
  /// y₀ ± z√(s² + τ² + v₀) on the scale, where v₀ is the comparator's variance. A unit that cannot be placed on the scale
  /// (0 events on a logarithm) has no part in τ². Nil as above, and for a proportion on another scale than `arcsine` or a
  /// rate on that.
  package init?(
    _ kind: Kind, of units: [FunnelUnit], against comparator: FunnelComparator,
    trimming: FunnelTrimming = .winsorisedAndCorrected(0.1), scale: FunnelScale? = nil
  ) {
    let scale = scale ?? kind.scale
    let value = comparator.value
    guard (kind == .proportion) == (scale == .arcsine), kind.allows(value) else { return nil }
    let base = kind == .proportion ? 1 : value
    let centre = scale.place(value / base)
    let variances = units.map { scale.variance($0.size * base) }
    let scores = zip(units, variances).map { unit, variance in
      (scale.place(unit.value / base) - centre) / variance.squareRoot()
    }
    let overdispersion = Overdispersion(zScores: scores, variances: variances, trimming: trimming)
    let uncertainty = comparator.variance(betweenUnits: overdispersion.betweenUnits) { size in
      scale.variance(size * base)
    }
    self.init(kind, comparator, overdispersion, scale, uncertainty)
  }

  private init?(
    _ kind: Kind, _ comparator: FunnelComparator, _ overdispersion: Overdispersion?, _ scale: FunnelScale,
    _ comparatorVariance: Double
  ) {
    guard kind.allows(comparator.value), comparatorVariance.isFinite else { return nil }
    self.kind = kind
    self.comparator = comparator
    self.overdispersion = overdispersion
    self.scale = scale
    self.comparatorVariance = comparatorVariance
  }

  /// The limits for a unit of this size: between 0 and, for a proportion, 1; nil for a size that no unit has.
  package func limits(at size: Double, _ level: FunnelLevel) -> ClosedRange<Double>? {
    guard size > 0, size.isFinite else { return nil }
    let value = comparator.value
    guard let overdispersion else { return chanceLimits(about: value, at: size, level) }
    let base = kind == .proportion ? 1 : value
    let centre = scale.place(value / base)
    let variance = scale.variance(size * base) + overdispersion.betweenUnits + comparatorVariance
    let half = level.z * variance.squareRoot()
    let upper = base * scale.value(at: centre + half)
    return upper.isFinite ? base * scale.value(at: centre - half)...upper : nil
  }

  /// Where a unit lies; a value on a limit is within it.
  ///
  /// Nil for a part that is larger than its whole.
  package func position(of unit: FunnelUnit) -> FunnelPosition? {
    guard let wide = isBeyond(unit, .percent998), let near = isBeyond(unit, .percent95) else { return nil }
    if wide != 0 { return wide > 0 ? .above998 : .below998 }
    return near == 0 ? .within : near > 0 ? .above95 : .below95
  }

  /// 1 above the upper limit, −1 below the lower, 0 between.
  private func isBeyond(_ unit: FunnelUnit, _ level: FunnelLevel) -> Int? {
    if kind == .proportion, unit.events > unit.size { return nil }
    if overdispersion == nil, kind == .rate {
      let expected = comparator.value * unit.size
      guard let plausible = poissonInterval(unit.events, confidence: level.confidence) else { return nil }
      return expected < plausible.lowerBound ? 1 : expected > plausible.upperBound ? -1 : 0
    }
    guard let limits = limits(at: unit.size, level) else { return nil }
    return unit.value > limits.upperBound ? 1 : unit.value < limits.lowerBound ? -1 : 0
  }

  private func chanceLimits(about value: Double, at size: Double, _ level: FunnelLevel) -> ClosedRange<
    Double
  >? {
    guard kind == .rate else {
      let half = level.z * (value * (1 - value) / size).squareRoot()
      return max(0, value - half)...min(1, value + half)
    }
    return poissonFunnelLimits(expected: value * size, level).map { events in
      events.lowerBound / size...events.upperBound / size
    }
  }
}

extension Funnel.Kind {
  fileprivate var scale: FunnelScale { self == .proportion ? .arcsine : .squareRoot }

  fileprivate func allows(_ value: Double) -> Bool {
    value > 0 && value.isFinite && (self == .rate || value < 1)
  }
}
