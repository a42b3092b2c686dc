import CMathFunctions

/// What is done to the most extreme z scores before overdispersion is estimated, so that outliers do not hide themselves.
package enum FunnelTrimming: Equatable, Sendable {
  /// Nothing.
  case none
  /// Scores beyond the quantiles at this share of each end are set to them; 0.1 is usual.
  ///
  /// (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996), 361–365,
  /// type 7.) Where there are no outliers this takes τ² for too small.
  case winsorised(Double)
  /// The same, and the sum of squares divided by the share of it that a normal distribution keeps: right on average
  /// where there are no outliers.
  case winsorisedAndCorrected(Double)
  /// Scores in the lowest and highest of 1/share groups by rank are left out, as the summary hospital-level mortality
  /// indicator does.
  case truncated(Double)

  /// The z scores kept, each with the index of its unit.
  func apply(_ scores: [Double]) -> [(index: Int, z: Double)] {
    let all = scores.enumerated().map { (index: $0.offset, z: $0.element) }.filter { $0.z.isFinite }
    switch self {
    case .none: return all
    case .winsorised(let share), .winsorisedAndCorrected(let share):
      let sorted = all.map(\.z).sorted()
      guard isShare(share), !sorted.isEmpty else { return all }
      let (low, high) = (quantile(sorted, share), quantile(sorted, 1 - share))
      return all.map { ($0.index, min(max($0.z, low), high)) }
    case .truncated(let share):
      guard isShare(share) else { return all }
      let ranks = meanRanks(all.map(\.z))
      let groups = 1 / share
      return all.filter { unit in
        let group = ((ranks[unit.z] ?? 0) * groups / Double(all.count + 1)).rounded(.down)
        return group > 0 && group < groups - 1
      }
    }
  }

  /// E[min(|Z|, q)²] = 1 − 2a − 2qφ(q) + 2aq² for a standard normal Z winsorised at ±q, a of it at each end.
  var shareOfVariance: Double {
    guard case .winsorisedAndCorrected(let a) = self, isShare(a) else { return 1 }
    let q = -normalQuantile(a)
    let density = exponential(-q * q / 2) / (2 * .pi).squareRoot()
    return 1 - 2 * a - 2 * q * density + 2 * a * q * q
  }
}

/// Whether it can be cut off at each end and leave something.
private func isShare(_ share: Double) -> Bool { share > 0 && share < 0.5 }

/// The sample quantile of type 7: linear between the order statistics at (n − 1)p.
private func quantile(_ sorted: [Double], _ p: Double) -> Double {
  let place = Double(sorted.count - 1) * p
  let below = Int(place.rounded(.down))
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}

/// The rank of each score from 1, equal ones sharing the mean of theirs.
private func meanRanks(_ scores: [Double]) -> [Double: Double] {
  var before = 0
  var ranks: [Double: Double] = [:]
  for (score, equals) in Dictionary(grouping: scores, by: \.self).sorted(by: { $0.key < $1.key }) {
    ranks[score] = Double(before) + Double(equals.count + 1) / 2
    before += equals.count
  }
  return ranks
}
