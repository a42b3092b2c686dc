import PackhorseCore

/// Draws a row chart from its layout.
struct RowDrawing: ~Copyable {
  private let layout: RowLayout
  private let id: String
  private var svg = SVGWriter()

  init(_ layout: RowLayout, id: String) {
    self.layout = layout
    self.id = "\(id)-\(layout.format.rawValue)"
  }

  /// The drawing as an `svg` element.
  mutating func drawn(title: HTML, description: HTML) -> HTML {
    svg.open(
      layout.format.rawValue, id: id, size: layout.size, title: title, description: description,
      hasHatch: layout.chart.rows.contains(where: \.isWithheld))
    drawAxis()
    for (row, lane) in zip(layout.chart.rows, layout.lanes) { draw(row, in: lane) }
    for label in layout.labels { svg.label(label) }
    svg.out.write("</svg>\n")
    return svg.out.html
  }

  private mutating func drawAxis() {
    for value in layout.chart.axis where value != 0 {
      vertical(.grid, at: value)
    }
    vertical(.baseline, at: 0)
  }

  /// A line in the lanes only, so that it crosses no text.
  private mutating func vertical(_ look: ChartLook, at value: Double) {
    for lane in layout.lanes {
      let end = lane.bottom + (lane == layout.lanes.last ? 5 : 0)
      svg.line(look, from: (layout.x(value), lane.top), to: (layout.x(value), end))
    }
  }

  private mutating func draw(_ row: RowChart.Row, in lane: ChartBox) {
    let middle = lane.top + lane.height / 2
    guard let estimate = row.estimate else {
      let strip = ChartBox(left: lane.left, top: lane.top + 3, width: lane.width, height: lane.height - 6)
      if row.isWithheld {
        svg.hatched(strip, hatch: "\(id)-hatch")
      } else {
        svg.rectangle(.missing, strip)
      }
      return
    }
    if let expected = row.expected {
      let (left, right) = (layout.x(expected.lowerBound), layout.x(expected.upperBound))
      svg.rectangle(
        .expected,
        ChartBox(left: left, top: lane.top + 1, width: max(1, right - left), height: lane.height - 2))
    }
    let x = layout.x(estimate.value)
    if layout.chart.mark == .bar {
      let zero = layout.x(0)
      let bar = ChartBox(left: min(zero, x), top: middle - 7, width: abs(x - zero), height: 14)
      svg.rectangle(!row.isOwn ? .bar : row.hasInterval ? .ownBar : .solidBar, bar)
    }
    if row.hasInterval {
      svg.whisker(
        from: (layout.x(estimate.lower95), middle), to: (layout.x(estimate.upper95), middle), cap: 5)
    }
    if layout.chart.mark == .dot || row.hasInterval {
      svg.circle(.point, at: (x, middle), radius: 4.5)
    }
  }
}
