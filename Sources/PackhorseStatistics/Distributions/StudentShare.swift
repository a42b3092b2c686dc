import CMathFunctions

/// The share of a t distribution on one side of t, in logarithms, by the regularised incomplete beta function.
///
/// With x = ν/(ν + t²) the share beyond ±t is I(x; ν/2, ½), the share within it I(1 − x; ½, ν/2) (Abramowitz and Stegun,
/// "Handbook of mathematical functions" (1964), 26.7.1), each by the continued fraction of the incomplete beta function
/// (26.5.8) where that is short, or else as the complement.
struct StudentShare {
  let degrees: Double
  private let logBeta: Double

  init(degrees: Double) {
    self.degrees = degrees
    let a = degrees / 2
    // B(½, a) = √π Γ(1 + a)(a + ½)/(a Γ(1 + a + ½)), the large parts of both Γ taken off each other first.
    logBeta =
      0.5 * naturalLogarithm(.pi * (a + 0.5)) - naturalLogarithm(a) + 0.5
      - (a + 0.5) * logarithmOfOnePlus(0.5 / a) + stirlingError(a) - stirlingError(a + 0.5)
  }

  /// The share beyond ±t.
  func beyond(_ logT: Double) -> LogShare {
    let (logX, logY) = places(logT)
    return isCentral(logX) ? within(logT).complement : part(degrees / 2, 0.5, logX, logY, turn: -2)
  }

  /// The share within ±t.
  func within(_ logT: Double) -> LogShare {
    let (logX, logY) = places(logT)
    return isCentral(logX) ? part(0.5, degrees / 2, logY, logX, turn: 2) : beyond(logT).complement
  }

  /// ln ν/(ν + t²) and ln t²/(ν + t²).
  private func places(_ logT: Double) -> (Double, Double) {
    let ratio = 2 * logT - naturalLogarithm(degrees)
    let softened = ratio > 40 ? ratio : logarithmOfOnePlus(exponential(ratio))
    return (-softened, ratio - softened)
  }

  /// The fraction for the share within is the shorter one where t² < 3ν/(ν + 2).
  private func isCentral(_ logX: Double) -> Bool {
    exponential(logX) > (degrees + 2) / (degrees + 5)
  }

  /// ln I(x; a, b), and its slope against ln t, where ln x changes by `turn` times 1 − x.
  private func part(_ a: Double, _ b: Double, _ logX: Double, _ logY: Double, turn: Double) -> LogShare {
    let x = exponential(logX)
    let value = continuedFraction(first: 1) { k in
      let m = Double(k / 2)
      let a2m = a + 2 * m
      return k % 2 == 0
        ? (m * (b - m) * x / ((a2m - 1) * a2m), 1) : (-(a + m) * (a + b + m) * x / (a2m * (a2m + 1)), 1)
    }
    return LogShare(
      value: a * logX + b * logY - logBeta - naturalLogarithm(a) + naturalLogarithm(value),
      slope: turn * a / value)
  }
}
