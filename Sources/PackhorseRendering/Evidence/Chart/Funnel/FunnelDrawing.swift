import PackhorseCore

/// Draws a funnel chart from its layout.
struct FunnelDrawing: ~Copyable {
  private let layout: FunnelLayout
  private let members: Set<Area>
  private let id: String
  private var svg = SVGWriter()

  /// `members` are the practices of the network or board that the chart is for.
  init(_ layout: FunnelLayout, members: Set<Area> = [], id: String) {
    (self.layout, self.members) = (layout, members)
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
    for sign in FunnelSign.allCases {
      for unit in funnel.units where self.sign(of: unit) == sign {
        svg.funnelPoint(sign, at: (layout.x(unit.size), layout.y(unit.value)))
      }
    }
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

  private func sign(of unit: PublishedFunnel.Unit) -> FunnelSign {
    unit.area == layout.own?.area ? .own : members.contains(unit.area) ? .member : .other
  }
}

/// Whose point it is, in the order in which points are drawn: later ones lie above.
enum FunnelSign: CaseIterable {
  /// A ring.
  case other
  /// A practice of the network or board that the chart is for: a filled circle.
  case member
  /// The site's own practice: a filled diamond.
  case own
}

extension SVGWriter {
  /// A practice of a funnel; the signs differ in shape, not in colour alone.
  mutating func funnelPoint(_ sign: FunnelSign, at place: Place) {
    switch sign {
    case .other: circle(.other, at: place, radius: 4)
    case .member: circle(.member, at: place, radius: 6)
    case .own:
      path(
        .own,
        through: [
          (place.x, place.y - 7), (place.x + 7, place.y), (place.x, place.y + 7), (place.x - 7, place.y),
        ], isClosed: true)
    }
  }
}
