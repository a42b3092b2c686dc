import PackhorseCore

/// Shapes of a drawing as SVG, numbers with at most one decimal.
struct SVGWriter: ~Copyable {
  typealias Place = (x: Double, y: Double)

  var out = ByteWriter(capacity: 8192)

  mutating func line(_ look: ChartLook, from start: Place, to end: Place) {
    begin("<line class=\"", look)
    write(" x1=\"", start.x)
    write("\" y1=\"", start.y)
    write("\" x2=\"", end.x)
    write("\" y2=\"", end.y)
    out.write("\"/>\n")
  }

  mutating func rectangle(_ look: ChartLook, _ box: ChartBox) {
    beginRectangle(look, box)
    out.write("\"/>\n")
  }

  /// A rectangle filled with the hatching of that id.
  mutating func hatched(_ box: ChartBox, hatch id: String) {
    beginRectangle(.withheld, box)
    out.write("\" fill=\"url(#")
    out.write(text: id)
    out.write(")\"/>\n")
  }

  mutating func circle(_ look: ChartLook, at place: Place, radius: Double) {
    begin("<circle class=\"", look)
    write(" cx=\"", place.x)
    write("\" cy=\"", place.y)
    write("\" r=\"", radius)
    out.write("\"/>\n")
  }

  /// A path through places, closed where it bounds an area.
  mutating func path(_ look: ChartLook, through places: [Place], isClosed: Bool = false) {
    begin("<path class=\"", look)
    for (index, place) in places.enumerated() {
      write(index == 0 ? " d=\"M" : "L", place.x)
      write(" ", place.y)
    }
    out.write(isClosed ? "Z\"/>\n" : "\"/>\n")
  }

  mutating func text(_ look: ChartLook, _ label: ChartLabel) {
    begin("<text class=\"", look)
    out.write(label.anchor.attribute)
    if let id = label.valueID {
      out.write(" data-value-id=\"")
      out.write(text: id)
      out.write("\"")
    }
    out.write(">")
    for (index, line) in label.lines.enumerated() {
      write(index == 0 ? "<tspan x=\"" : " <tspan x=\"", label.x)
      write("\" y=\"", label.box.top + Double(index) * ChartFormat.lineHeight + 14)
      out.write("\">")
      out.write(text: line)
      out.write("</tspan>")
    }
    out.write("</text>\n")
  }

  /// Appends what stands before a number, and the number.
  mutating func write(_ before: StaticString, _ number: Double) {
    out.write(before)
    out.write(coordinate: number)
  }

  private mutating func beginRectangle(_ look: ChartLook, _ box: ChartBox) {
    begin("<rect class=\"", look)
    write(" x=\"", box.left)
    write("\" y=\"", box.top)
    write("\" width=\"", box.width)
    write("\" height=\"", box.height)
  }

  private mutating func begin(_ tag: StaticString, _ look: ChartLook) {
    out.write(tag)
    out.write(look.classes)
    out.write("\"")
    out.write(look.attributes)
  }
}

extension ByteWriter {
  /// Appends a length or place in a drawing, with at most one decimal.
  mutating func write(coordinate number: Double) {
    write(tenths: Int(number * 10 + (number < 0 ? -0.5 : 0.5)))
  }
}
