import PackhorseCore

/// A chart of rows one below the other: what each is called, its figure, and a bar or a point along a common axis.
struct RowChart: Sendable {
  enum Mark: Sendable {
    /// From 0 to the value, its interval across its end.
    case bar
    /// The value within its interval.
    case dot
  }

  struct Row: Sendable {
    var name: String
    /// The name in a description, where the numbers in it can be traced; otherwise the name itself.
    var tracedName: HTML?
    /// The figure as it is printed, or the word for its absence.
    var printed: String
    /// The same in a description, where it is more than one number.
    var traced: HTML?
    var valueID: String?
    /// Nil for a row without a figure.
    var estimate: Estimate?
    var hasInterval = true
    /// What would be seen with no effect.
    var expected: ClosedRange<Double>?
    /// The site's own practice among others.
    var isOwn = true
    var isWithheld = false
  }

  var mark: Mark
  var rows: [Row]
  /// The values at which the axis is marked, in order, and how each is printed.
  var axis: [Double]
  var marks: [String]
}

/// Where everything of a row chart lies.
struct RowLayout: Sendable {
  let chart: RowChart
  let format: ChartFormat
  let size: (width: Double, height: Double)
  /// The strip in which each row is drawn, from the lowest to the highest value of the axis.
  let lanes: [ChartBox]
  /// Every text of the chart; none overlaps another.
  private(set) var labels: [ChartLabel]

  private static let laneHeight = 22.0
  private static let gap = 10.0

  init(_ chart: RowChart, format: ChartFormat) {
    self.chart = chart
    self.format = format
    let width = format.size.width
    let left = (chart.marks.first.map { labelWidth($0) } ?? 0) / 2 + 1
    let right = width - (chart.marks.last.map { labelWidth($0) } ?? 0) / 2 - 1
    var labels: [ChartLabel] = []
    var lanes: [ChartBox] = []
    var top = 2.0
    for row in chart.rows {
      let texts = RowLayout.labels(of: row, width: width, top: top)
      labels += texts
      top = (texts.map(\.box.bottom).max() ?? top) + 2
      lanes.append(
        ChartBox(left: left, top: top, width: right - left, height: RowLayout.laneHeight))
      top += RowLayout.laneHeight + RowLayout.gap
    }
    self.lanes = lanes
    size = (width, top + ChartFormat.lineHeight + 4)
    self.labels = labels
    self.labels += axisLabels(top: top)
  }

  /// The place of a value along the axis; beyond it, at its end.
  func x(_ value: Double) -> Double {
    let (lowest, highest) = (chart.axis.first ?? 0, chart.axis.last ?? 1)
    let lane = lanes.first ?? ChartBox(left: 0, top: 0, width: size.width, height: 0)
    guard highest > lowest else { return lane.left }
    return lane.left + max(0, min(1, (value - lowest) / (highest - lowest))) * lane.width
  }

  /// A row's name in as many lines as it needs, its figure at the right of the last or below it.
  private static func labels(of row: RowChart.Row, width: Double, top: Double) -> [ChartLabel] {
    let names = wrapped(row.name, to: width)
    let name = ChartLabel(.name, names, anchor: .start, x: 0, top: top)
    let kind: ChartLabel.Kind = row.estimate == nil ? .absence : .value
    let lastLine = names.last.map { labelWidth($0, .name) } ?? 0
    let fits = lastLine + 12 + labelWidth(row.printed, kind) <= width
    let figures = fits ? [row.printed] : wrapped(row.printed, to: width, kind)
    let figure = ChartLabel(
      kind, figures, anchor: .end, x: width - 1,
      top: fits ? name.box.bottom - ChartFormat.lineHeight : name.box.bottom, valueID: row.valueID)
    guard fits else { return [name, figure] }
    return names.count == 1
      ? [name, figure] : nameLines(names, top: top) + [figure]
  }

  /// Lines one by one: the last is shorter than the others, so that a figure has room beside it.
  private static func nameLines(_ names: [String], top: Double) -> [ChartLabel] {
    names.enumerated().map { index, line in
      ChartLabel(.name, [line], anchor: .start, x: 0, top: top + Double(index) * ChartFormat.lineHeight)
    }
  }

  /// The marks of the axis, those left out that would run into the one before.
  private func axisLabels(top: Double) -> [ChartLabel] {
    var free = -Double.infinity
    return zip(chart.axis, chart.marks).compactMap { value, mark in
      let label = ChartLabel(.mark, [mark], anchor: .middle, x: x(value), top: top)
      guard label.box.left >= free else { return nil }
      free = label.box.right + 8
      return label
    }
  }
}

/// A text in lines of at most a width; a word that is longer is cut.
func wrapped(_ text: String, to width: Double, _ kind: ChartLabel.Kind = .name) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ").map(String.init) {
    let longer = line.isEmpty ? word : line + " " + word
    if labelWidth(longer, kind) <= width {
      line = longer
      continue
    }
    if !line.isEmpty { lines.append(line) }
    line = ""
    for character in word {
      if labelWidth(line + String(character), kind) > width {
        lines.append(line)
        line = ""
      }
      line.append(character)
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
