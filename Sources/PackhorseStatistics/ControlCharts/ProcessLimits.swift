/// What a process gives by its own nature at one period: its mean, its natural process limits, and the near ones.
package struct ProcessLimits: Equatable, Sendable {
  package let centre: Double
  /// The natural process limits, three sigma from the centre.
  package let lower: Double
  package let upper: Double
  /// Two thirds of the way to the limits.
  package let nearLower: Double
  package let nearUpper: Double

  /// Limits at a distance from the centre, held within bounds that no value can leave; nil unless all are finite.
  init?(centre: Double, distance: Double, within bounds: ClosedRange<Double>? = nil) {
    let bounds = bounds ?? -.greatestFiniteMagnitude ... .greatestFiniteMagnitude
    guard centre.isFinite, distance >= 0, (centre - distance).isFinite, (centre + distance).isFinite else {
      return nil
    }
    self.centre = centre
    lower = max(bounds.lowerBound, centre - distance)
    upper = min(bounds.upperBound, centre + distance)
    nearLower = max(bounds.lowerBound, centre - distance * (2 / 3))
    nearUpper = min(bounds.upperBound, centre + distance * (2 / 3))
  }

  /// Whether there is no variation, or no more than rounding makes: then nothing can be told from chance.
  package var isWithoutVariation: Bool { upper - lower <= 1e-12 * abs(centre) }

  /// 1 above the centre, −1 below, 0 on it, where a difference that rounding can make counts as none.
  func side(_ value: Double) -> Int {
    abs(value - centre) <= 1e-12 * abs(centre) ? 0 : value > centre ? 1 : -1
  }

  /// 1 above the upper limit, −1 below the lower one.
  func outside(_ value: Double) -> Int { value > upper ? 1 : value < lower ? -1 : 0 }

  /// 1 between the near and the natural limit above, −1 below, 0 elsewhere, outside the limits too.
  func near(_ value: Double) -> Int {
    outside(value) != 0 ? 0 : value > nearUpper ? 1 : value < nearLower ? -1 : 0
  }
}
