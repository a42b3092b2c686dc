import PackhorseCore

/// The list below a chart that says what its signs mean; nothing where there is nothing to explain.
struct KeyList {
  static let swatch = ChartBox(left: 1, top: 2, width: 26, height: 14)

  private var entries: [HTML] = []
  private let text: EvidenceText
  /// Begins every id of the key.
  private let id: String

  init(_ text: EvidenceText, id: String) {
    self.text = text
    self.id = id
  }

  var html: HTML {
    guard !entries.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 1024)
    writer.write("<ul class=\"chart-key\">\n")
    for entry in entries {
      writer.write("<li>")
      writer.write(entry)
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }

  /// Words without a sign; they stay one text, whatever elements are in them.
  mutating func add(_ words: HTML) {
    var writer = ByteWriter()
    writer.write("<span>")
    writer.write(words)
    writer.write("</span>")
    entries.append(writer.html)
  }

  /// A sign and its words.
  mutating func add(_ words: HTML, _ draw: (inout SVGWriter) -> Void) {
    var svg = SVGWriter()
    svg.out.write(
      "<svg class=\"chart-swatch\" aria-hidden=\"true\" viewBox=\"0 0 28 18\" width=\"28\" height=\"18\">")
    draw(&svg)
    svg.out.write("</svg> <span>")
    svg.out.write(words)
    svg.out.write("</span>")
    entries.append(svg.out.html)
  }

  mutating func addWithheld() {
    let id = id + "-hatch"
    add(words("withheld", "withheld")) { svg in
      svg.defineHatch(id: id)
      svg.hatched(Self.swatch, hatch: id)
    }
  }

  mutating func addMissing() {
    add(words("missing", "not-available")) { svg in
      svg.rectangle(.missing, Self.swatch)
    }
  }

  /// How the counts that figures are made of were made safe.
  mutating func addRounding(of points: [PublishedPoint]) {
    if points.contains(where: \.isSummed) {
      add(text.form("chart.summed"))
    } else if points.contains(where: \.isRounded) {
      add(text.form("chart.rounded"))
    }
  }

  private func words(_ key: String, _ symbol: String) -> HTML {
    text.form("chart.key.\(key)", ["symbol": HTML(text: text.string("symbol.\(symbol)"))])
  }
}
