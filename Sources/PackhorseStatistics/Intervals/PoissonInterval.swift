/// The exact interval of a Poisson mean: the means that a count of `x` does not rule out.
///
/// ½χ²((1 − c)/2; 2x) to ½χ²((1 + c)/2; 2x + 2) at confidence c (F. Garwood, "Fiducial limits for the Poisson
/// distribution", Biometrika 28 (1936), 437–442); the lower limit of 0 is 0. `x` may be fractional.
/// Nil unless x ≥ 0 and finite and 0 < c < 1.
package func exactPoissonInterval(_ x: Double, confidence: Double) -> ClosedRange<Double>? {
  guard confidence > 0, confidence < 1, x >= 0, x.isFinite else { return nil }
  let tail = (1 - confidence) / 2
  let lower = x > 0 ? chiSquaredQuantile(tail, degrees: 2 * x) / 2 : 0
  let upper = chiSquaredQuantile(tail, degrees: 2 * x + 2, tail: .upper) / 2
  guard lower <= upper, upper.isFinite else { return nil }
  return lower...upper
}

/// Byar's approximate limits of a Poisson mean.
///
/// x(1 − 1/(9x) − z/(3√x))³ and (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³ (N. E. Breslow and N. E. Day, "Statistical
/// methods in cancer research", volume II (1987), 69). The lower one is nil where the formula falls below 0, which it
/// does for a few events; `x` may be fractional. Nil unless x ≥ 0 and finite and 0 < confidence < 1.
package func byarLimits(_ x: Double, confidence: Double) -> (lower: Double?, upper: Double)? {
  guard confidence > 0, confidence < 1, x >= 0, x.isFinite else { return nil }
  let z = -normalQuantile((1 - confidence) / 2)
  let lower = wilsonHilferty(x, -z)
  let upper = wilsonHilferty(x + 1, z)
  return upper.isFinite ? (lower >= 0 ? lower : nil, upper) : nil
}

/// The cube of Wilson and Hilferty (1931); not-a-number for 0, of which there is no lower limit.
private func wilsonHilferty(_ x: Double, _ z: Double) -> Double {
  let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
  return x * (root * root * root)
}

/// The interval of a Poisson mean as public health reports it: exact below 10 events, Byar's from 10 on.
///
/// (D. Eayres, "Technical briefing 3: commonly used public health statistics and their confidence intervals",
/// Association of Public Health Observatories (2008).) A lower limit that Byar's formula has below 0 is 0. Nil as for the
/// two.
package func poissonInterval(_ x: Double, confidence: Double) -> ClosedRange<Double>? {
  guard x >= 10 else { return exactPoissonInterval(x, confidence: confidence) }
  guard let byar = byarLimits(x, confidence: confidence) else { return nil }
  return min(byar.lower ?? 0, byar.upper)...byar.upper
}
