import PackhorseCore

/// Shapes of a drawing as SVG, numbers with at most one decimal.
///
/// Each look is a class. Attributes beside it keep a drawing legible on white where there is no style sheet.
struct SVGWriter {
  typealias Place = (x: Double, y: Double)
  typealias Attributes = KeyValuePairs<StaticString, String>

  var out = ByteWriter(capacity: 4096)

  mutating func line(_ look: StaticString, from start: Place, to end: Place, _ attributes: Attributes = [:]) {
    element(
      "line", look,
      [
        "x1": coordinate(start.x), "y1": coordinate(start.y), "x2": coordinate(end.x),
        "y2": coordinate(end.y),
      ], attributes)
  }

  mutating func rectangle(_ look: StaticString, _ box: ChartBox, _ attributes: Attributes = [:]) {
    element(
      "rect", look,
      [
        "x": coordinate(box.left), "y": coordinate(box.top), "width": coordinate(box.width),
        "height": coordinate(box.height),
      ], attributes)
  }

  mutating func circle(_ look: StaticString, at place: Place, radius: Double, _ attributes: Attributes = [:])
  {
    element(
      "circle", look, ["cx": coordinate(place.x), "cy": coordinate(place.y), "r": coordinate(radius)],
      attributes)
  }

  /// A path through places, closed where it bounds an area.
  mutating func path(
    _ look: StaticString, through places: [Place], isClosed: Bool = false, _ attributes: Attributes = [:]
  ) {
    let steps = places.enumerated().map { step in
      "\(step.offset == 0 ? "M" : "L")\(coordinate(step.element.x)) \(coordinate(step.element.y))"
    }
    element("path", look, ["d": steps.joined() + (isClosed ? "Z" : "")], attributes)
  }

  mutating func text(_ look: StaticString, _ label: ChartLabel, _ attributes: Attributes = [:]) {
    out.write("<text")
    write(["class": look.description, "text-anchor": label.anchor.rawValue])
    write(attributes)
    if let id = label.valueID { write(["data-value-id": id]) }
    out.write(">")
    for (index, line) in label.lines.enumerated() {
      out.write(index == 0 ? "<tspan" : " <tspan")
      let baseline = label.box.top + Double(index) * ChartFormat.lineHeight + 14
      write(["x": coordinate(label.x), "y": coordinate(baseline)])
      out.write(">")
      out.write(text: line)
      out.write("</tspan>")
    }
    out.write("</text>\n")
  }

  /// Appends attributes.
  mutating func write(_ attributes: Attributes) {
    for (name, value) in attributes {
      out.write(" ")
      out.write(name)
      out.write("=\"")
      out.write(text: value)
      out.write("\"")
    }
  }

  private mutating func element(
    _ name: StaticString, _ look: StaticString, _ shape: Attributes, _ attributes: Attributes
  ) {
    out.write("<")
    out.write(name)
    write(["class": look.description])
    write(shape)
    write(attributes)
    out.write("/>\n")
  }
}

/// A length or place in a drawing, with at most one decimal.
func coordinate(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  var text = String(abs(tenths) / 10)
  if tenths < 0 { text = "-" + text }
  if tenths % 10 != 0 {
    text += "."
    text += String(abs(tenths) % 10)
  }
  return text
}
