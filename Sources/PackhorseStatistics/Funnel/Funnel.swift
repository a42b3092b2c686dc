package import PackhorseCore

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
  /// The comparator's proportion, rate or ratio: the line in the middle.
  package let centre: Double
  /// Nil where chance alone is allowed for.
  package let overdispersion: Overdispersion?
  let scale: FunnelScale
  private let comparatorVariance: Double

  /// Limits for chance alone about a comparator taken as known.
  ///
  /// Proportions: π ± z√(π(1 − π)/n). Rates and ratios: the number expected against the exact interval of the events
  /// below 10 and Byar's from 10 on. (J. Flowers, "Technical briefing 2: statistical process control methods in public health
  /// intelligence", Association of Public Health Observatories (2007).) Nil unless the comparator
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
    let variances = units.map { scale.variance($0.size * base) }
    let scores = zip(units, variances).map { unit, variance in
      kind.allows(unit)
        ? (scale.place(unit.value / base) - scale.place(value / base)) / variance.squareRoot() : .nan
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
    centre = comparator.value
    guard kind.allows(centre), comparatorVariance.isFinite else { return nil }
    self.kind = kind
    self.comparator = comparator
    self.overdispersion = overdispersion
    self.scale = scale
    self.comparatorVariance = comparatorVariance
  }

  /// The limits for a unit of this size: between 0 and, for a proportion, 1; nil for a size that no unit has.
  package func limits(at size: Double, _ level: FunnelLevel) -> ClosedRange<Double>? {
    guard size > 0, size.isFinite else { return nil }
    guard let overdispersion else { return chanceLimits(at: size, level) }
    let base = kind == .proportion ? 1 : centre
    let place = scale.place(centre / base)
    let variance = scale.variance(size * base) + overdispersion.betweenUnits + comparatorVariance
    let half = level.z * variance.squareRoot()
    let upper = base * scale.value(at: place + half)
    return upper.isFinite ? base * scale.value(at: place - half)...upper : nil
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
    guard kind.allows(unit) else { return nil }
    if overdispersion == nil, kind == .rate {
      let expected = centre * unit.size
      guard let plausible = poissonInterval(unit.events, confidence: level.confidence) else { return nil }
      return expected < plausible.lowerBound ? 1 : expected > plausible.upperBound ? -1 : 0
    }
    guard let limits = limits(at: unit.size, level) else { return nil }
    return unit.value > limits.upperBound ? 1 : unit.value < limits.lowerBound ? -1 : 0
  }

  private func chanceLimits(at size: Double, _ level: FunnelLevel) -> ClosedRange<Double>? {
    if kind == .proportion {
      let half = level.z * (centre * (1 - centre) / size).squareRoot()
      return max(0, centre - half)...min(1, centre + half)
    }
    guard let events = poissonFunnelLimits(expected: centre * size, level) else { return nil }
    let upper = events.upperBound / size
    return upper.isFinite ? events.lowerBound / size...upper : nil
  }
}

extension Funnel.Kind {
  fileprivate var scale: FunnelScale { self == .proportion ? .arcsine : .squareRoot }

  fileprivate func allows(_ value: Double) -> Bool {
    value > 0 && value.isFinite && (self == .rate || value < 1)
  }

  /// A part is no larger than its whole.
  fileprivate func allows(_ unit: FunnelUnit) -> Bool { self == .rate || unit.events <= unit.size }
}
