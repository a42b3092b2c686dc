/// What a chart draws: the values at which its marks stand, by the axis that is printed beside them.
struct Drawing: Sendable {
  enum Kind: Sendable {
    /// Marks over periods.
    case periods
    /// Practices by their size.
    case funnel
    /// Rows one below the other, along a common axis.
    case rows
  }

  struct Mark: Sendable {
    var value: Double
    var offset: Int
  }

  var kind: Kind
  var marks: [Mark]
  /// Half the smallest step of a coordinate, and the rounding of an axis mark, in units of the value.
  var tolerance: Double
  /// The first name of a value that is printed in the drawing.
  var valueID: String?
}

/// Collects the shapes and texts of an `svg` element, and turns their places back into values.
struct DrawingReader {
  private struct Line {
    var isUpright: Bool
    var place: Double
  }

  private struct Label {
    var anchor: String
    var x: Double
    var y: Double
    var text: String
  }

  private var circles: [(look: String, x: Double, y: Double, offset: Int)] = []
  private var lines: [Line] = []
  private var labels: [Label] = []
  private var pending: (anchor: String, isMark: Bool)?
  private var valueID: String?

  mutating func open(_ tag: MarkupReader.Tag) {
    func number(_ name: String) -> Double { tag.attributes[name].flatMap(Double.init) ?? 0 }
    valueID = valueID ?? tag.attributes["data-value-id"]
    switch tag.name {
    case "circle":
      circles.append((tag.attributes["class"] ?? "", number("cx"), number("cy"), tag.offset))
    case "line" where tag.has(class: "chart-grid") || tag.has(class: "chart-axis"):
      let isUpright = number("x1") == number("x2")
      lines.append(Line(isUpright: isUpright, place: isUpright ? number("x1") : number("y1")))
    case "text": pending = (tag.attributes["text-anchor"] ?? "", tag.has(class: "chart-mark"))
    case "tspan":
      guard let pending, pending.isMark else { return }
      labels.append(Label(anchor: pending.anchor, x: number("x"), y: number("y"), text: ""))
    default: break
    }
  }

  mutating func text(_ text: String) {
    guard pending?.isMark == true, !labels.isEmpty else { return }
    labels[labels.count - 1].text += text
  }

  mutating func close(_ name: String) {
    if name == "text" { pending = nil }
  }

  /// Nil where there are no marks, or no axis that can be read.
  var drawing: Drawing? {
    let isFunnel = circles.contains { ["chart-other", "chart-point chart-member"].contains($0.look) }
    let isRows = lines.contains(where: \.isUpright)
    guard !circles.isEmpty, let axis = isRows ? axisBelow : axisBeside else { return nil }
    let marks = circles.map { circle in
      Drawing.Mark(value: axis.value(isRows ? circle.x : circle.y), offset: circle.offset)
    }
    return Drawing(
      kind: isFunnel ? .funnel : isRows ? .rows : .periods, marks: marks,
      tolerance: abs(axis.unit) * 0.6 + axis.rounding, valueID: valueID)
  }

  /// The marks at the left of a chart stand at the height of its lines.
  private var axisBeside: Axis? {
    Axis(
      places: lines.filter { !$0.isUpright }.map(\.place),
      labels: labels.filter { $0.anchor == "end" }.map { ($0.y - 5, $0.text) })
  }

  private var axisBelow: Axis? {
    Axis(
      places: lines.filter(\.isUpright).map(\.place),
      labels: labels.filter { $0.anchor == "middle" }.map { ($0.x, $0.text) })
  }
}

/// A printed axis: which value each place stands for.
struct Axis: Sendable {
  private let origin: (place: Double, value: Double)
  /// The value of one unit of length.
  let unit: Double
  /// By how much the values at its ends may have been rounded.
  let rounding: Double

  /// Nil where fewer than two lines have a number beside them.
  init?(places: [Double], labels: [(place: Double, text: String)]) {
    let marks = labels.compactMap { label -> (place: Double, number: PrintedNumber)? in
      guard let number = PrintedNumber(label.text),
        let line = places.min(by: { abs($0 - label.place) < abs($1 - label.place) }),
        abs(line - label.place) < 2
      else { return nil }
      return (line, number)
    }
    guard let first = marks.first,
      let last = marks.max(by: { abs($0.place - first.place) < abs($1.place - first.place) }),
      abs(last.place - first.place) > 1
    else { return nil }
    origin = (first.place, first.number.value)
    unit = (last.number.value - first.number.value) / (last.place - first.place)
    rounding = 0
  }

  func value(_ place: Double) -> Double { origin.value + (place - origin.place) * unit }
}
