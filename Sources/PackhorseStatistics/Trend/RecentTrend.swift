/// Whether the last five periods go up or down more than chance makes them.
package enum RecentTrend: Equatable, Sendable {
  case increasing, decreasing
  case noSignificantChange
  case cannotBeCalculated(Obstacle)

  /// Why a trend cannot be calculated.
  package enum Obstacle: Sendable {
    /// There are fewer than five periods.
    case tooFewPeriods
    /// One of the last five has no figure.
    case gap
    /// A figure has no interval around it, or one of no width, which leaves its weight unknown.
    case noInterval
  }
}

/// A value with its 95% interval, for one period.
package struct TrendPoint: Equatable, Sendable {
  package let value: Double
  package let lower95: Double
  package let upper95: Double

  package init(value: Double, lower95: Double, upper95: Double) {
    self.value = value
    self.lower95 = lower95
    self.upper95 = upper95
  }

  /// The standard error that the interval stands for, (U − L)/3.92; nil where it has no width.
  fileprivate var standardError: Double? {
    let error = (upper95 - lower95) / 3.92
    return value.isFinite && error > 0 && error.isFinite ? error : nil
  }
}

/// The recent trend of a series, from its last five periods; nil stands for a period without a figure.
///
/// The slope of value on period by least squares with weights 1/SE², SE = (U − L)/3.92. There is a trend where
/// (slope/SE(slope))² exceeds χ²(0.998; 1) = 9.5495 and the slope has the same sign when any one of the five is left out
/// (the recent trends of Fingertips, Office for Health Improvement and Disparities).
package func recentTrend(_ series: [TrendPoint?]) -> RecentTrend {
  guard series.count >= 5 else { return .cannotBeCalculated(.tooFewPeriods) }
  let points = series.suffix(5).compactMap(\.self)
  guard points.count == 5 else { return .cannotBeCalculated(.gap) }
  let weighted = points.enumerated().compactMap { place, point in
    point.standardError.map { (x: Double(place), y: point.value, weight: 1 / ($0 * $0)) }
  }
  guard weighted.count == 5, let whole = weightedSlope(weighted) else {
    return .cannotBeCalculated(.noInterval)
  }
  let others = weighted.indices.map { left in
    weightedSlope(weighted.indices.filter { $0 != left }.map { weighted[$0] })?.slope ?? 0
  }
  let chiSquared = whole.slope * whole.slope * whole.precision
  guard chiSquared > chiSquaredQuantile(0.002, degrees: 1, tail: .upper) else { return .noSignificantChange }
  if whole.slope > 0, others.allSatisfy({ $0 > 0 }) { return .increasing }
  return whole.slope < 0 && others.allSatisfy { $0 < 0 } ? .decreasing : .noSignificantChange
}

/// The slope Σw(x − x̄)(y − ȳ)/Σw(x − x̄)² about the weighted means, and its precision, the divisor.
func weightedSlope(_ points: [(x: Double, y: Double, weight: Double)]) -> (slope: Double, precision: Double)?
{
  let sum = points.reduce(0) { $0 + $1.weight }
  let x = points.reduce(0) { $0 + $1.weight / sum * $1.x }
  let y = points.reduce(0) { $0 + $1.weight / sum * $1.y }
  let precision = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.x - x) }
  let slope = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.y - y) } / precision
  return slope.isFinite && precision.isFinite ? (slope, precision) : nil
}
