import PackhorseCore

/// Draws a funnel chart from its layout.
struct FunnelDrawing {
  private let layout: FunnelLayout
  private let id: String
  private var svg = SVGWriter()

  init(_ layout: FunnelLayout, id: String) {
    self.layout = layout
    self.id = "\(id)-\(layout.format.rawValue)"
  }

  mutating func drawn(title: HTML, description: HTML) -> HTML {
    let funnel = layout.funnel
    let plot = layout.plot
    svg.open(
      layout.format.rawValue, id: id, size: layout.format.size, title: title, description: description,
      hasHatch: false)
    for value in funnel.valueAxis {
      svg.line(
        value == 0 ? .baseline : .grid, from: (plot.left, layout.y(value)), to: (plot.right, layout.y(value)))
    }
    let centre = layout.y(funnel.centre)
    svg.line(.centre, from: (plot.left, centre), to: (plot.right, centre))
    curve(.limit) { $0.at95.lowerBound }
    curve(.limit) { $0.at95.upperBound }
    curve(.farLimit) { $0.at998.lowerBound }
    curve(.farLimit) { $0.at998.upperBound }
    for unit in funnel.units where unit.area != layout.own?.area { draw(unit, isOwn: false) }
    if let own = layout.own { draw(own, isOwn: true) }
    for label in layout.labels { svg.label(label) }
    svg.out.write("</svg>\n")
    return svg.out.html
  }

  /// A limit, where it lies within the axis.
  private mutating func curve(_ look: ChartLook, _ value: (PublishedFunnel.Limits) -> Double) {
    let highest = layout.funnel.valueAxis.last ?? 1
    let places = layout.funnel.limits.filter { value($0) <= highest }.map {
      (layout.x($0.size), layout.y(value($0)))
    }
    guard places.count > 1 else { return }
    svg.path(look, through: places)
  }

  private mutating func draw(_ unit: PublishedFunnel.Unit, isOwn: Bool) {
    svg.funnelPoint(isOwn: isOwn, at: (layout.x(unit.size), layout.y(unit.value)))
  }
}

extension SVGWriter {
  /// A filled diamond for the site's own practice, a ring for another.
  mutating func funnelPoint(isOwn: Bool, at place: Place) {
    guard isOwn else { return circle(.other, at: place, radius: 4) }
    path(
      .own,
      through: [
        (place.x, place.y - 7), (place.x + 7, place.y), (place.x, place.y + 7), (place.x - 7, place.y),
      ], isClosed: true)
  }
}
