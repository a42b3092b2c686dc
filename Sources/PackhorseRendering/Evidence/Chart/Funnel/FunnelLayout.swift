import PackhorseCore

/// Where everything of a funnel chart lies.
struct FunnelLayout: Sendable {
  let funnel: PublishedFunnel
  let own: PublishedFunnel.Unit?
  let format: ChartFormat
  let plot: ChartBox
  /// Every text of the chart; none overlaps another.
  private(set) var labels: [ChartLabel] = []

  init(
    _ funnel: PublishedFunnel, own: PublishedFunnel.Unit?, measure: Measure, format: ChartFormat,
    text: EvidenceText
  ) {
    self.funnel = funnel
    self.own = own
    self.format = format
    let valueMarks = text.axisMarks(funnel.valueAxis, of: measure)
    let sizeMarks = funnel.sizeAxis.map { text.number(Int($0.rounded())) }
    let left = (valueMarks.map { labelWidth($0) }.max() ?? 0) + 10
    let right = (sizeMarks.last.map { labelWidth($0) } ?? 0) / 2 + 2
    let top = ChartFormat.lineHeight / 2 + 2
    let width = format.size.width - left - right
    // What a long name says stands above the chart too.
    let lines = wrapped(text.capitalised(measure.denominator), to: width)
    let name = lines.count > 3 ? [] : lines
    plot = ChartBox(
      left: left, top: top, width: width,
      height: format.size.height - top - Double(1 + name.count) * ChartFormat.lineHeight - 11)
    labels = axisLabels(valueMarks, sizeMarks)
    if !name.isEmpty {
      labels.append(
        ChartLabel(
          .mark, name, anchor: .middle, x: plot.left + plot.width / 2,
          top: plot.bottom + 9 + ChartFormat.lineHeight))
    }
    if let own {
      let label = ownLabel(
        own, text.value(own.value, of: measure),
        id: valueID(measure.id, own.area.code, text.code(funnel.period), "value"))
      labels += label.map { [$0] } ?? []
    }
  }

  func x(_ size: Double) -> Double {
    let highest = funnel.sizeAxis.last ?? 1
    return plot.left + (highest > 0 ? min(1, size / highest) : 0) * plot.width
  }

  func y(_ value: Double) -> Double {
    let (lowest, highest) = (funnel.valueAxis.first ?? 0, funnel.valueAxis.last ?? 1)
    return plot.bottom - max(0, min(1, (value - lowest) / (highest - lowest))) * plot.height
  }

  private func axisLabels(_ values: [String], _ sizes: [String]) -> [ChartLabel] {
    var free = -Double.infinity
    let below = zip(funnel.sizeAxis, sizes).compactMap { size, mark -> ChartLabel? in
      let label = ChartLabel(.mark, [mark], anchor: .middle, x: x(size), top: plot.bottom + 9)
      guard label.box.left >= free else { return nil }
      free = label.box.right + 8
      return label
    }
    let beside = zip(funnel.valueAxis, values).map { value, mark in
      ChartLabel(
        .mark, [mark], anchor: .end, x: plot.left - 8, top: y(value) - ChartFormat.lineHeight / 2)
    }
    return beside + below
  }

  /// The own practice's figure at the side of its point where it covers the fewest others.
  private func ownLabel(_ own: PublishedFunnel.Unit, _ printed: String, id: String) -> ChartLabel? {
    let place = (x: x(own.size), y: y(own.value))
    let middle = place.y - ChartFormat.lineHeight / 2
    func label(_ anchor: ChartLabel.Anchor, _ x: Double, _ top: Double) -> ChartLabel {
      ChartLabel(.value, [printed], anchor: anchor, x: x, top: top, valueID: id)
    }
    let labels = [
      label(.start, place.x + 11, middle), label(.end, place.x - 11, middle),
      label(.middle, place.x, place.y - 10 - ChartFormat.lineHeight),
      label(.middle, place.x, place.y + 10),
    ]
    let inside = labels.filter { plot.encloses($0.box) }
    return inside.min { covered($0, own) < covered($1, own) }
  }

  private func covered(_ label: ChartLabel, _ own: PublishedFunnel.Unit) -> Int {
    funnel.units.count { unit in
      let point = ChartBox(left: x(unit.size) - 4, top: y(unit.value) - 4, width: 8, height: 8)
      return unit.area != own.area && point.overlaps(label.box)
    }
  }
}
