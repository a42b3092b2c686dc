import PackhorseCore

/// What every drawing is made of.
extension SVGWriter {
  /// Opens the drawing in one of its formats; `hasHatch` defines the hatching of what is withheld.
  mutating func open(
    _ format: String, id: String, size: (width: Double, height: Double), title: HTML, description: HTML,
    hasHatch: Bool
  ) {
    let (width, height) = (coordinate(size.width), coordinate(size.height))
    out.write("<svg")
    write([
      "class": "chart-\(format)", "role": "img", "focusable": "false",
      "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": "0 0 \(width) \(height)", "width": width,
      "height": height, "font-size": coordinate(ChartFormat.textSize),
    ])
    out.write(">\n<title")
    write(["id": id + "-title"])
    out.write(">")
    out.write(title)
    out.write("</title>\n<desc")
    write(["id": id + "-desc"])
    out.write(">")
    out.write(description)
    out.write("</desc>\n")
    if hasHatch { defineHatch(id: id + "-hatch") }
  }

  /// Defines the hatching of what is withheld.
  mutating func defineHatch(id: String) {
    out.write("<pattern")
    write([
      "id": id, "width": "7", "height": "7", "patternUnits": "userSpaceOnUse",
      "patternTransform": "rotate(45)",
    ])
    out.write(">")
    line("chart-hatch", from: (0, 0), to: (0, 7), ChartLook.hatch)
    out.write("</pattern>\n")
  }

  /// A period without a figure takes the whole height: what is withheld may lie anywhere in it.
  mutating func absence(_ run: ChartRun, in layout: ChartLayout, id: String) {
    let inset = min(3, layout.columnWidth / 8)
    var strip = layout.strip(run)
    strip.left += inset
    strip.width -= 2 * inset
    if run.kind == .withheld {
      rectangle("chart-withheld", strip, ["fill": "url(#\(id)-hatch)"])
    } else {
      rectangle("chart-missing", strip, ChartLook.missing)
    }
  }

  /// A value with caps at the ends of its interval, along one axis.
  mutating func whisker(from start: Place, to end: Place, cap: Double) {
    line("chart-whisker", from: start, to: end, ChartLook.whisker)
    let isUpright = start.x == end.x
    for place in [start, end] {
      let (dx, dy) = isUpright ? (cap, 0) : (0, cap)
      line(
        "chart-whisker", from: (place.x - dx, place.y - dy), to: (place.x + dx, place.y + dy),
        ChartLook.whisker)
    }
  }

  mutating func label(_ label: ChartLabel) {
    switch label.kind {
    case .mark: text("chart-mark", label, ["fill": ChartLook.quiet])
    case .name: text("chart-name", label, ["fill": ChartLook.text])
    case .value: text("chart-value", label, ChartLook.label(ChartLook.ink, weight: "700"))
    case .absence: text("chart-absence", label, ChartLook.label(ChartLook.quiet, weight: "400"))
    }
  }
}
