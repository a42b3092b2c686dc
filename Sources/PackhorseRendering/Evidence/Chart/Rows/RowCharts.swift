import PackhorseCore

/// The charts that are made of rows: how far people came, changes of scores, areas side by side.
struct RowCharts {
  let series: PublishedSeries
  let text: EvidenceText
  /// Begins every id of the chart.
  let id: String
  private var measure: Measure { series.measure }
  /// Of more practices than these a funnel says more than rows.
  private static let mostPractices = 10

  init(_ series: PublishedSeries, text: EvidenceText, id: String) {
    self.series = series
    self.id = id
    self.text = text
  }

  /// How many people of the latest period came how far, from everybody downwards.
  func flow() -> ChartFigure {
    let figure = ChartFigure(title: finding(series, text: text), subtitle: subtitle("flow", series.latest))
    guard let point = series.latest, case .flow(let people, let statuses) = point.figure else {
      return figure
    }
    let values = FigureValues(series, point, text)
    let all = RowChart.Row(
      name: text.capitalised(measure.denominator), printed: people.shown.map(text.number) ?? "",
      valueID: values.id(.numerator), estimate: flat(1), hasInterval: false)
    let rows = zip(measure.statuses, statuses).enumerated().map { place, pair in
      row(pair.0.title, pair.1, values, place)
    }
    let chart = RowChart(
      mark: .bar, rows: [all] + rows, axis: [0, 0.25, 0.5, 0.75, 1],
      marks: [0, 0.25, 0.5, 0.75, 1].map(text.percent))
    return drawn(chart, in: figure) { key in
      key.addRounding(of: [point])
    }
  }

  private func row(
    _ title: String, _ status: PublishedStatus, _ values: FigureValues, _ place: Int
  ) -> RowChart.Row {
    guard let value = status.share?.value, let people = status.people.shown else {
      return RowChart.Row(
        name: title, printed: absence(status.people), isWithheld: status.people == .withheld)
    }
    let (count, share) = (text.number(people), text.percent(value))
    let traced = text.form(
      "chart.rows.count",
      ["count": values.span(.status(place), count), "share": values.span(.statusShare(place), share)])
    return RowChart.Row(
      name: title, printed: text.filled("chart.rows.count", ["count": count, "share": share]),
      traced: traced, valueID: values.id(.status(place)), estimate: flat(value), hasInterval: false)
  }

  /// The mean change of each of the latest periods, with its interval and what no effect would do.
  func change() -> ChartFigure {
    let points = Array(series.points.suffix(8))
    let figure = ChartFigure(
      title: finding(series, text: text), subtitle: points.isEmpty ? nil : subtitle("mean-change", points))
    guard !points.isEmpty else { return figure }
    let rows = points.map { point -> RowChart.Row in
      var row = row(FigureValues(series, point, text), text.coveredPeriod(point))
      if case .change(let change) = point.figure, row.estimate != nil { row.expected = change.expected }
      return row
    }
    let chart = RowChart(
      mark: .dot, rows: rows, axis: series.axis, marks: text.axisMarks(series.axis, of: measure))
    return drawn(chart, in: figure) { key in
      addInterval(to: &key, rows)
      if rows.contains(where: { $0.expected != nil }) {
        key.add(text.form("chart.key.expected")) { svg in
          svg.rectangle(.expected, KeyList.swatch)
        }
      }
      addAbsence(to: &key, rows, of: points)
    }
  }

  /// The site's practice and other areas, side by side for one period: by level and code, never by value.
  func areas(_ areas: [PublishedSeries], axis: [Double]) -> ChartFigure? {
    guard let latest = series.latest else { return nil }
    let period = latest.period
    let hasFewPractices = areas.count { $0.area.level == .practice } <= RowCharts.mostPractices
    let shown = areas.filter { hasFewPractices || $0.area.level != .practice }
    let all = ([series] + shown).compactMap { other in
      other.points.first { $0.period == period }.map { (series: other, point: $0) }
    }
    guard all.count > 1 else { return nil }
    let ordered = all.prefix(1) + all.dropFirst().sorted { $0.series.area < $1.series.area }
    let entries = ordered.map { entry in
      FigureValues(entry.series, entry.point, text)
    }
    let rows = entries.map { values in
      var row = row(values, name(values))
      row.tracedName = tracedName(values)
      row.isOwn = values.area == series.area
      return row
    }
    let chart = RowChart(
      mark: measure.kind == .meanChange ? .dot : .bar, rows: rows, axis: axis,
      marks: text.axisMarks(axis, of: measure))
    let figure = ChartFigure(
      title: text.form(
        "finding.areas", ["title": HTML(text: measure.title), "period": HTML(text: text.period(period))]),
      subtitle: subtitle("areas", latest))
    var drawn = drawn(chart, in: figure) { key in
      addInterval(to: &key, rows)
      addAbsence(to: &key, rows, of: ordered.map(\.point))
      key.add(text.form("chart.rows.no-order"))
    }
    drawn.table = table(entries, text.period(period))
    return drawn
  }

