import PackhorseCore

/// The marks of a chart's axes: shares at the left, periods below; the same in each of its forms.
struct ChartMarks: Sendable {
  private let shares: [(value: Double, text: LabelText)]
  private let periods: [PeriodMark]
  /// The least space between two marks.
  private let gap = 8.0

  init(_ series: PublishedSeries, _ text: EvidenceText) {
    shares = zip(series.axis, text.axisMarks(series.axis, of: series.measure)).map {
      ($0, LabelText(.mark, [$1]))
    }
    periods = series.points.map { text.mark($0.period) }
  }

  /// The width of the marks at the left.
  var width: Double { shares.map(\.text.width).max() ?? 0 }

  /// The lines of the marks below.
  var lines: Int { periods.contains { $0.year != nil } ? 2 : 1 }

  /// The marks at the left, each beside its share.
  func shareLabels(in layout: ChartLayout) -> [ChartLabel] {
    shares.map { value, text in
      ChartLabel(
        text, anchor: .end, x: layout.plot.left - 8, top: layout.y(value) - ChartFormat.lineHeight / 2)
    }
  }

  /// The marks of all periods, or of every second, third … counted back from the last where all have no room.
  ///
  /// A year stands once, below the first mark that is in it.
  func periodLabels(in layout: ChartLayout) -> [ChartLabel] {
    var year: String?
    return columns(in: layout).map { column in
      let mark = periods[column]
      defer { year = mark.year }
      return label(mark.year == year ? mark.short : mark.full, column, in: layout)
    }
  }

  /// The columns that are marked, evenly apart; one that would run into its neighbour at the edge gives way.
  private func columns(in layout: ChartLayout) -> [Int] {
    let widest = periods.map(\.full.width).max() ?? 0
    let step = max(1, Int(((widest + gap) / layout.columnWidth).rounded(.up)))
    var columns: [Int] = []
    var free = Double.infinity
    for column in stride(from: periods.count - 1, through: 0, by: -step) {
      let box = label(periods[column].full, column, in: layout).box
      guard box.right + gap <= free else { continue }
      columns.append(column)
      free = box.left
    }
    return columns.reversed()
  }

  /// A mark in the middle of its strip, or moved inwards where it would leave the drawing.
  private func label(_ text: LabelText, _ column: Int, in layout: ChartLayout) -> ChartLabel {
    let half = text.width / 2 + 1
    let x = max(half, min(layout.format.size.width - half, layout.x(column)))
    return ChartLabel(text, anchor: .middle, x: x, top: layout.plot.bottom + 9)
  }
}
