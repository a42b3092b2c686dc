import PackhorseCore

/// A control chart with its title, its key and the list of what stands out.
struct ControlFigure {
  private let series: PublishedSeries
  private let control: PublishedControlChart
  private let text: EvidenceText
  private let id: String

  /// Nil for a series without limits.
  init?(_ series: PublishedSeries, text: EvidenceText, id: String) {
    guard let control = series.control else { return nil }
    self.series = series
    self.control = control
    self.id = id
    self.text = text
  }

  var figure: ChartFigure {
    var figure = ChartFigure(title: title)
    figure.subtitle = seriesSubtitle(series, text)
    var charted = series
    charted.axis = control.axis
    let description = seriesDescription(series, text)
    let contents = ChartContents(charted, text)
    figure.drawings = ChartFormat.allCases.map { format in
      let layout = ChartLayout(contents, format: format, headroom: notes.isEmpty ? 0 : 20)
      var drawing = ControlDrawing(layout, control, notes: notes, id: id)
      return drawing.drawn(title: figure.title, description: description)
    }
    figure.key = ControlKey(control, series, notes: notes, text: text, id: id + "-key").html
    var below = ByteWriter(capacity: 1024)
    below.write(signals)
    below.write(assurance)
    figure.notes = below.html
    return figure
  }

  /// Events and new limits in the order of their periods, each with its letter.
  private var notes: [ControlNote] {
    let events = control.events.map { ($0, false) } + control.rebases.map { ($0, true) }
    return events.sorted { ($0.0.column, $0.1 ? 1 : 0) < ($1.0.column, $1.1 ? 1 : 0) }.enumerated().map {
      ControlNote(letter: letter($0), column: $1.0.column, text: $1.0.text, isRebase: $1.1)
    }
  }

  private func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return index < letters.count ? String(letters[index]) : String(index + 1)
  }

  /// What the latest value is: chance, or not.
  private var title: HTML {
    guard let column = control.points.lastIndex(where: { $0.value != nil }) else {
      return finding(series, text: text)
    }
    let values = FigureValues(series, series.points[column], text)
    let form = control.points[column].signal.map { "signal.\($0.meaning.rawValue)" } ?? "common"
    return text.form(
      "finding.spc.\(form)",
      [
        "title": HTML(text: series.measure.title), "value": values.value ?? .empty,
        "period": HTML(text: text.coveredPeriod(series.points[column])),
      ])
  }

  /// A list of what stands out, neighbours that the same rule marks taken together.
  private var signals: HTML {
    var writer = ByteWriter(capacity: 512)
    let runs = signalRuns
    guard !runs.isEmpty else {
      writer.write("<p class=\"chart-signals\">")
      writer.write(text.form("spc.none"))
      writer.write("</p>\n")
      return writer.html
    }
    writer.write("<div class=\"chart-signals\">\n<p>")
    writer.write(text.form("spc.signals"))
    writer.write("</p>\n<ul>\n")
    for (columns, signal) in runs {
      writer.write("<li>")
      writer.write(
        text.form(
          "spc.signal",
          [
            "range": HTML(text: text.range(Array(series.points[columns]))),
            "rule": HTML(text: text.string("spc.rule.\(signal.rule.rawValue)")),
            "meaning": HTML(text: text.string("spc.meaning.\(signal.meaning.rawValue)")),
          ]))
      writer.write("</li>\n")
    }
    writer.write("</ul>\n<p>")
    writer.write(text.form("spc.caveat"))
    writer.write("</p>\n</div>\n")
    return writer.html
  }

  /// Whether the target is met as things are, where there is one.
  private var assurance: HTML {
    guard let assurance = control.assurance, let target = series.measure.target else { return .empty }
    var writer = ByteWriter(capacity: 256)
    writer.write("<p class=\"chart-target\">")
    writer.write(
      text.form(
        "finding.target.\(assurance.rawValue)",
        ["target": HTML(text: text.value(target.value, of: series.measure))]))
    writer.write("</p>\n")
    return writer.html
  }

  private var signalRuns: [(ClosedRange<Int>, PublishedControlChart.Signal)] {
    var runs: [(ClosedRange<Int>, PublishedControlChart.Signal)] = []
    for (column, point) in control.points.enumerated() {
      guard let signal = point.signal else { continue }
      if let last = runs.last, last.1 == signal, last.0.upperBound == column - 1 {
        runs[runs.count - 1].0 = last.0.lowerBound...column
      } else {
        runs.append((column...column, signal))
      }
    }
    return runs
  }
}

/// An event or new limits, as a chart names them.
struct ControlNote: Sendable {
  let letter: String
  let column: Int
  let text: String
  let isRebase: Bool
}
