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
