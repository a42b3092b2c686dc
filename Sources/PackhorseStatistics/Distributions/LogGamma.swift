import CMathFunctions

/// The natural logarithm of Γ(1 + a), for a > 0.
///
/// ½ ln 2πa + a ln a − a + δ(a), with Stirling's error δ(a).
func logGammaOfOnePlus(_ a: Double) -> Double {
  0.5 * naturalLogarithm(2 * .pi * a) + a * naturalLogarithm(a) - a + stirlingError(a)
}

/// Stirling's error δ(a) = ln Γ(1 + a) − (½ ln 2πa + a ln a − a), for a > 0.
///
/// From 16 on the asymptotic series 1/(12a) − 1/(360a³) + 1/(1260a⁵) − … (Abramowitz and Stegun, "Handbook of
/// mathematical functions" (1964), 6.1.41), right to the last digit; below, Γ(1 + a) = Γ(1 + a + m) / ((a + 1)…(a + m)).
func stirlingError(_ a: Double) -> Double {
  guard a < 16 else { return stirlingSeries(a) }
  var shifted = a
  var product = 1.0
  while shifted < 16 {
    shifted += 1
    product *= shifted
  }
  let logGamma =
    0.5 * naturalLogarithm(2 * .pi * shifted) + shifted * naturalLogarithm(shifted) - shifted
    + stirlingSeries(shifted) - naturalLogarithm(product)
  return logGamma - (0.5 * naturalLogarithm(2 * .pi * a) + a * naturalLogarithm(a) - a)
}

private func stirlingSeries(_ a: Double) -> Double {
  let r = 1 / (a * a)
  return (1 / 12 + r * (-1 / 360 + r * (1 / 1260 + r * (-1 / 1680 + r * (1 / 1188 - r * 691 / 360_360))))) / a
}
