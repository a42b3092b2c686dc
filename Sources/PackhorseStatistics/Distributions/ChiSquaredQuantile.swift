import CMathFunctions

/// Which end of a distribution a share is counted from.
package enum Tail: Sendable {
  case lower, upper
}

/// The chi-squared quantile: the x that has a share `p` of the distribution below it, or above it for the upper tail.
///
/// The root of P(ν/2, x/2) = p. Beyond two million degrees of freedom, where it has all digits down to p = 1e-12, the
/// expansion ν + z√(2ν) + ⅔(z² − 1) + … (R. A. Fisher and E. A. Cornish, "The percentile points of
/// distributions having known cumulants", Technometrics 2 (1960), 209–225).
/// 0 and 1 give the ends of the distribution; not-a-number unless 0 ≤ p ≤ 1, ν > 0 and ν is finite.
package func chiSquaredQuantile(_ p: Double, degrees: Double, tail: Tail = .lower) -> Double {
  guard p >= 0, p <= 1, degrees > 0, degrees.isFinite else { return .nan }
  guard p > 0, p < 1 else { return (p == 0) == (tail == .lower) ? 0 : .infinity }
  // As ν goes to 0, all of the distribution does.
  if degrees < 1e-300 { return 0 }
  if degrees > 2e6 {
    return chiSquaredExpansion(tail == .lower ? normalQuantile(p) : -normalQuantile(p), degrees)
  }
  let gamma = GammaShare(shape: degrees / 2)
  // The smaller share is solved for: 1 − p would lose its digits.
  let target = p <= 0.5 ? naturalLogarithm(p) : logarithmOfOnePlus(-p)
  let logX =
    (tail == .lower) == (p <= 0.5)
    ? logQuantile(from: startBelow(target, gamma.shape), target: target, share: gamma.below)
    : logQuantile(from: startAbove(target, gamma.shape), target: target, share: gamma.above)
  return 2 * exponential(logX)
}

/// A logarithm below the one with the share `target` below it, because P(a, x) ≤ xᵃ/Γ(1 + a).
private func startBelow(_ target: Double, _ shape: Double) -> Double {
  (target + logGammaOfOnePlus(shape)) / shape
}

/// A logarithm above the one with the share `target` above it.
///
/// Q(a, a + √(2at) + t) ≤ e⁻ᵗ (B. Laurent and P. Massart, "Adaptive estimation of a quadratic functional by model
/// selection", Annals of Statistics 28 (2000), 1302–1338, lemma 1).
private func startAbove(_ target: Double, _ shape: Double) -> Double {
  naturalLogarithm(shape + (-2 * shape * target).squareRoot() - target)
}

private func chiSquaredExpansion(_ z: Double, _ degrees: Double) -> Double {
  let root = degrees.squareRoot()
  let z2 = z * z
  let terms = [
    z * 2.0.squareRoot() * root,
    2 * (z2 - 1) / 3,
    z * (z2 - 7) / (9 * 2.0.squareRoot() * root),
    -((6 * z2 + 14) * z2 - 32) / (405 * degrees),
    z * ((9 * z2 + 256) * z2 - 433) / (4860 * 2.0.squareRoot() * degrees * root),
  ]
  return degrees + terms.reduce(0, +)
}
