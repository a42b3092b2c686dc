import PackhorseCore

/// What a chart of periods shows, the same in each of its forms: its texts are made and measured once.
struct ChartContents: Sendable {
  let series: PublishedSeries
  let text: EvidenceText
  let runs: [ChartRun]
  /// What is drawn of each column; nil where it has no value.
  let estimates: [Estimate?]
  /// The columns that have a value, in order.
  let shares: [Int]
  /// Which columns are parts of a period.
  let partial: [Bool]
  let marks: ChartMarks
  let figures: ChartFigures

  init(_ series: PublishedSeries, _ text: EvidenceText) {
    (self.series, self.text) = (series, text)
    runs = ChartRun.runs(of: series.points)
    let estimates = series.points.map(\.charted)
    self.estimates = estimates
    shares = estimates.indices.filter { estimates[$0] != nil }
    partial = series.points.map(\.isPartial)
    marks = ChartMarks(series, text)
    figures = ChartFigures(series, estimates, at: shares, text)
  }
}

/// Where everything of a chart lies: pure geometry, made before anything is drawn.
struct ChartLayout: Sendable {
  let format: ChartFormat
  let points: [PublishedPoint]
  let runs: [ChartRun]
  /// What is drawn of each column; nil where it has no value.
  let estimates: [Estimate?]
  /// The columns that have a value, in order.
  let shares: [Int]
  /// Which columns are parts of a period.
  let partial: [Bool]
  /// Values at which the vertical axis is marked.
  let axis: [Double]
  /// The rectangle in which figures are drawn: from the lowest mark at its bottom to the highest at its top.
  let plot: ChartBox
  /// What is kept free above the plot and its figures.
  let headroom: Double
  /// Every text of the chart; none overlaps another.
  private(set) var labels: [ChartLabel] = []

  /// A chart below `other`, which has the same periods, has them at the same places as that one.
  init(
    _ contents: ChartContents, format: ChartFormat, headroom: Double = 0,
    alignedWith other: ChartContents? = nil
  ) {
    self.headroom = headroom
    self.format = format
    points = contents.series.points
    runs = contents.runs
    (estimates, shares, partial) = (contents.estimates, contents.shares, contents.partial)
    axis = contents.series.axis
    let (marks, figures) = (contents.marks, contents.figures)
    let left = max(marks.width, other?.marks.width ?? 0) + 10
    let top = headroom + ChartFormat.lineHeight / 2 + 2
    let width = format.size.width - left
    let room = max(figures.room(in: width), other?.figures.room(in: width) ?? 0)
    plot = ChartBox(
      left: left, top: top, width: width - room,
      height: format.size.height - top - Double(marks.lines) * ChartFormat.lineHeight - 11)
    labels = figures.labels(in: self)
    labels += runs.compactMap { run in
      run.kind == .shares ? nil : absenceLabel(run, in: self, beside: labels, contents.text)
    }
    labels += marks.shareLabels(in: self) + marks.periodLabels(in: self)
  }

  /// The width of the strip that each period has.
  var columnWidth: Double { plot.width / Double(max(1, points.count)) }

  /// The middle of a period's strip.
  func x(_ column: Int) -> Double { plot.left + (Double(column) + 0.5) * columnWidth }

  /// The height at which a value lies; beyond the axis, at its end.
  func y(_ value: Double) -> Double {
    let (lowest, highest) = (axis.first ?? 0, axis.last ?? 1)
    guard highest > lowest else { return plot.bottom }
    return plot.bottom - max(0, min(1, (value - lowest) / (highest - lowest))) * plot.height
  }

  /// The strip of a run, from the top of the plot to its bottom.
  func strip(_ run: ChartRun) -> ChartBox {
    ChartBox(
      left: plot.left + Double(run.columns.lowerBound) * columnWidth, top: plot.top,
      width: Double(run.columns.count) * columnWidth, height: plot.height)
  }

  /// A figure may stand anywhere above the baseline, to the right of the marks.
  func holdsFigure(_ box: ChartBox) -> Bool {
    ChartBox(
      left: plot.left + 2, top: headroom, width: format.size.width - plot.left - 2,
      height: plot.bottom - headroom
    ).encloses(box)
  }

  /// A period's interval is drawn by itself: neither neighbour has a share, or there are too few for a line.
  func hasWhisker(_ column: Int) -> Bool {
    shares.count <= 2 || (estimate(column - 1) == nil && estimate(column + 1) == nil)
  }

  /// The line goes up to the next period.
  func rises(from column: Int) -> Bool { slope(from: column, to: column + 1) > 0 }

  /// The line comes down from the period before.
  func falls(to column: Int) -> Bool { slope(from: column - 1, to: column) < 0 }

  private func slope(from one: Int, to other: Int) -> Double {
    guard let one = estimate(one), let other = estimate(other) else { return 0 }
    return other.value - one.value
  }

  private func estimate(_ column: Int) -> Estimate? {
    estimates.indices.contains(column) ? estimates[column] : nil
  }
}