  private func table(_ entries: [FigureValues], _ period: String) -> HTML {
    let caption = text.filled("table.areas", ["title": measure.title, "period": period])
    let area = FigureColumn<FigureValues>(header: text.string("table.area")) { $1.write(tracedName($0)) }
    return FigureTable(
      caption: caption, columns: [area] + FigureColumn.columns(of: measure, text), rows: entries
    ).folded(text.words)
  }

  /// An area, and how many of its practices are in the figure where some are not.
  private func name(_ values: FigureValues) -> String {
    guard let practices = values.somePractices else { return values.area.name }
    return text.filled(
      "chart.rows.some-practices",
      [
        "area": values.area.name, "counted": text.number(practices.counted),
        "all": text.number(practices.all),
      ])
  }

  /// The same as markup.
  private func tracedName(_ values: FigureValues) -> HTML {
    let name = HTML(text: values.area.name)
    guard let practices = values.somePractices else { return name }
    return text.form(
      "chart.rows.some-practices",
      [
        "area": name, "counted": values.span(.practices, text.number(practices.counted)),
        "all": values.span(.allPractices, text.number(practices.all)),
      ])
  }

  /// A row of a figure with its interval.
  private func row(_ values: FigureValues, _ name: String) -> RowChart.Row {
    let point = values.point
    guard let estimate = point.charted else {
      return RowChart.Row(
        name: name, printed: values.missingWord(.words(text)), isWithheld: point.isWithheld)
    }
    return RowChart.Row(
      name: name, printed: text.value(point, estimate, measure), valueID: values.id(.value),
      estimate: estimate, hasInterval: point.figure.estimate != nil)
  }

  private func absence(_ count: PublishedCount) -> String {
    text.string(count == .withheld ? "withheld" : "not-available")
  }

  private func flat(_ value: Double) -> Estimate {
    Estimate(value: value, lower95: value, upper95: value, lower998: value, upper998: value)
  }

  private func subtitle(_ form: String, _ point: PublishedPoint?) -> HTML? {
    point.map { subtitle(form, [$0]) }
  }

  private func subtitle(_ form: String, _ points: [PublishedPoint]) -> HTML {
    text.form(
      "chart.rows.subtitle.\(form)",
      [
        "title": HTML(text: measure.title), "people": HTML(text: measure.denominator),
        "per": HTML(text: text.number(measure.per)), "range": HTML(text: text.range(points)),
        "unit": text.form(
          "chart.unit.\(measure.kind.rawValue)",
          [
            "people": HTML(text: measure.denominator), "per": HTML(text: text.number(measure.per)),
          ]),
      ])
  }

  private func addInterval(to key: inout KeyList, _ rows: [RowChart.Row]) {
    guard rows.contains(where: { $0.estimate != nil && $0.hasInterval }) else { return }
    key.add(text.form("chart.key.interval")) { svg in
      svg.whisker(from: (3, 9), to: (25, 9), cap: 5)
      svg.circle(.point, at: (14, 9), radius: 4)
    }
  }

  private func addAbsence(to key: inout KeyList, _ rows: [RowChart.Row], of points: [PublishedPoint]) {
    if rows.contains(where: \.isWithheld) { key.addWithheld() }
    if rows.contains(where: { $0.estimate == nil && !$0.isWithheld }) { key.addMissing() }
    key.addRounding(of: points)
  }

  /// The figure with both drawings of a chart and its key.
  private func drawn(
    _ chart: RowChart, in figure: ChartFigure, _ addKey: (inout KeyList) -> Void
  ) -> ChartFigure {
    var figure = figure
    let description = description(chart.rows)
    figure.drawings = ChartFormat.allCases.map { format in
      var drawing = RowDrawing(RowLayout(chart, format: format), id: id)
      return drawing.drawn(title: figure.title, description: description)
    }
    var key = KeyList(text, id: id + "-key")
    addKey(&key)
    figure.key = key.html
    return figure
  }

  /// Each row's name and figure, for a reader who does not see the chart.
  private func description(_ rows: [RowChart.Row]) -> HTML {
    var writer = ByteWriter(capacity: 512)
    for (index, row) in rows.enumerated() {
      if index > 0 { writer.write(text.form("chart.rows.list")) }
      let figure = row.traced ?? row.valueID.map { valueSpan($0, row.printed) } ?? HTML(text: row.printed)
      writer.write(
        text.form("chart.rows.row", ["name": row.tracedName ?? HTML(text: row.name), "figure": figure]))
    }
    return writer.html
  }
}

extension FigureValues {
  /// The practices that an area's figure is made from, where they are not all.
  fileprivate var somePractices: (counted: Int, all: Int)? {
    point.practices.flatMap { $0.counted < $0.all ? ($0.counted, $0.all) : nil }
  }
}
