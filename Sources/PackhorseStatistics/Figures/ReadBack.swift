import PackhorseCore

/// The series of figures that another build published, by measure; none where the site reads none.
///
/// What is told stays what it is. Only what follows from it is worked out again, and held against what the file prints.
func readBack(
  _ site: ResolvedSite, in areas: Areas, _ control: DisclosureControl
) -> Outcome<[String: [PublishedSeries]]> {
  guard !site.published.isEmpty else { return Outcome([:]) }
  let rows = Dictionary(grouping: site.published, by: \.key.measure)
  var diagnostics: [Diagnostic] = []
  let series = site.measures.map { measure in
    let ofMeasure = Dictionary(grouping: rows[measure.id] ?? []) { AreaKey($0.key) }
    return areas.entries.map { entry in
      var points: [Period: PublishedPoint] = [:]
      for (period, rows) in Dictionary(grouping: ofMeasure[AreaKey(entry.area)] ?? [], by: \.key.period) {
        let rows = PublishedRows(rows, of: measure, in: period, at: entry.area.level)
        let figure = rows.figure(control)
        diagnostics += rows.faults(in: figure)
        points[period] = figure.map { rows.point($0, practices: entry.practices(in: period)) }
      }
      return madeSeries(SharedMeasure(measure), entry.area, withoutGaps(points, of: measure))
    }
  }
  let byMeasure = Dictionary(zip(site.measures.map(\.id), series)) { first, _ in first }
  return Outcome(byMeasure, diagnostics.ordered())
}

/// Points in order; a period between them that the file has no row of is not available.
private func withoutGaps(_ points: [Period: PublishedPoint], of measure: Measure) -> [PublishedPoint] {
  guard let first = points.keys.min(), let last = points.keys.max() else { return [] }
  return Period.every(from: first, to: last).map { period in
    points[period] ?? PublishedPoint(period: period, figure: .notAvailable(measure), months: 0)
  }
}

private struct AreaKey: Hashable {
  var level: AreaLevel
  var code: String

  init(_ key: PublishedRow.Key) { (level, code) = (key.level, key.area) }
  init(_ area: Area) { (level, code) = (area.level, area.code) }
}
