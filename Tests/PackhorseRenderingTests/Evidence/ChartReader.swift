import PackhorseCore

@testable import PackhorseRendering

/// What one mark of a chart stands for.
struct ChartFact: Hashable, CustomStringConvertible {
  enum Figure: Hashable {
    case value, lower, upper
    /// The value once more: where a bar ends, or the line of a control chart runs.
    case bar, line
    /// The ends of what no effect would do.
    case expectedLower, expectedUpper
    /// Where a bar begins.
    case base
    case centre, limitLower, limitUpper, farLimitLower, farLimitUpper
    /// Along the other axis: the size of a practice or of a limit's step, the middle or an end of a period.
    case size, limitSize, period, periodStart, periodEnd
  }

  var figure: Figure
  /// Of which row, period, practice or step.
  var place: Int

  init(_ figure: Figure, _ place: Int) { (self.figure, self.place) = (figure, place) }

  var description: String { "\(figure) of \(place)" }
}

/// Reads the marks of a drawing back, and says where they differ from what they stand for.
struct ChartReader {
  private let axes: (across: DrawnAxis, up: DrawnAxis)
  private var readings: [(fact: ChartFact, pixel: Double, axis: DrawnAxis)] = []

  /// What is drawn otherwise than it is told: by more than half a pixel, without being told, or not at all.
  func differences(from told: [ChartFact: Double]) -> [String] {
    var differences: [String] = []
    for (fact, pixel, axis) in readings {
      guard let value = told[fact] else {
        differences.append("\(fact) is drawn and not told")
        continue
      }
      let distance = abs(axis.pixel(of: value) - pixel)
      if !(distance <= 0.5) { differences.append("\(fact) is \(distance) pixels off") }
    }
    let read = Set(readings.map(\.fact))
    return differences + told.keys.filter { !read.contains($0) }.map { "\($0) is not drawn" }
  }

  private mutating func read(across fact: ChartFact, _ pixel: Double) {
    readings.append((fact, pixel, axes.across))
  }

  private mutating func read(up fact: ChartFact, _ pixel: Double) { readings.append((fact, pixel, axes.up)) }
}

extension ChartReader {
  static let signs: Set<Substring> = ["chart-common", "chart-improvement", "chart-concern", "chart-neutral"]

  /// Reads a chart over periods: a line or a control chart.
  init(periods: Int, axis: [Double], in drawn: DrawnChart) {
    let across = DrawnAxis([0, Double(periods)], at: drawn.grid.flatMap(\.acrosses))
    axes = (across, DrawnAxis(axis, at: drawn.grid.flatMap(\.heights), isUp: true))
    for (look, figure) in [("chart-line", ChartFact.Figure.value), ("chart-control-line", .line)] {
      for shape in drawn.shapes([Substring(look)]) {
        for place in shape.places { readPeriod(figure, place) }
      }
    }
    for shape in drawn.shapes(ChartReader.signs.union(["chart-point"])) { readPeriod(.value, shape.point) }
    for band in drawn.shapes(["chart-band"]) {
      let half = band.places.count / 2
      for place in band.places.prefix(half) { readPeriod(.upper, place) }
      for place in band.places.suffix(half) { readPeriod(.lower, place) }
    }
    readWhiskers(of: drawn) { reader, figure, place in reader.readPeriod(figure, place) }
    for shape in drawn.shapes(["chart-centre"]) { readSteps(.centre, shape) }
    for (index, shape) in drawn.shapes(["chart-limit"]).enumerated() {
      readSteps(index.isMultiple(of: 2) ? .limitLower : .limitUpper, shape)
    }
  }

  private mutating func readPeriod(_ figure: ChartFact.Figure, _ place: SVGWriter.Place) {
    let period = Int(axes.across.value(at: place.x))
    read(up: ChartFact(figure, period), place.y)
    read(across: ChartFact(.period, period), place.x)
  }

  /// Steps, two places to a period.
  private mutating func readSteps(_ figure: ChartFact.Figure, _ shape: DrawnChart.Shape) {
    for index in stride(from: 0, to: shape.places.count - 1, by: 2) {
      let (start, end) = (shape.places[index], shape.places[index + 1])
      let period = Int(axes.across.value(at: (start.x + end.x) / 2))
      read(across: ChartFact(.periodStart, period), start.x)
      read(across: ChartFact(.periodEnd, period), end.x)
      for place in [start, end] { read(up: ChartFact(figure, period), place.y) }
    }
  }

  /// A whisker is a line from end to end, and a cap at each.
  private mutating func readWhiskers(
    of drawn: DrawnChart, _ read: (inout ChartReader, ChartFact.Figure, SVGWriter.Place) -> Void
  ) {
    let parts = drawn.shapes(["chart-whisker"])
    for index in stride(from: 0, to: parts.count - 2, by: 3) {
      let ends = parts[index].places
      read(&self, .lower, ends[0])
      read(&self, .upper, ends[1])
      read(&self, .lower, parts[index + 1].point)
      read(&self, .upper, parts[index + 2].point)
    }
  }
}

extension ChartReader {
  /// Reads a chart of rows, each in the lane where the lines of the axis stand.
  init(rowsAlong axis: [Double], in drawn: DrawnChart) {
    let tops = Set(drawn.grid.compactMap { $0.heights.min() }).sorted()
    let along = DrawnAxis(axis, at: drawn.grid.flatMap(\.acrosses))
    axes = (along, along)
    func row(_ place: SVGWriter.Place) -> Int { (tops.lastIndex { $0 <= place.y } ?? -1) }
    for bar in drawn.shapes(["chart-bar"]) {
      let nought = along.pixel(of: 0)
      let ends = bar.acrosses.sorted { abs($0 - nought) < abs($1 - nought) }
      read(across: ChartFact(.base, row(bar.point)), ends[0])
      read(across: ChartFact(.bar, row(bar.point)), ends[1])
    }
    for point in drawn.shapes(["chart-point"]) {
      read(across: ChartFact(.value, row(point.point)), point.point.x)
    }
    for range in drawn.shapes(["chart-expected"]) {
      read(across: ChartFact(.expectedLower, row(range.point)), range.places[0].x)
      read(across: ChartFact(.expectedUpper, row(range.point)), range.places[1].x)
    }
    readWhiskers(of: drawn) { reader, figure, place in
      reader.read(across: ChartFact(figure, row(place)), place.x)
    }
  }

  /// Reads a funnel, its practices in the order in which they are drawn.
  init(funnelOf sizes: [Double], _ values: [Double], in drawn: DrawnChart) {
    axes = (
      DrawnAxis([0, sizes.last ?? .nan], at: drawn.grid.flatMap(\.acrosses)),
      DrawnAxis(values, at: drawn.grid.flatMap(\.heights), isUp: true)
    )
    for (index, shape) in drawn.shapes(["chart-other", "chart-own"]).enumerated() {
      read(across: ChartFact(.size, index), shape.point.x)
      read(up: ChartFact(.value, index), shape.point.y)
    }
    for line in drawn.shapes(["chart-centre"]) {
      for place in line.places { read(up: ChartFact(.centre, 0), place.y) }
    }
    for (look, lower, upper) in [
      ("chart-limit", ChartFact.Figure.limitLower, ChartFact.Figure.limitUpper),
      ("chart-far-limit", .farLimitLower, .farLimitUpper),
    ] {
      for (figure, curve) in zip([lower, upper], drawn.shapes([Substring(look)])) {
        for (step, place) in curve.places.enumerated() {
          read(up: ChartFact(figure, step), place.y)
          read(across: ChartFact(.limitSize, step), place.x)
        }
      }
    }
  }
}
