import CMathFunctions

/// The scale on which units of a funnel are nearly normal, each with a known sampling error s.
///
/// (D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
/// 1185–1202, and D. J. Spiegelhalter and others, "Statistical methods for healthcare regulation", JRSS A 175 (2012), 1–47.)
package enum FunnelScale: Sendable {
  /// asin √p, s = 1/(2√n): for proportions.
  case arcsine
  /// √(O/E), s = 1/(2√E), where E is the size times the comparator's rate: for rates and ratios.
  case squareRoot
  /// ln (O/E), s = 1/√E: for ratios, as the summary hospital-level mortality indicator has it; not for 0 events.
  case logarithm

  /// Where a value lies on the scale; values are relative to the comparator except on `arcsine`.
  func place(_ value: Double) -> Double {
    switch self {
    case .arcsine: CMathFunctions.arcsine(min(1, value).squareRoot())
    case .squareRoot: value.squareRoot()
    case .logarithm: naturalLogarithm(value)
    }
  }

  /// The value at a place, places beyond the ends of the scale taken to its ends.
  func value(at place: Double) -> Double {
    switch self {
    case .arcsine:
      let sine = CMathFunctions.sine(min(max(0, place), .pi / 2))
      return sine * sine
    case .squareRoot: return max(0, place) * max(0, place)
    case .logarithm: return exponential(place)
    }
  }

  /// The sampling variance s² of a unit that has this many people, or expects this many events.
  func variance(_ size: Double) -> Double {
    switch self {
    case .arcsine, .squareRoot: 0.25 / size
    case .logarithm: 1 / size
    }
  }
}
