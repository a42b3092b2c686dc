/// The values at which a chart of shares is marked: from 0 to the lowest round share that holds every given one.
///
/// Steps are 1, 2, 5, 10, 20 or 25 hundredths, two to five of them. The axis that ends lowest is taken, of several the
/// one with the fewest marks. Without a share to hold it runs to 1.
func shareAxis(holding shares: [Double]) -> [Double] {
  let highest = shares.max() ?? 1
  let axes = [25, 20, 10, 5, 2, 1].compactMap { step in
    (2...5).first { Double($0 * step) / 100 >= highest }.map { (end: $0 * step, count: $0) }
  }
  let best = axes.filter { $0.end <= 100 }.min { $0 < $1 } ?? (end: 100, count: 4)
  return (0...best.count).map { Double($0 * best.end / best.count) / 100 }
}

/// The values at which a chart of any numbers is marked: round, evenly apart, 0 among them, and holding every given one.
///
/// Steps are 1, 2 or 5 times a power of ten, two to six of them; the axis that reaches least far is taken, of several the
/// one with the fewest marks. Without a number to hold it runs from 0 to 1.
func chartAxis(holding values: [Double]) -> [Double] {
  let lowest = min(0, values.min() ?? 0)
  let highest = max(0, values.max() ?? 0)
  var exponent = 0
  while highest - lowest >= tenTo(exponent + 1), exponent < 18 { exponent += 1 }
  while highest - lowest < tenTo(exponent), exponent > -18 { exponent -= 1 }
  let axes = [exponent - 1, exponent].flatMap { exponent in
    [1, 2, 5].map { RoundStep(digit: $0, exponent: exponent).marks(holding: lowest...highest) }
  }
  func reach(_ marks: [Double]) -> Double { (marks.last ?? 0) - (marks.first ?? 0) }
  let best = axes.filter { (3...7).contains($0.count) }.min {
    (reach($0), $0.count) < (reach($1), $1.count)
  }
  return best ?? [0, 0.5, 1]
}

/// 1, 2 or 5 times a power of ten.
private struct RoundStep {
  let digit: Int
  let exponent: Int

  /// A power below 1 divides, so that multiples are the numbers that are printed.
  func times(_ count: Int) -> Double {
    exponent < 0 ? Double(count * digit) / tenTo(-exponent) : Double(count * digit) * tenTo(exponent)
  }

  func marks(holding values: ClosedRange<Double>) -> [Double] {
    let below = (values.lowerBound / times(1) + 1e-9).rounded(.down)
    let above = (values.upperBound / times(1) - 1e-9).rounded(.up)
    guard above - below < 100 else { return [] }
    return (Int(below)...Int(above)).map(times)
  }
}

private func tenTo(_ exponent: Int) -> Double {
  let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
  return exponent < 0 ? 1 / power : power
}
