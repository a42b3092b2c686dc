import PackhorseCore

/// The rows of a site's measures, all of a measure alike, to be had for some areas at a time.
struct RowsByPractice: Sendable {
  private let observations: [Observation]
  private let measures: [Measure]
  /// Where the rows of a practice stand, most often one behind the other: those of a nation are not copied.
  private let places: [String: [Range<Int>]]
  /// By measure.
  private let known: [String: KnownOfChanges]

  init(_ site: ResolvedSite) {
    (observations, measures) = (site.observations, site.measures)
    places = site.observations.placesByPractice
    let changes = measures.filter { $0.kind == .meanChange }.map { measure in
      (measure.id, KnownOfChanges(site.observations.lazy.filter { $0.measure == measure.id }))
    }
    known = Dictionary(changes) { first, _ in first }
  }

  /// The rows of a measure that are about practices among some areas.
  func rows(of measure: Measure, in areas: Areas) -> [Observation] {
    areas.entries.flatMap { entry in
      entry.area.level == .practice ? rows(of: measure, in: entry.area.code) : []
    }
  }

  /// How often counts of the measures are equal in some areas.
  func compared(in areas: Areas) -> ComparedMeasures {
    let practices = areas.entries.filter { $0.area.level == .practice }
    return ComparedMeasures(
      measures.map { measure in
        MeasureRows(practices.map { PeriodSums.rows(rows(of: measure, in: $0.area.code)) })
      })
  }

  private func rows(of measure: Measure, in practice: String) -> [Observation] {
    let known = known[measure.id]
    let places = (places[practice] ?? []).joined().filter { observations[$0].measure == measure.id }
    return places.map { known?.alike(observations[$0]) ?? observations[$0] }
  }
}

extension [Observation] {
  /// Where the rows of each practice stand.
  fileprivate var placesByPractice: [String: [Range<Int>]] {
    var places: [String: [Range<Int>]] = [:]
    var start = 0
    while start < count {
      let practice = self[start].practice.value
      let end = (start..<count).first { self[$0].practice.value != practice } ?? count
      places[practice, default: []].append(start..<end)
      start = end
    }
    return places
  }
}
