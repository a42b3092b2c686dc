import PackhorseCore

/// Neighbouring periods of a chart that are drawn alike.
struct ChartRun: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case shares, withheld, missing }

  var kind: Kind
  /// Indices of points.
  var columns: Range<Int>

  /// The runs of a series, in order and without a gap.
  static func runs(of points: [PublishedPoint]) -> [ChartRun] {
    var runs: [ChartRun] = []
    for (column, point) in points.enumerated() {
      let kind: Kind = point.charted != nil ? .shares : point.isWithheld ? .withheld : .missing
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append(ChartRun(kind: kind, columns: column..<column + 1))
      }
    }
    return runs
  }
}
