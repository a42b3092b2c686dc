/// Which moving ranges the natural process limits are made from; a chart names the one used.
package enum MovingRangeScreening: Sendable, CaseIterable {
  /// All of them, as NHS England's Making Data Count spreadsheet does.
  case none
  /// Those below 3.267 times the mean of all, the upper limit of a moving range, as the package NHSRplotthedots does.
  case outliers
}

/// The mean moving range of readings in order: the mean absolute difference between neighbours, none across a gap.
///
/// Nil where no two readings are neighbours.
func meanMovingRange(_ readings: some Sequence<Reading>, screening: MovingRangeScreening) -> Double? {
  var ranges: [Double] = []
  var previous: Double?
  for reading in readings {
    guard case .value(let value) = reading else {
      previous = nil
      continue
    }
    if let previous { ranges.append(abs(value - previous)) }
    previous = value
  }
  guard !ranges.isEmpty else { return nil }
  let mean = accurateMean(ranges)
  guard screening == .outliers, mean > 0 else { return mean }
  return accurateMean(ranges.filter { $0 < 3.267 * mean })
}
