import PackhorseCore

/// What every drawing is made of.
extension SVGWriter {
  /// Opens the drawing in one of its formats; `hasHatch` defines the hatching of what is withheld.
  mutating func open(
    _ format: String, id: String, size: (width: Double, height: Double), title: HTML, description: HTML,
    hasHatch: Bool
  ) {
    out.write("<svg class=\"chart-")
    out.write(text: format)
    out.write("\" role=\"img\" focusable=\"false\" aria-labelledby=\"")
    out.write(text: id)
    out.write("-title ")
    out.write(text: id)
    write("-desc\" viewBox=\"0 0 ", size.width)
    write(" ", size.height)
    write("\" width=\"", size.width)
    write("\" height=\"", size.height)
    write("\" font-size=\"", ChartFormat.textSize)
    out.write("\">\n<title id=\"")
    out.write(text: id)
    out.write("-title\">")
    out.write(title)
    out.write("</title>\n<desc id=\"")
    out.write(text: id)
    out.write("-desc\">")
    out.write(description)
    out.write("</desc>\n")
    if hasHatch { defineHatch(id: id + "-hatch") }
  }

  /// Defines the hatching of what is withheld.
  mutating func defineHatch(id: String) {
    out.write("<pattern id=\"")
    out.write(text: id)
    out.write(
      "\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
    line(.hatch, from: (0, 0), to: (0, 7))
    out.write("</pattern>\n")
  }

  /// A period without a figure takes the whole height: what is withheld may lie anywhere in it.
  mutating func absence(_ run: ChartRun, in layout: ChartLayout, id: String) {
    let inset = min(3, layout.columnWidth / 8)
    var strip = layout.strip(run)
    strip.left += inset
    strip.width -= 2 * inset
    if run.kind == .withheld {
      hatched(strip, hatch: "\(id)-hatch")
    } else {
      rectangle(.missing, strip)
    }
  }

  /// A value with caps at the ends of its interval, along one axis.
  mutating func whisker(from start: Place, to end: Place, cap: Double) {
    line(.whisker, from: start, to: end)
    let isUpright = start.x == end.x
    for place in [start, end] {
      let (dx, dy) = isUpright ? (cap, 0) : (0, cap)
      line(.whisker, from: (place.x - dx, place.y - dy), to: (place.x + dx, place.y + dy))
    }
  }

  mutating func label(_ label: ChartLabel) {
    switch label.kind {
    case .mark: text(.mark, label)
    case .name: text(.name, label)
    case .value: text(.value, label)
    case .absence: text(.absence, label)
    }
  }
}
