import PackhorseCore

/// The figures that stand in a chart: the last beside its point, and the first.
struct ChartFigures {
  private let series: PublishedSeries
  private let text: EvidenceText

  init(_ series: PublishedSeries, _ text: EvidenceText) {
    self.series = series
    self.text = text
  }

  /// The room to the right of the plot that the last figure needs beside its point.
  ///
  /// `width` is shared by plot and room; the point lies half a strip from the plot's end, and strips share what is left.
  func room(in width: Double) -> Double {
    guard let last = series.points.last, last.charted != nil else { return 8 }
    let halfStrip = 1 / (2 * Double(series.points.count))
    let needed = 12 + (lines(last).map { labelWidth($0, .value) }.max() ?? 0)
    return max(8, (needed - width * halfStrip) / (1 - halfStrip))
  }

  /// The last figure and then the first, each in the first of its places that is free.
  func labels(in layout: ChartLayout) -> [ChartLabel] {
    guard let last = layout.shares.last, let first = layout.shares.first else { return [] }
    var labels: [ChartLabel] = []
    for column in first == last ? [last] : [last, first] {
      let places = places(column, isLast: column == last, in: layout).filter { label in
        layout.holdsFigure(label.box) && !labels.contains { $0.box.overlaps(label.box) }
      }
      let clear = places.first { label in
        !layout.runs.contains { $0.kind != .shares && layout.strip($0).overlaps(label.box) }
      }
      if let label = clear ?? places.first { labels.append(label) }
    }
    return labels
  }

  /// Where a figure may stand, best first: beside its point where no line goes on from it, otherwise off the line.
  private func places(_ column: Int, isLast: Bool, in layout: ChartLayout) -> [ChartLabel] {
    let point = series.points[column]
    guard let estimate = point.charted else { return [] }
    let lines = lines(point)
    let height = Double(lines.count) * ChartFormat.lineHeight
    let (x, y) = (layout.x(column), layout.y(estimate.value))
    let id = FigureValues(series, point, text).id(.value)
    let half = (lines.map { labelWidth($0, .value) }.max() ?? 0) / 2
    let middle = max(layout.plot.left + half + 3, min(layout.format.size.width - half - 1, x))
    func label(_ anchor: ChartLabel.Anchor, _ x: Double, _ top: Double) -> ChartLabel {
      let inside = max(layout.headroom, min(layout.plot.bottom - 2 - height, top))
      return ChartLabel(.value, lines, anchor: anchor, x: x, top: inside, valueID: id)
    }
    let beside = label(.start, x + 10, y - height / 2)
    let above = label(.middle, middle, y - 8 - height)
    let below = label(.middle, middle, y + 8)
    let over = label(.middle, middle, layout.y(estimate.upper95) - 4 - height)
    let under = label(.middle, middle, layout.y(estimate.lower95) + 4)
    let mark = ChartBox(left: x - 5, top: y - 5, width: 10, height: 10)
    let places =
      if layout.hasWhisker(column) {
        [beside, over, under]
      } else if isLast {
        layout.falls(to: column) ? [beside, below, above] : [beside, above, below]
      } else {
        layout.rises(from: column) ? [below, above] : [above, below]
      }
    return places.filter { !$0.box.overlaps(mark) }
  }

  /// A figure in one line, or in two where words stand before it.
  private func lines(_ point: PublishedPoint) -> [String] {
    guard let estimate = point.charted else { return [] }
    let figure = text.value(point, estimate, series.measure)
    guard let space = figure.lastIndex(of: " ") else { return [figure] }
    return [String(figure[..<space]), String(figure[figure.index(after: space)...])]
  }
}
