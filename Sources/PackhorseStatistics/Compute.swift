package import PackhorseCore

/// Turns exact counts into published values; exact counts end here.
///
/// Every measure gets a series for each practice and area whose figures are published, empty where no row is about
/// them. Rows of other practices and of unknown measures are passed over: the stage before reports them.
package func compute(_ site: ResolvedSite) -> Outcome<EvidencedSite> {
  let control = DisclosureControl(site.publication.settings)
  let areas = Areas(site)
  let rows = Dictionary(grouping: site.observations, by: \.measure.value)
  var evidence = PublishedEvidence(isExact: control.isExact)
  let counted = site.measures.map { measure in
    count(rows[measure.id] ?? [], of: measure, in: areas, released: site.released)
  }
  var diagnostics = counted.flatMap(\.diagnostics) + sumProblems(site, counted.map(\.value))
  let told = control.told(of: counted.map(\.value))
  let readBack = readBack(site, in: areas, control)
  diagnostics += readBack.diagnostics
  (evidence.earlierFigures, evidence.isReadBack) = (site.released.count, !site.published.isEmpty)
  (evidence.regions, evidence.placings) = (areas.regions, areas.placings)
  for (index, measure) in site.measures.enumerated() {
    let series =
      readBack.value[measure.id] ?? publishedSeries(measure, counted[index].value, told[index], control)
    let own = series.filter { $0.area == areas.own }
    evidence.series += own
    evidence.others += series.filter { $0.area != areas.own }
    evidence.commonAxes[measure.id] = commonAxis(measure, series)
    for (region, series) in Dictionary(grouping: series, by: { areas.regions[$0.area] ?? $0.area }) {
      evidence.funnels[region, default: [:]][measure.id] = funnelOfPractices(measure, series)
    }
    diagnostics += own.flatMap { misplacedNotes(measure, $0.points) }
  }
  return Outcome(EvidencedSite(publication: site.publication, evidence: evidence), diagnostics)
}

/// One measure in every area, added up to the periods in which it is published there.
func count(
  _ rows: [Observation], of measure: Measure, in areas: Areas, released: [ReleasedFigure] = []
) -> Outcome<[MeasuredArea]> {
  let released = Dictionary(grouping: released) { $0.area }
  let rows = Dictionary(grouping: alike(rows), by: \.practice.value)
  var sums: [Period.Length: [String: [Period: PeriodCounts]]] = [:]
  var diagnostics: [Diagnostic] = []
  for length in Set(areas.entries.map { measure.periodLength(for: $0.area.level) }) {
    sums[length] = rows.mapValues { rows in
      let sums = PeriodSums(rows, by: length)
      diagnostics += sums.diagnostics
      return sums.sums
    }
  }
  let counted = areas.entries.map { entry in
    let length = measure.periodLength(for: entry.area.level)
    // Sums of fractions depend on their order.
    let parts = entry.practices.sorted { $0.key < $1.key }.compactMap { practice, months in
      months == [.always]
        ? sums[length]?[practice] : rows[practice].map { PeriodSums($0.within(months), by: length).sums }
    }
    let counts = parts.reduce(into: [:]) { counts, part in counts.merge(part) { $0 + $1 } }
    let isPractice = entry.area.level == .practice
    let practices = counts.keys.map { period in
      let counted = parts.count { $0[period] != nil }
      return (period, PracticesCounted(counted: counted, all: entry.practices(in: period)))
    }
    return MeasuredArea(
      area: entry.area, placings: entry.placings, counts: counts,
      rows: isPractice ? PeriodSums.rows(rows[entry.area.code] ?? []) : [:],
      released: (released[entry.area.code] ?? []).filter {
        $0.level == entry.area.level && $0.measure == measure.id
      },
      practices: isPractice ? [:] : Dictionary(uniqueKeysWithValues: practices))
  }
  return Outcome(counted, Array(Set(diagnostics)).ordered())
}

extension [Observation] {
  /// Those whose period begins in months: a row belongs to the area that its practice was in then.
  fileprivate func within(_ months: [Range<Int>]) -> [Observation] {
    filter { row in months.contains { $0.contains(row.period.firstMonth) } }
  }
}
