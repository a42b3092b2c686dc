import PackhorseCore

@testable import PackhorseRendering

/// A drawing read back from its text alone: its shapes, and what a pixel of it is worth.
struct DrawnChart {
  /// One shape: its look and the places that it goes through, in pixels.
  struct Shape {
    var look: Substring
    var places: [SVGWriter.Place]

    /// Every horizontal or upright extent of the shape.
    var acrosses: [Double] { places.map(\.x) }
    var heights: [Double] { places.map(\.y) }
  }

  /// Everything drawn but texts and hatching, in order.
  var shapes: [Shape]

  init(_ svg: HTML) {
    shapes = svg.source.matches(of: /<(line|rect|circle|path) class="([a-z-]+)[^"]*" ([^>]*)>/).map {
      Shape(look: $0.2, places: DrawnChart.places($0.1, $0.3))
    }.filter { $0.look != "chart-hatch" }
  }

  func shapes(_ looks: Set<Substring>) -> [Shape] { shapes.filter { looks.contains($0.look) } }

  /// The looks of what stands for no figure: the lines at the marks of an axis, periods without a figure, and notes.
  static let frame: Set<Substring> = [
    "chart-grid", "chart-axis", "chart-withheld", "chart-missing", "chart-note",
  ]

  /// The lines at the marks of an axis, the one at nought among them.
  var grid: [Shape] { shapes(["chart-grid", "chart-axis"]) }

  private static func places(_ name: Substring, _ source: Substring) -> [SVGWriter.Place] {
    let pairs = source.matches(of: /([a-z0-9-]+)="([^"]*)"/).map { ($0.1, $0.2) }
    let attributes = Dictionary(pairs) { first, _ in first }
    func number(_ key: Substring) -> Double { attributes[key].flatMap { Double($0) } ?? .nan }
    switch name {
    case "line": return [(number("x1"), number("y1")), (number("x2"), number("y2"))]
    case "circle": return [(number("cx"), number("cy"))]
    case "rect":
      let (left, top) = (number("x"), number("y"))
      return [(left, top), (left + number("width"), top + number("height"))]
    default:
      let numbers = (attributes["d"] ?? "").matches(of: /-?[0-9.]+/).compactMap { Double($0.0) }
      return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    }
  }
}

extension DrawnChart.Shape {
  /// Where a sign points: the middle of a circle, square or diamond; of a triangle, the middle of the circle it stands for.
  var point: SVGWriter.Place {
    guard places.count == 3 else {
      return (middle(acrosses), middle(heights))
    }
    return (places[0].x, places[0].y + places[1].x - places[0].x)
  }

  private func middle(_ numbers: [Double]) -> Double {
    ((numbers.min() ?? .nan) + (numbers.max() ?? .nan)) / 2
  }
}

/// One direction of a drawing, from the pixel of its lowest value to the pixel of its highest.
struct DrawnAxis {
  let pixels: (Double, Double)
  let values: (Double, Double)

  /// The values of an axis whose lines are drawn at some pixels; `isUp` for one that grows upwards.
  init(_ values: [Double], at pixels: [Double], isUp: Bool = false) {
    let ends = (pixels.min() ?? .nan, pixels.max() ?? .nan)
    self.pixels = isUp ? (ends.1, ends.0) : ends
    self.values = (values.first ?? .nan, values.last ?? .nan)
  }

  /// The value of a pixel.
  func value(at pixel: Double) -> Double {
    values.0 + (pixel - pixels.0) / (pixels.1 - pixels.0) * (values.1 - values.0)
  }

  /// The pixel of a value.
  func pixel(of value: Double) -> Double {
    pixels.0 + (value - values.0) / (values.1 - values.0) * (pixels.1 - pixels.0)
  }
}
