import CMathFunctions

/// Student's t quantile: the t below which a share `p` of the distribution lies.
///
/// The root of I(ν/(ν + t²); ν/2, ½) = 2p for the tails and of I(t²/(ν + t²); ½, ν/2) = 1 − 2p near the middle
/// ("Student", "The probable error of a mean", Biometrika 6 (1908), 1–25). From 10,000 degrees of freedom on, where it
/// has all digits, the expansion in 1/ν about the normal quantile (Abramowitz and Stegun, "Handbook of mathematical
/// functions" (1964), 26.7.5). 0 gives minus infinity, 1 infinity; not-a-number unless 0 ≤ p ≤ 1 and ν ≥ 1.
package func studentQuantile(_ p: Double, degrees: Double) -> Double {
  guard p >= 0, p <= 1, degrees >= 1 else { return .nan }
  guard p > 0, p < 1 else { return p == 0 ? -.infinity : .infinity }
  if p == 0.5 { return 0 }
  let z = normalQuantile(p)
  if degrees >= 10_000 { return studentExpansion(z, degrees) }
  let student = StudentShare(degrees: degrees)
  let start = naturalLogarithm(abs(z))
  // Both differences are exact: p is between ¼ and ¾ in the one, above ½ in the other.
  let logT =
    abs(p - 0.5) < 0.25
    ? logQuantile(from: start, target: naturalLogarithm(2 * abs(p - 0.5)), share: student.within)
    : logQuantile(from: start, target: naturalLogarithm(2 * min(p, 1 - p)), share: student.beyond)
  return p < 0.5 ? -exponential(logT) : exponential(logT)
}

private func studentExpansion(_ z: Double, _ degrees: Double) -> Double {
  let z2 = z * z
  let r = 1 / degrees
  let first = (z2 + 1) / 4
  let second = ((5 * z2 + 16) * z2 + 3) / 96
  let third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
  let fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160
  return z + z * r * (first + r * (second + r * (third + r * fourth)))
}
