/// The values at which a chart's axis is marked: from 0 to the lowest round share that holds every given one.
///
/// Steps are 1, 2, 5, 10, 20 or 25 hundredths, two to five of them. The axis that ends lowest is taken, of several the
/// one with the fewest marks. Without a share to hold it runs to 1.
func chartAxis(holding shares: [Double]) -> [Double] {
  let highest = shares.max() ?? 1
  let axes = [25, 20, 10, 5, 2, 1].compactMap { step in
    (2...5).first { Double($0 * step) / 100 >= highest }.map { count in
      (0...count).map { Double($0 * step) / 100 }
    }
  }
  let fitting = axes.filter { ($0.last ?? 0) <= 1 }
  return fitting.min { ($0.last ?? 0, $0.count) < ($1.last ?? 0, $1.count) } ?? [0, 0.25, 0.5, 0.75, 1]
}
