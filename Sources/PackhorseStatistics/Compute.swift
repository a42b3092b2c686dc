package import PackhorseCore

/// Turns exact counts into published values; exact counts end here.
///
/// Every measure gets a series for each practice and area whose figures are published, empty where no row is about
/// them. Rows of other practices and of unknown measures are passed over: the stage before reports them.
package func compute(_ site: ResolvedSite, jobs: Int = 1) async -> Outcome<EvidencedSite> {
  let control = DisclosureControl(site.publication.settings)
  let areas = Areas(site)
  let rows = RowsByPractice(site)
  let lots = areas.lots
  // What counts the same people everywhere is found before anything is told of one lot.
  let compared = await concurrentMap(lots, jobs: jobs) { rows.compared(in: $0.areas) }
  let shared = compared.dropFirst().reduce(into: compared[0]) { $0.add($1) }.shared
  let measures = site.measures.map(SharedMeasure.init)
  let released = Dictionary(grouping: site.released, by: \.area)
  // Exact counts of a nation are never held all at once. Lots are done side by side; of a single one its tables are.
  let jobsInLot = max(1, jobs / lots.count)
  let told = await concurrentMap(lots, jobs: jobs) { lot in
    await publishedSeries(
      of: measures, rows, in: lot.areas, released: released, shared, control, jobs: jobsInLot)
  }
  var diagnostics = told.flatMap(\.diagnostics) + sumProblems(site, shared)
  diagnostics += membersProblems(site, now: areas.members)
  let readBack = readBack(site, in: areas, control)
  diagnostics += readBack.diagnostics
  let regions = areas.regions
  let made = await concurrentMap(Array(site.measures.indices), jobs: jobs) { measure in
    let series = zip(lots, told).flatMap { zip($0.places, $1.value[measure]) }.sorted { $0.0 < $1.0 }
    return MeasureEvidence(
      site.measures[measure], readBack.value[site.measures[measure].id] ?? series.map(\.1), regions)
  }
  var evidence = PublishedEvidence(made, of: areas, regions, isExact: control.isExact)
  (evidence.earlierFigures, evidence.isReadBack) = (site.released.count, !site.published.isEmpty)
  evidence.members = areas.members
  diagnostics += zip(site.measures, made).flatMap { measure, made in
    made.series.filter { $0.area == areas.own }.flatMap { misplacedNotes(measure, $0.points) }
  }
  return Outcome(EvidencedSite(publication: site.publication, evidence: evidence), diagnostics)
}

/// The series of each measure in areas that nothing outside them bears on.
private func publishedSeries(
  of measures: [SharedMeasure], _ rows: RowsByPractice, in areas: Areas, released: [String: [ReleasedFigure]],
  _ shared: [SharedPeople], _ control: DisclosureControl, jobs: Int
) async -> Outcome<[[PublishedSeries]]> {
  let counted = measures.map {
    count(rows.rows(of: $0.measure, in: areas), of: $0.measure, in: areas, released: released)
  }
  let told = await control.told(of: counted.map(\.value), jobs: jobs) { shared }
  let series = measures.indices.map { publishedSeries(measures[$0], counted[$0].value, told[$0], control) }
  return Outcome(series, counted.flatMap(\.diagnostics))
}

/// What is published of one measure.
private struct MeasureEvidence {
  let measure: String
  /// By area, in their order.
  let series: [PublishedSeries]
  let commonAxis: [Double]
  /// By region.
  let funnels: [Area: PublishedFunnel]

  init(_ measure: Measure, _ series: [PublishedSeries], _ regions: [Area: Area]) {
    self.measure = measure.id
    self.series = series
    commonAxis = PackhorseStatistics.commonAxis(measure, series)
    let byRegion = Dictionary(grouping: series.indices) { regions[series[$0].area] ?? series[$0].area }
    funnels = byRegion.compactMapValues { places in
      funnelOfPractices(measure, places.map { series[$0] })
    }
  }
}

extension PublishedEvidence {
  fileprivate init(
    _ made: [MeasureEvidence], of areas: Areas, _ regions: [Area: Area], isExact: Bool
  ) {
    self.init(isExact: isExact)
    self.regions = regions
    place(areas.placings)
    for made in made {
      series += made.series.filter { $0.area == areas.own }
      others += made.series.filter { $0.area != areas.own }
      commonAxes[made.measure] = made.commonAxis
      for (region, funnel) in made.funnels { funnels[region, default: [:]][made.measure] = funnel }
    }
  }
}

/// One measure in every area, added up to the periods in which it is published there; `released` is by area.
func count(
  _ rows: [Observation], of measure: Measure, in areas: Areas, released: [String: [ReleasedFigure]] = [:]
) -> Outcome<[MeasuredArea]> {
  let known = KnownOfChanges(rows)
  let rows = Dictionary(grouping: rows.map(known.alike), by: \.practice.value)
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
    let parts = entry.members.months.sorted { $0.key < $1.key }.map { practice, months in
      let sums =
        months == [.always]
        ? sums[length]?[practice] : rows[practice].map { PeriodSums($0.within(months), by: length).sums }
      return (months: months, sums: sums ?? [:])
    }
    let counts = parts.dropFirst().reduce(into: parts.first?.sums ?? [:]) { counts, part in
      for (period, more) in part.sums { counts.add(more, in: period) }
    }
    let isPractice = entry.area.level == .practice
    let practices: [(Period, PracticesCounted)] =
      isPractice
      ? []
      : counts.keys.map { period in
        let counted = parts.count { $0.sums[period] != nil }
        // One that came in the middle of a period belongs to it for the rest.
        let all = parts.count { part in
          part.months.contains { $0.contains(period.firstMonth) } || part.sums[period] != nil
        }
        return (period, PracticesCounted(counted: counted, all: all))
      }
    return MeasuredArea(
      area: entry.area, placings: entry.placings, counts: counts,
      rows: isPractice ? PeriodSums.rows(rows[entry.area.code] ?? []) : [:],
      released: (released[entry.area.code] ?? []).filter {
        $0.level == entry.area.level && $0.measure == measure.id
      },
      practices: Dictionary(uniqueKeysWithValues: practices))
  }
  return Outcome(counted, Array(Set(diagnostics)).ordered())
}

extension [Observation] {
  /// Those whose period begins in months: a row belongs to the area that its practice was in then.
  fileprivate func within(_ months: [Range<Int>]) -> [Observation] {
    filter { row in months.contains { $0.contains(row.period.firstMonth) } }
  }
}
