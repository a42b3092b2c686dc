import CMathFunctions

/// Which end of a distribution a share is counted from.
package enum Tail: Sendable {
  case lower, upper
}

/// The chi-squared quantile: the x that has a share `p` of the distribution below it, or above it for the upper tail.
///
/// The root of P(ν/2, x/2) = p. Beyond two million degrees of freedom, where no more is needed for the last digit but
/// one, the expansion ν + z√(2ν) + ⅔(z² − 1) + … (R. A. Fisher and E. A. Cornish, "The percentile points of
/// distributions having known cumulants", Technometrics 2 (1960), 209–225).
/// 0 and 1 give the ends of the distribution; not-a-number unless 0 ≤ p ≤ 1, ν > 0 and ν is finite.
package func chiSquaredQuantile(_ p: Double, degrees: Double, tail: Tail = .lower) -> Double {
  guard p >= 0, p <= 1, degrees > 0, degrees.isFinite else { return .nan }
  guard p > 0, p < 1 else { return (p == 0) == (tail == .lower) ? 0 : .infinity }
  // As ν goes to 0, all of the distribution does.
  if degrees < 1e-300 { return 0 }
  let z = tail == .lower ? normalQuantile(p) : -normalQuantile(p)
  if degrees > 2e6 { return chiSquaredExpansion(z, degrees) }
  let gamma = GammaShare(shape: degrees / 2)
  let start = startingPoint(p, tail, z, degrees)
  // The smaller share is solved for: 1 − p would lose its digits.
  let solvesBelow = (tail == .lower) == (p <= 0.5)
  let target = p <= 0.5 ? naturalLogarithm(p) : logarithmOfOnePlus(-p)
  let logX = logQuantile(from: start, target: target, share: solvesBelow ? gamma.below : gamma.above)
  return 2 * exponential(logX)
}

/// The logarithm of half the quantile, roughly: by the Wilson–Hilferty cube, or by P(a, x) ≈ xᵃ/Γ(1 + a) where x is small.
private func startingPoint(_ p: Double, _ tail: Tail, _ z: Double, _ degrees: Double) -> Double {
  let cubeRoot = 1 - 2 / (9 * degrees) + z * (2 / (9 * degrees)).squareRoot()
  let share = tail == .lower ? naturalLogarithm(p) : logarithmOfOnePlus(-p)
  let small = (share + logGammaOfOnePlus(degrees / 2)) / (degrees / 2)
  guard cubeRoot > 0.1 else { return small }
  let cube = naturalLogarithm(degrees / 2 * cubeRoot * cubeRoot * cubeRoot)
  return degrees < 1 ? min(small, cube) : cube
}

private func chiSquaredExpansion(_ z: Double, _ degrees: Double) -> Double {
  let root = degrees.squareRoot()
  let z2 = z * z
  let terms = [
    z * 2.0.squareRoot() * root,
    2 * (z2 - 1) / 3,
    z * (z2 - 7) / (9 * 2.0.squareRoot() * root),
    -((6 * z2 + 14) * z2 - 32) / (405 * degrees),
  ]
  return degrees + terms.reduce(0, +)
}
