import PackhorseCore

@testable import PackhorseStatistics

extension DisclosureControl {
  func told(of measures: [[MeasuredArea]]) async -> [ToldAreas] {
    await told(of: measures, jobs: 2) { sharedPeople(measures) }
  }
}

/// The same for a measure alone.
extension DisclosureControl {
  func told(of areas: [MeasuredArea]) async -> ToldAreas { await told(of: [areas])[0] }

  func areaTables(_ areas: [MeasuredArea], _ told: ToldAreas) -> [AreaTable] {
    areaTables([areas], [told], [])
  }
}

/// What rows of a measure count in some areas.
func count(_ rows: [Observation], of measure: Measure, in areas: Areas) -> Outcome<[MeasuredArea]> {
  AreaRows(RowsByPractice(rows, of: [measure]), in: areas).count(0, of: measure)
}
