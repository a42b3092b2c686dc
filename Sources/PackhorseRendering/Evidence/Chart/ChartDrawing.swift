import PackhorseCore

/// Draws a chart from its layout.
struct ChartDrawing {
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
    open(title: title, description: description)
    drawGrid()
    for run in layout.runs where run.kind != .shares { drawAbsence(run) }
    let shares = layout.runs.filter { $0.kind == .shares }
    for run in shares { drawIntervals(run) }
    drawBaseline()
    for run in shares { drawLine(run) }
    for run in shares { drawPoints(run) }
    for label in layout.labels { draw(label) }
    svg.out.write("</svg>\n")
    return svg.out.html
  }

  private mutating func open(title: HTML, description: HTML) {
    let (width, height) = (coordinate(layout.format.size.width), coordinate(layout.format.size.height))
    svg.out.write("<svg")
    svg.write([
      "class": "chart-\(layout.format.rawValue)", "role": "img", "focusable": "false",
      "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": "0 0 \(width) \(height)", "width": width,
      "height": height, "font-size": coordinate(ChartFormat.textSize),
    ])
    svg.out.write(">\n<title")
    svg.write(["id": id + "-title"])
    svg.out.write(">")
    svg.out.write(title)
    svg.out.write("</title>\n<desc")
    svg.write(["id": id + "-desc"])
    svg.out.write(">")
    svg.out.write(description)
    svg.out.write("</desc>\n")
    if layout.runs.contains(where: { $0.kind == .withheld }) { defineHatch(&svg, id: id + "-hatch") }
  }

  private mutating func drawGrid() {
    for value in layout.axis where value != 0 { horizontal("chart-grid", at: value, ChartLook.grid) }
  }

  private mutating func drawBaseline() {
    horizontal("chart-axis", at: 0, ChartLook.baseline)
  }

  private mutating func horizontal(_ look: StaticString, at share: Double, _ attributes: SVGWriter.Attributes)
  {
    let y = layout.y(share)
    svg.line(look, from: (layout.plot.left, y), to: (layout.plot.right, y), attributes)
  }

  /// A period without a figure takes the whole height: what is withheld may lie anywhere in it.
  private mutating func drawAbsence(_ run: ChartRun) {
    let inset = min(3, layout.columnWidth / 8)
    var strip = layout.strip(run)
    strip.left += inset
    strip.width -= 2 * inset
    if run.kind == .withheld {
      svg.rectangle("chart-withheld", strip, ["fill": "url(#\(id)-hatch)"])
    } else {
      svg.rectangle("chart-missing", strip, ChartLook.missing)
    }
  }

  private mutating func drawIntervals(_ run: ChartRun) {
    let columns = run.columns.compactMap { column in
      layout.points[column].charted.map {
        (x: layout.x(column), lower: layout.y($0.lower95), upper: layout.y($0.upper95))
      }
    }
    if layout.hasWhisker(run.columns.lowerBound) {
      for (x, lower, upper) in columns { drawWhisker(x, lower, upper) }
    } else {
      let outline = columns.map { ($0.x, $0.upper) } + columns.reversed().map { ($0.x, $0.lower) }
      svg.path("chart-band", through: outline, isClosed: true, ChartLook.band)
    }
  }

  private mutating func drawWhisker(_ x: Double, _ lower: Double, _ upper: Double) {
    let cap = min(6, layout.columnWidth / 4)
    svg.line("chart-whisker", from: (x, lower), to: (x, upper), ChartLook.whisker)
    for end in [lower, upper] {
      svg.line("chart-whisker", from: (x - cap, end), to: (x + cap, end), ChartLook.whisker)
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
      let places = (start...end).map(place)
      svg.path(
        isDashed ? "chart-line chart-line-part" : "chart-line", through: places,
        ChartLook.line(isDashed: isDashed))
      start = end
    }
  }

  private func isPartial(from column: Int) -> Bool {
    layout.points[column].isPartial || layout.points[column + 1].isPartial
  }

  /// Points where they do not run into one another; a part of a period and the last figure always.
  private mutating func drawPoints(_ run: ChartRun) {
    let hasRoom = layout.columnWidth >= 14
    for column in run.columns {
      let isPartial = layout.points[column].isPartial
      guard hasRoom || isPartial || column == layout.shares.last || run.columns.count == 1 else { continue }
      let radius = hasRoom ? 4.5 : 3
      if isPartial {
        svg.circle("chart-point chart-point-part", at: place(column), radius: radius, ChartLook.partPoint)
      } else {
        svg.circle("chart-point", at: place(column), radius: radius, ChartLook.point)
      }
    }
  }

  private func place(_ column: Int) -> SVGWriter.Place {
    (layout.x(column), layout.y(layout.points[column].charted?.value ?? 0))
  }

  private mutating func draw(_ label: ChartLabel) {
    switch label.kind {
    case .mark: svg.text("chart-mark", label, ["fill": ChartLook.quiet])
    case .value: svg.text("chart-value", label, ChartLook.label(ChartLook.ink, weight: "700"))
    case .absence: svg.text("chart-absence", label, ChartLook.label(ChartLook.quiet, weight: "400"))
    }
  }
}

/// Defines the hatching of what is withheld.
func defineHatch(_ svg: inout SVGWriter, id: String) {
  svg.out.write("<pattern")
  svg.write([
    "id": id, "width": "7", "height": "7", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
  ])
  svg.out.write(">")
  svg.line("chart-hatch", from: (0, 0), to: (0, 7), ChartLook.hatch)
  svg.out.write("</pattern>\n")
}
