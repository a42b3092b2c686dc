/// The events between which a unit is not told apart from the number expected of it.
///
/// The largest x whose interval lies below that number and the smallest whose interval lies above it, found by bisection
/// in the very interval that places the units (`poissonInterval`): a point beyond the line is one that is called so.
/// `expected` is above 0. Nil where it is too large for that.
func poissonFunnelLimits(expected: Double, _ level: FunnelLevel) -> ClosedRange<Double>? {
  // Both limits lie within z² + z√E + 2 or so of E; twice that is wide enough.
  let reach = 2 * (level.z * level.z + level.z * expected.squareRoot() + 2)
  guard expected > 0, expected + reach < 1e300 else { return nil }
  func crossing(_ low: Double, _ high: Double, _ bound: (ClosedRange<Double>) -> Double) -> Double? {
    var (low, high) = (low, high)
    for _ in 0..<60 {
      let middle = low + (high - low) / 2
      guard let interval = poissonInterval(middle, confidence: level.confidence) else { return nil }
      if bound(interval) < expected { low = middle } else { high = middle }
    }
    return high
  }
  guard let lower = crossing(max(0, expected - reach), expected, \.upperBound),
    let upper = crossing(expected, expected + reach, \.lowerBound), lower <= upper,
    let none = poissonInterval(0, confidence: level.confidence)
  else { return nil }
  return (none.upperBound < expected ? lower : 0)...upper
}
