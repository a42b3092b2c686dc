/// What a mean and its interval need to know of a sample: how many, their mean, their standard deviation.
package struct SampleSummary: Equatable, Sendable {
  /// How many, at least 2; a rounded count may be published for it.
  package let count: Double
  package let mean: Double
  /// The standard deviation with divisor n − 1, at least 0.
  package let deviation: Double

  /// Nil unless there are at least 2 and all numbers are finite.
  package init?(count: Double, mean: Double, deviation: Double) {
    guard count >= 2, count.isFinite, mean.isFinite, deviation >= 0, deviation.isFinite else { return nil }
    self.count = count
    self.mean = mean
    self.deviation = deviation
  }

  /// From sums: s² = (Σx² − (Σx)²/n) / (n − 1).
  ///
  /// Sums lose digits of s where the mean is many times larger. Nil as above, and where no sample has such sums, rounding
  /// aside.
  package init?(count: Double, sum: Double, sumOfSquares: Double) {
    let mean = sum / count
    let squares = sumOfSquares - sum * mean
    guard squares >= -1e-9 * sumOfSquares else { return nil }
    self.init(count: count, mean: mean, deviation: (max(0, squares) / (count - 1)).squareRoot())
  }

  /// From the values themselves, in two passes.
  package init?(_ values: [Double]) {
    let count = Double(values.count)
    let mean = accurateMean(values)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(count: count, mean: mean, deviation: (squares / (count - 1)).squareRoot())
  }

  /// The t interval of the mean: x̄ ± t((1 + c)/2; n − 1) s/√n at confidence c.
  ///
  /// ("Student", "The probable error of a mean", Biometrika 6 (1908), 1–25.) Nil unless 0 < c < 1.
  package func meanInterval(confidence: Double) -> ClosedRange<Double>? {
    guard confidence > 0, confidence < 1 else { return nil }
    let t = -studentQuantile((1 - confidence) / 2, degrees: count - 1)
    let half = t * deviation / count.squareRoot()
    guard (mean - half).isFinite, (mean + half).isFinite else { return nil }
    return mean - half...mean + half
  }
}

/// The mean of the values, with the rounding of a first pass put right by a second; not-a-number for none.
func accurateMean(_ values: [Double]) -> Double {
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  return mean + values.reduce(0) { $0 + ($1 - mean) } / count
}
