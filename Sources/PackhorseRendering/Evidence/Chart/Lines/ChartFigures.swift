import PackhorseCore

/// The figures that stand in a chart: the last beside its point, and the first; the same in each of its forms.
struct ChartFigures: Sendable {
  /// The first and then the last; one alone is both.
  private let figures: [Figure]
  private let columns: Int

  private struct Figure: Sendable {
    let column: Int
    let estimate: Estimate
    let text: LabelText
    /// The name of the published value.
    let id: String
  }

  /// `shares` are the columns that have an estimate, in order.
  init(_ series: PublishedSeries, _ estimates: [Estimate?], at shares: [Int], _ text: EvidenceText) {
    columns = series.points.count
    let ends = shares.count > 1 ? [shares[0], shares[shares.count - 1]] : shares
    figures = ends.compactMap { column in
      let point = series.points[column]
      return estimates[column].map { estimate in
        Figure(
          column: column, estimate: estimate,
          text: LabelText(.value, lines(text.value(point, estimate, series.measure))),
          id: valueID(
            series.sharedMeasure.measure.id, series.area.code, text.code(point.period),
            FigureValues.Field.value.name))
      }
    }
  }

  /// The room to the right of the plot that the last figure needs beside its point.
  ///
  /// `width` is shared by plot and room; the point lies half a strip from the plot's end, and strips share what is left.
  func room(in width: Double) -> Double {
    guard let last = figures.last, last.column == columns - 1 else { return 8 }
    let halfStrip = 1 / (2 * Double(columns))
    let needed = 12 + last.text.width
    return max(8, (needed - width * halfStrip) / (1 - halfStrip))
  }

  /// The last figure and then the first, each in the first of its places that is free.
  func labels(in layout: ChartLayout) -> [ChartLabel] {
    var labels: [ChartLabel] = []
    for figure in figures.reversed() {
      let isLast = figure.column == figures.last?.column
      let places = places(of: figure, isLast: isLast, in: layout).filter { place in
        layout.holdsFigure(place.box) && !labels.contains { $0.box.overlaps(place.box) }
      }
      let clear = places.first { place in
        !layout.runs.contains { $0.kind != .shares && layout.strip($0).overlaps(place.box) }
      }
      if let place = clear ?? places.first {
        labels.append(ChartLabel(figure.text, at: place, valueID: figure.id))
      }
    }
    return labels
  }

  /// Where a figure may stand, best first: beside its point where no line goes on from it, otherwise off the line.
  private func places(of figure: Figure, isLast: Bool, in layout: ChartLayout) -> [LabelPlace] {
    let (column, estimate) = (figure.column, figure.estimate)
    let (width, height) = (figure.text.width, figure.text.height)
    let (x, y) = (layout.x(column), layout.y(estimate.value))
    let half = width / 2
    let middle = max(layout.plot.left + half + 3, min(layout.format.size.width - half - 1, x))
    func place(_ anchor: ChartLabel.Anchor, _ x: Double, _ top: Double) -> LabelPlace {
      let inside = max(layout.headroom, min(layout.plot.bottom - 2 - height, top))
      return LabelPlace(anchor, x: x, top: inside, width: width, height: height)
    }
    let beside = place(.start, x + 10, y - height / 2)
    let above = place(.middle, middle, y - 8 - height)
    let below = place(.middle, middle, y + 8)
    let over = place(.middle, middle, layout.y(estimate.upper95) - 4 - height)
    let under = place(.middle, middle, layout.y(estimate.lower95) + 4)
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
}

/// A figure in one line, or in two where words stand before it.
private func lines(_ figure: String) -> [String] {
  guard let space = figure.lastIndex(of: " ") else { return [figure] }
  return [String(figure[..<space]), String(figure[figure.index(after: space)...])]
}
