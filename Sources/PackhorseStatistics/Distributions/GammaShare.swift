import CMathFunctions

/// The gamma distribution of a shape: its regularised incomplete gamma functions, in logarithms.
///
/// P(a, x) by its power series below a + 1 and Q(a, x) by its continued fraction above (Abramowitz and Stegun, "Handbook
/// of mathematical functions" (1964), 6.5.29 and 6.5.31); the other one is the complement.
struct GammaShare {
  /// The shape a > 0.
  let shape: Double
  private let constant: Double

  init(shape: Double) {
    self.shape = shape
    constant = -stirlingError(shape) - 0.5 * naturalLogarithm(2 * .pi * shape)
  }

  /// ln P(a, x): the share below x.
  func below(_ logX: Double) -> LogShare {
    exponential(logX) < shape + 1 ? series(logX) : fraction(logX).complement
  }

  /// ln Q(a, x): the share above x.
  func above(_ logX: Double) -> LogShare {
    exponential(logX) < shape + 1 ? series(logX).complement : fraction(logX)
  }

  /// The logarithm of xᵃe⁻ˣ/Γ(1 + a), free of the cancellation that large a and x would bring.
  private func logFactor(_ logX: Double) -> Double {
    let excess = (exponential(logX) - shape) / shape
    let logRatio = abs(excess) < 0.5 ? logarithmOfOnePlus(excess) : logX - naturalLogarithm(shape)
    let deviance = excess - logRatio
    return constant - shape * deviance
  }

  private func series(_ logX: Double) -> LogShare {
    let x = exponential(logX)
    var term = 1.0
    var sum = 1.0
    var k = shape
    while term > sum * 1e-17 {
      k += 1
      term *= x / k
      sum += term
    }
    return LogShare(value: logFactor(logX) + naturalLogarithm(sum), slope: shape / sum)
  }

  private func fraction(_ logX: Double) -> LogShare {
    let a = shape
    let x = exponential(logX)
    let value = continuedFraction(first: x + 1 - a) { k in
      let k = Double(k)
      return (-k * (k - a), x + 2 * k + 1 - a)
    }
    return LogShare(value: logFactor(logX) + naturalLogarithm(a * value), slope: -1 / value)
  }
}
