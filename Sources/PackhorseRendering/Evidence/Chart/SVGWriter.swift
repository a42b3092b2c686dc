import PackhorseCore

/// Shapes of a drawing as SVG, numbers with at most one decimal.
///
/// Each look is a class. Attributes beside it keep a drawing legible on white where there is no style sheet.
struct SVGWriter {
  typealias Place = (x: Double, y: Double)
  /// Ready to stand in a tag, each behind a space.
  typealias Attributes = StaticString

  var out = ByteWriter(capacity: 8192)

  mutating func line(_ look: StaticString, from start: Place, to end: Place, _ attributes: Attributes) {
    begin("line", look)
    write(" x1=\"", start.x)
    write(" y1=\"", start.y)
    write(" x2=\"", end.x)
    write(" y2=\"", end.y)
    close(attributes)
  }

  mutating func rectangle(_ look: StaticString, _ box: ChartBox, _ attributes: Attributes) {
    beginRectangle(look, box)
    close(attributes)
  }

  /// A rectangle filled with the hatching of that id.
  mutating func hatched(_ box: ChartBox, hatch id: String) {
    beginRectangle("chart-withheld", box)
    out.write(" fill=\"url(#")
    out.write(text: id)
    out.write(")\"")
    close("")
  }

  mutating func circle(_ look: StaticString, at place: Place, radius: Double, _ attributes: Attributes) {
    begin("circle", look)
    write(" cx=\"", place.x)
    write(" cy=\"", place.y)
    write(" r=\"", radius)
    close(attributes)
  }

  /// A path through places, closed where it bounds an area.
  mutating func path(
    _ look: StaticString, through places: [Place], isClosed: Bool = false, _ attributes: Attributes
  ) {
    begin("path", look)
    out.write(" d=\"")
    for (index, place) in places.enumerated() {
      out.write(index == 0 ? "M" : "L")
      out.write(coordinate: place.x)
      out.write(" ")
      out.write(coordinate: place.y)
    }
    out.write(isClosed ? "Z\"" : "\"")
    close(attributes)
  }

  mutating func text(_ look: StaticString, _ label: ChartLabel, _ attributes: Attributes) {
    begin("text", look)
    out.write(label.anchor.attribute)
    out.write(attributes)
    if let id = label.valueID { write(" data-value-id=\"", id) }
    out.write(">")
    for (index, line) in label.lines.enumerated() {
      out.write(index == 0 ? "<tspan" : " <tspan")
      write(" x=\"", label.x)
      write(" y=\"", label.box.top + Double(index) * ChartFormat.lineHeight + 14)
      out.write(">")
      out.write(text: line)
      out.write("</tspan>")
    }
    out.write("</text>\n")
  }

  /// Appends an attribute; `opening` has its name and all up to its value.
  mutating func write(_ opening: StaticString, _ number: Double) {
    out.write(opening)
    out.write(coordinate: number)
    out.write("\"")
  }

  /// Appends an attribute; `opening` has its name and all up to its value.
  mutating func write(_ opening: StaticString, _ text: String) {
    out.write(opening)
    out.write(text: text)
    out.write("\"")
  }

  private mutating func beginRectangle(_ look: StaticString, _ box: ChartBox) {
    begin("rect", look)
    write(" x=\"", box.left)
    write(" y=\"", box.top)
    write(" width=\"", box.width)
    write(" height=\"", box.height)
  }

  private mutating func begin(_ name: StaticString, _ look: StaticString) {
    out.write("<")
    out.write(name)
    out.write(" class=\"")
    out.write(look)
    out.write("\"")
  }

  private mutating func close(_ attributes: Attributes) {
    out.write(attributes)
    out.write("/>\n")
  }
}

extension ByteWriter {
  /// Appends a length or place in a drawing, with at most one decimal.
  mutating func write(coordinate number: Double) {
    let tenths = Int((number * 10).rounded())
    if tenths < 0 { write("-") }
    write(abs(tenths) / 10)
    guard tenths % 10 != 0 else { return }
    write(".")
    write(abs(tenths) % 10)
  }
}
