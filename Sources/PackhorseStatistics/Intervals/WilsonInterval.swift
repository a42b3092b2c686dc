/// The Wilson score interval of a proportion: the shares that a sample of `x` in `n` does not rule out.
///
/// With z = Φ⁻¹((1 + confidence) / 2) the limits are the roots of (n + z²)p² − (2x + z²)p + x²/n = 0
/// (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212):
/// the upper (2x + z² + z√(z² + 4x(n − x)/n)) / (2(n + z²)), the lower their product x²/(n(n + z²)) divided by the
/// upper, which loses no digits where x is small. `x` may be fractional. Both limits lie in 0...1 and enclose x/n.
/// Nil unless 0 ≤ x ≤ n, n > 0 and 0 < confidence < 1, and for an n of 1e150 or more, whose square is too large.
package func wilsonInterval(_ x: Double, of n: Double, confidence: Double) -> ClosedRange<Double>? {
  guard confidence > 0, confidence < 1 else { return nil }
  return wilsonInterval(x, of: n, z: -normalQuantile((1 - confidence) / 2))
}

/// The same for a z that is known already.
func wilsonInterval(_ x: Double, of n: Double, z: Double) -> ClosedRange<Double>? {
  guard x >= 0, x <= n, n > 0, n < 1e150 else { return nil }
  let sum = 2 * x + z * z + z * (z * z + 4 * x * (n - x) / n).squareRoot()
  let upper = sum / (2 * (n + z * z))
  let lower = x > 0 ? 2 * x * (x / n) / sum : 0
  let share = abs(x / n)
  return min(lower, share)...min(max(upper, share), 1)
}
