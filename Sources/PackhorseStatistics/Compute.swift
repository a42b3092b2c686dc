package import PackhorseCore

/// Turns exact counts into published values; exact counts end here.
///
/// Every measure gets a series for each practice and area whose figures are published, empty where no row is about
/// them. Rows of other practices and of unknown measures are passed over: the stage before reports them.
package func compute(_ site: ResolvedSite, jobs: Int = 1) async -> Outcome<EvidencedSite> {
  let control = DisclosureControl(site.publication.settings)
  let areas = Areas(site)
  let rows = RowsByPractice(site.observations, of: site.measures)
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
    let series =
      readBack.value[site.measures[measure].id] ?? inOrder(told.map { $0.value[measure] }, of: lots)
    return MeasureEvidence(site.measures[measure], series, regions)
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
  let rows = AreaRows(rows, in: areas)
  let counted = measures.indices.map { rows.count($0, of: measures[$0].measure, released: released) }
  let told = await control.told(of: counted.map(\.value), jobs: jobs) { shared }
  let series = measures.indices.map { publishedSeries(measures[$0], counted[$0].value, told[$0], control) }
  return Outcome(series, counted.flatMap(\.diagnostics))
}

/// What lots hold, in the order of all areas.
private func inOrder(_ told: [[PublishedSeries]], of lots: [Areas.Lot]) -> [PublishedSeries] {
  var series = [PublishedSeries?](repeating: nil, count: lots.reduce(0) { $0 + $1.places.count })
  for (lot, told) in zip(lots, told) {
    for (place, one) in zip(lot.places, told) { series[place] = one }
  }
  return series.compactMap(\.self)
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
    guard ChartKind.funnel.suits(measure) else {
      funnels = [:]
      return
    }
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
