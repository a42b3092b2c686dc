import PackhorseCore

/// Draws a chart from its layout.
struct ChartDrawing: ~Copyable {
  private let layout: ChartLayout
  /// Begins every id of the drawing.
  private let id: String
  private var svg = SVGWriter()

  init(_ layout: ChartLayout, id: String) {
    self.layout = layout
    self.id = "\(id)-\(layout.format.rawValue)"
  }

  /// The drawing as an `svg` element.
  mutating func drawn(title: HTML, description: HTML) -> HTML {
    svg.open(
      layout.format.rawValue, id: id, size: layout.format.size, title: title, description: description,
      hasHatch: layout.runs.contains { $0.kind == .withheld })
    drawGrid()
    for run in layout.runs where run.kind != .shares { svg.absence(run, in: layout, id: id) }
    let shares = layout.runs.filter { $0.kind == .shares }
    for run in shares { drawIntervals(run) }
    drawBaseline()
    for run in shares { drawLine(run) }
    for run in shares { drawPoints(run) }
    for label in layout.labels { svg.label(label) }
    svg.out.write("</svg>\n")
    return svg.out.html
  }

  private mutating func drawGrid() {
    for value in layout.axis where value != 0 { horizontal(.grid, at: value) }
  }

  private mutating func drawBaseline() {
    horizontal(.baseline, at: 0)
  }

  private mutating func horizontal(_ look: ChartLook, at share: Double) {
    let y = layout.y(share)
    svg.line(look, from: (layout.plot.left, y), to: (layout.plot.right, y))
  }

  private mutating func drawIntervals(_ run: ChartRun) {
    func end(_ column: Int, _ value: (Estimate) -> Double) -> SVGWriter.Place {
      (layout.x(column), layout.y(layout.estimates[column].map(value) ?? 0))
    }
    if layout.hasWhisker(run.columns.lowerBound) {
      let cap = min(6, layout.columnWidth / 4)
      for column in run.columns {
        svg.whisker(from: end(column, \.lower95), to: end(column, \.upper95), cap: cap)
      }
    } else {
      let upper = run.columns.map { end($0, \.upper95) }
      let lower = run.columns.reversed().map { end($0, \.lower95) }
      svg.path(.band, through: upper + lower, isClosed: true)
    }
  }

  /// A line through neighbouring periods, dashed to and from a part of a period.
  private mutating func drawLine(_ run: ChartRun) {
    guard !layout.hasWhisker(run.columns.lowerBound) else { return }
    var start = run.columns.lowerBound
    while start + 1 < run.columns.upperBound {
      let isDashed = isPartial(from: start)
      var end = start + 1
      while end + 1 < run.columns.upperBound, isPartial(from: end) == isDashed { end += 1 }
      let places = (start...end).map { place($0) }
      svg.path(isDashed ? .dashedLine : .line, through: places)
      start = end
    }
  }

  private func isPartial(from column: Int) -> Bool {
    layout.partial[column] || layout.partial[column + 1]
  }

  /// Points where they do not run into one another; a part of a period and the last figure always.
  private mutating func drawPoints(_ run: ChartRun) {
    let hasRoom = layout.columnWidth >= 14
    for column in run.columns {
      let isPartial = layout.partial[column]
      guard hasRoom || isPartial || column == layout.shares.last || run.columns.count == 1 else { continue }
      svg.circle(isPartial ? .partPoint : .point, at: place(column), radius: hasRoom ? 4.5 : 3)
    }
  }

  private func place(_ column: Int) -> SVGWriter.Place {
    (layout.x(column), layout.y(layout.estimates[column]?.value ?? 0))
  }
}
