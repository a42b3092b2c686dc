import PackhorseCore

/// A rectangle of a drawing; y grows downwards.
struct ChartBox: Hashable, Sendable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }

  func overlaps(_ other: ChartBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func encloses(_ other: ChartBox) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }
}

/// The lines of a label with the width that they take.
struct LabelText: Sendable {
  let kind: ChartLabel.Kind
  let lines: [String]
  let width: Double

  init(_ kind: ChartLabel.Kind, _ lines: [String]) {
    self.kind = kind
    self.lines = lines
    width = lines.map { labelWidth($0, kind) }.max() ?? 0
  }

  var height: Double { Double(lines.count) * ChartFormat.lineHeight }
}

/// Where a label stands: its anchored side at `x`, whatever its text.
struct LabelPlace: Sendable {
  let anchor: ChartLabel.Anchor
  let x: Double
  let box: ChartBox

  init(_ anchor: ChartLabel.Anchor, x: Double, top: Double, width: Double, height: Double) {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    (self.anchor, self.x) = (anchor, x)
    box = ChartBox(left: left, top: top, width: width, height: height)
  }
}

/// A text of a chart with the place that it takes.
struct ChartLabel: Sendable {
  enum Kind: Sendable {
    /// A mark of either axis.
    case mark
    /// What a row or a point is called.
    case name
    /// A figure, in bold.
    case value
    /// The word for a period without a figure.
    case absence
  }

  enum Anchor: Sendable {
    case start, middle, end

    var attribute: StaticString {
      switch self {
      case .start: " text-anchor=\"start\""
      case .middle: " text-anchor=\"middle\""
      case .end: " text-anchor=\"end\""
      }
    }
  }

  var kind: Kind
  var lines: [String]
  var anchor: Anchor
  /// Where the text is anchored.
  var x: Double
  var box: ChartBox
  /// The name of the published value that it prints.
  var valueID: String?

  /// A label whose box has its anchored side at `x` and its upper edge at `top`.
  init(_ text: LabelText, anchor: Anchor, x: Double, top: Double, valueID: String? = nil) {
    self.init(
      text, at: LabelPlace(anchor, x: x, top: top, width: text.width, height: text.height), valueID: valueID)
  }

  init(_ text: LabelText, at place: LabelPlace, valueID: String? = nil) {
    kind = text.kind
    lines = text.lines
    anchor = place.anchor
    x = place.x
    self.valueID = valueID
    box = place.box
  }

  init(_ kind: Kind, _ lines: [String], anchor: Anchor, x: Double, top: Double, valueID: String? = nil) {
    self.init(LabelText(kind, lines), anchor: anchor, x: x, top: top, valueID: valueID)
  }
}

/// The width of one line of a label.
func labelWidth(_ line: String, _ kind: ChartLabel.Kind = .mark) -> Double {
  textWidth(line, size: ChartFormat.textSize, isBold: kind == .value)
}
