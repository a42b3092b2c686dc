import PackhorseCore

/// Practices about what they have together: the site's own by name, those of the network or board that a page is about by
/// a sign, and all others without either.
struct FunnelChart {
  private let funnel: PublishedFunnel
  private let series: PublishedSeries
  private let region: Area
  /// The practices of the network or board that the series is of.
  private let members: Set<Area>
  private let text: EvidenceText
  private let id: String

  /// `region` is what the practices have together; `members` are those of the area of the series.
  ///
  /// A practice belongs to an area in the funnel's period as its figures are counted: by the first month.
  init(
    _ funnel: PublishedFunnel, _ series: PublishedSeries, of region: Area, members: Members?,
    text: EvidenceText, id: String
  ) {
    (self.funnel, self.series, self.region, self.id) = (funnel, series, region, id)
    let practices = funnel.units.map(\.area)
    self.members = Set(
      practices.filter { members?.hold($0.code, in: funnel.period.firstMonth) ?? false })
    self.text = text
  }

  private var measure: Measure { series.measure }
  private var own: PublishedFunnel.Unit? { funnel.units.first { $0.area == series.area } }
  private var hasOthers: Bool { funnel.units.contains { !members.contains($0.area) && $0.area != own?.area } }

  var figure: ChartFigure {
    var figure = ChartFigure(title: title)
    figure.subtitle = text.form("chart.funnel.subtitle", places)
    let description = text.form(
      members.isEmpty ? "chart.funnel.description" : "chart.funnel.description-members", places)
    figure.drawings = ChartFormat.allCases.map { format in
      let layout = FunnelLayout(funnel, own: own, measure: measure, format: format, text: text)
      var drawing = FunnelDrawing(layout, members: members, id: id)
      return drawing.drawn(title: figure.title, description: description)
    }
    figure.key = key
    figure.table = table
    return figure
  }

  private var places: KeyValuePairs<String, HTML> {
    [
      "title": HTML(text: measure.title), "people": HTML(text: measure.denominator),
      "period": HTML(text: text.period(funnel.period)),
      "practice": HTML(text: series.area.name), "area": HTML(text: series.area.name),
      "count": together("funnel_practices", text.number(funnel.units.count)),
      "absent": together("funnel_absent", text.number(funnel.absent)),
      "centre": together("funnel_centre", text.value(funnel.centre, of: measure)),
      "value": own.map(value) ?? .empty,
      "unit": text.form(
        "chart.unit.\(measure.kind.rawValue)",
        ["people": HTML(text: measure.denominator), "per": HTML(text: text.number(measure.per))]),
    ]
  }

  private func together(_ field: String, _ printed: String) -> HTML {
    valueSpan(valueID(measure.id, region.code, text.code(funnel.period), field), printed)
  }

  private func value(_ unit: PublishedFunnel.Unit) -> HTML {
    valueSpan(
      valueID(measure.id, unit.area.code, text.code(funnel.period), "value"),
      text.value(unit.value, of: measure))
  }

  private func size(_ unit: PublishedFunnel.Unit) -> HTML {
    valueSpan(
      valueID(measure.id, unit.area.code, text.code(funnel.period), "denominator"),
      text.number(Int(unit.size.rounded())))
  }

  /// A practice's name, with that of the area that it is marked for beside others.
  private func name(of unit: PublishedFunnel.Unit) -> HTML {
    let name = HTML(text: unit.area.name)
    guard hasOthers, members.contains(unit.area) else { return name }
    return text.form("chart.funnel.member", ["practice": name, "area": HTML(text: series.area.name)])
  }

  /// Where the site's practice lies; without a figure of its own, what is drawn.
  private var title: HTML {
    text.form("finding.funnel.\(own?.position.rawValue ?? "others")", places)
  }

  /// Practices in the order of their codes.
  private var table: HTML {
    let caption = text.filled("table.areas", ["title": measure.title, "period": text.period(funnel.period)])
    let heading =
      measure.kind == .proportion
      ? text.string("table.value") : text.filled("table.rate", ["per": text.number(measure.per)])
    let columns: [FigureColumn<PublishedFunnel.Unit>] = [
      FigureColumn(header: text.string("table.practice")) { $1.write(name(of: $0)) },
      FigureColumn(header: text.capitalised(measure.denominator)) { $1.write(size($0)) },
      FigureColumn(header: heading) { $1.write(value($0)) },
      FigureColumn(header: text.string("table.position")) {
        $1.write(text.form("chart.funnel.position.\($0.position.rawValue)"))
      },
    ]
    return FigureTable(
      caption: caption, columns: columns, rows: funnel.units.sorted { $0.area < $1.area }
    ).folded(text.words)
  }

  private var key: HTML {
    var key = KeyList(text, id: id + "-key")
    key.add(text.form("chart.funnel.centre", places)) { svg in
      svg.line(.centre, from: (1, 9), to: (27, 9))
    }
    key.add(text.form("chart.funnel.near")) { svg in
      svg.line(.limit, from: (1, 9), to: (27, 9))
    }
    key.add(text.form("chart.funnel.far")) { svg in
      svg.line(.farLimit, from: (1, 9), to: (27, 9))
    }
    if own != nil { key.add(text.form("chart.funnel.own", places)) { $0.funnelPoint(.own, at: (14, 9)) } }
    if !members.isEmpty {
      key.add(text.form("chart.funnel.members", places)) { $0.funnelPoint(.member, at: (14, 9)) }
    }
    if hasOthers { key.add(text.form("chart.funnel.other")) { $0.funnelPoint(.other, at: (14, 9)) } }
    key.add(text.form(funnel.isOverdispersed ? "chart.funnel.spread" : "chart.funnel.chance"))
    if funnel.absent > 0 { key.add(text.form("chart.funnel.absent", places)) }
    key.add(text.form("chart.funnel.no-ranking"))
    key.addRounding(of: series.points)
    return key.html
  }
}
