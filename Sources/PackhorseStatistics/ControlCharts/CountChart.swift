/// Charts of counts over denominators that differ from period to period.
package enum CountChartKind: Sendable, CaseIterable {
  /// Shares of people, chance alone between periods; and Laney's, which allows for how periods differ by nature.
  case p, pPrime
  /// Events in person-time or population, likewise.
  case u, uPrime

  var isShare: Bool { self == .p || self == .pPrime }
  var isLaney: Bool { self == .pPrime || self == .uPrime }
}

/// A p, p′, u or u′ chart.
///
/// Centre p̄ = Σx/Σn; σᵢ = √(p̄(1 − p̄)/nᵢ) for shares, √(ū/nᵢ) for rates; limits p̄ ± 3σᵢσ_z, never below 0 nor a share
/// above 1, near limits at two thirds. σ_z is 1 for p and u; for p′ and u′ it is the mean moving range of
/// zᵢ = (pᵢ − p̄)/σᵢ over 1.128 (D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002), 531–537).
/// A period in which nobody was counted is missing, and so is one whose counts cannot be. `baseline` and nil as for `xmrChart`.
package func countChart(
  _ kind: CountChartKind, _ counts: [CountReading], screening: MovingRangeScreening = .none,
  baseline: Int? = nil, rebases: [Rebase] = [], events: [ChartEvent] = []
) -> ControlChart? {
  let counts = counts.map { $0.possible(in: kind) }
  let settings = ChartSettings(screening: screening, baseline: baseline, rebases: rebases, events: events)
  return controlChart(counts.map(\.reading), settings) { periods, baseline in
    countLimits(kind, counts, of: periods, from: baseline, screening)
  }
}

/// The limits of each period of a segment, from the readings of its baseline.
private func countLimits(
  _ kind: CountChartKind, _ counts: [CountReading], of periods: Range<Int>, from baseline: Range<Int>,
  _ screening: MovingRangeScreening
) -> [ProcessLimits?] {
  let pairs = counts[baseline].compactMap(\.pair)
  let centre = pairs.reduce(0) { $0 + $1.events } / pairs.reduce(0) { $0 + $1.size }
  let variance = kind.isShare ? centre * (1 - centre) : centre
  let scores = counts[baseline].map { reading in
    reading.pair.map { pair -> Reading in
      let sigma = (variance / pair.size).squareRoot()
      return .value(sigma > 0 ? (pair.events / pair.size - centre) / sigma : 0)
    } ?? .missing
  }
  let sigmaZ = kind.isLaney ? meanMovingRange(scores, screening: screening).map { $0 / 1.128 } : 1
  return counts[periods].map { reading in
    guard let sigmaZ, let pair = reading.pair else { return nil }
    return ProcessLimits(
      centre: centre, distance: 3 * (variance / pair.size).squareRoot() * sigmaZ,
      within: 0...(kind.isShare ? 1 : .greatestFiniteMagnitude))
  }
}

extension CountReading {
  fileprivate var pair: (events: Double, size: Double)? {
    if case .counts(let events, let size) = self { (events, size) } else { nil }
  }

  fileprivate var reading: Reading {
    pair.map { .value($0.events / $0.size) } ?? .missing
  }

  fileprivate func possible(in kind: CountChartKind) -> CountReading {
    guard let pair, pair.events >= 0, pair.size > 0, (pair.events / pair.size).isFinite, pair.size.isFinite,
      !kind.isShare || pair.events <= pair.size
    else { return .missing }
    return self
  }
}
