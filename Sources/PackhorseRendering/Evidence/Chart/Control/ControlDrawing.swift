import PackhorseCore

/// Draws a control chart: values and their line, the mean, the natural process limits, and what stands out by shape and colour.
struct ControlDrawing: ~Copyable {
  private let layout: ChartLayout
  private let control: PublishedControlChart
  private let notes: [ControlNote]
  private let id: String
  private var svg = SVGWriter()

  init(_ layout: ChartLayout, _ control: PublishedControlChart, notes: [ControlNote], id: String) {
    self.layout = layout
    self.control = control
    self.notes = notes
    self.id = "\(id)-\(layout.format.rawValue)"
  }

  mutating func drawn(title: HTML, description: HTML) -> HTML {
    svg.open(
      layout.format.rawValue, id: id, size: layout.format.size, title: title, description: description,
      hasHatch: layout.runs.contains { $0.kind == .withheld })
    for value in layout.axis {
      svg.line(
        value == 0 ? .baseline : .grid, from: (layout.plot.left, layout.y(value)),
        to: (layout.plot.right, layout.y(value)))
    }
    for run in layout.runs where run.kind != .shares { svg.absence(run, in: layout, id: id) }
    for note in notes { drawNote(note) }
    for stretch in stretches(where: { $0.limits }) { drawLimits(stretch) }
    for stretch in stretches(where: { $0.value }) {
      svg.path(.controlLine, through: stretch.map { place($0.column, $0.value) })
    }
    for (column, point) in control.points.enumerated() {
      guard let value = point.value else { continue }
      draw(point.signal, at: place(column, value))
    }
    for label in layout.labels { svg.label(label) }
    for label in noteLabels { svg.label(label) }
    svg.out.write("</svg>\n")
    return svg.out.html
  }

  private func place(_ column: Int, _ value: Double) -> SVGWriter.Place {
    (layout.x(column), layout.y(value))
  }

  /// Neighbouring periods that have something, cut where limits are made anew.
  private func stretches<Value>(where value: (PublishedControlChart.Point) -> Value?) -> [[(
    column: Int, value: Value
  )]] {
    let cuts = Set(control.rebases.map(\.column))
    var stretches: [[(column: Int, value: Value)]] = [[]]
    for (column, point) in control.points.enumerated() {
      if cuts.contains(column) { stretches.append([]) }
      if let value = value(point) {
        stretches[stretches.count - 1].append((column, value))
      } else {
        stretches.append([])
      }
    }
    return stretches.filter { !$0.isEmpty }
  }

  /// Limits as steps, each over the strip of its period.
  private mutating func drawLimits(
    _ stretch: [(column: Int, value: PublishedControlChart.Limits)]
  ) {
    func steps(_ height: (PublishedControlChart.Limits) -> Double) -> [SVGWriter.Place] {
      stretch.flatMap { column, limits -> [SVGWriter.Place] in
        let y = layout.y(height(limits))
        return [
          (layout.x(column) - layout.columnWidth / 2, y), (layout.x(column) + layout.columnWidth / 2, y),
        ]
      }
    }
    svg.path(.centre, through: steps(\.centre))
    svg.path(.limit, through: steps(\.lower))
    svg.path(.limit, through: steps(\.upper))
  }

  /// A line at an event; at new limits, before their first period.
  private mutating func drawNote(_ note: ControlNote) {
    let x = x(of: note)
    svg.line(.note, from: (x, layout.plot.top), to: (x, layout.plot.bottom))
  }

  private func x(of note: ControlNote) -> Double {
    layout.x(note.column) - (note.isRebase ? layout.columnWidth / 2 : 0)
  }

  /// The letters above their lines, moved apart where they would run into one another.
  var noteLabels: [ChartLabel] {
    var free = layout.plot.left
    let widths = notes.map { labelWidth($0.letter) }
    var labels: [ChartLabel] = []
    for (index, note) in notes.enumerated() {
      // Those still to come need their room at the right.
      let rest = widths[index...].reduce(0) { $0 + $1 + 4 }
      let latest = layout.format.size.width - rest
      let left = max(free, min(latest, x(of: note) - widths[index] / 2))
      guard left + widths[index] <= layout.format.size.width else { break }
      labels.append(ChartLabel(.mark, [note.letter], anchor: .start, x: left, top: 1))
      free = left + widths[index] + 4
    }
    return labels
  }

  private mutating func draw(_ signal: PublishedControlChart.Signal?, at place: SVGWriter.Place) {
    let radius = layout.columnWidth >= 14 ? 4.5 : layout.columnWidth >= 7 ? 3 : 2
    svg.controlPoint(signal?.meaning, at: place, radius: radius)
  }
}

extension SVGWriter {
  /// A circle for chance, a triangle for improvement, a square for concern, a diamond where neither way is better.
  mutating func controlPoint(_ meaning: SpecialCauseMeaning?, at place: Place, radius: Double) {
    let reach = radius * 1.35
    switch meaning {
    case nil: circle(.common, at: place, radius: radius)
    case .improvement:
      path(
        .improvement,
        through: [
          (place.x, place.y - reach), (place.x + reach, place.y + reach * 0.8),
          (place.x - reach, place.y + reach * 0.8),
        ], isClosed: true)
    case .concern:
      let side = 2 * radius
      rectangle(
        .concern,
        ChartBox(left: place.x - radius, top: place.y - radius, width: side, height: side))
    case .high, .low:
      path(
        .neutral,
        through: [
          (place.x, place.y - reach), (place.x + reach, place.y), (place.x, place.y + reach),
          (place.x - reach, place.y),
        ], isClosed: true)
    }
  }
}
