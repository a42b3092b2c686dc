import CMathFunctions

/// The share of the standard normal distribution below z: Φ(z).
///
/// Half the share of the chi-squared distribution with one degree of freedom beyond z², or what that leaves; beyond ±40,
/// where no Double is small enough, 0 and 1. Not-a-number for not-a-number.
package func normalShare(below z: Double) -> Double {
  guard z != 0, abs(z) < 40 else { return z == 0 ? 0.5 : z < 0 ? 0 : z > 0 ? 1 : .nan }
  let logHalfSquare = 2 * naturalLogarithm(abs(z)) - naturalLogarithm(2)
  let beyond = exponential(GammaShare(shape: 0.5).above(logHalfSquare).value) / 2
  return z < 0 ? beyond : 1 - beyond
}
