import PackhorseCore

@testable import PackhorseStatistics

extension DisclosureControl {
  func told(of measures: [[MeasuredArea]]) -> [ToldAreas] {
    told(of: measures) { sharedPeople(measures) }
  }
}

/// The same for a measure alone.
extension DisclosureControl {
  func told(of areas: [MeasuredArea]) -> ToldAreas { told(of: [areas])[0] }

  func areaTables(_ areas: [MeasuredArea], _ told: ToldAreas) -> [AreaTable] {
    areaTables([areas], [told], [])
  }
}
