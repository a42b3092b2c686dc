import PackhorseCore

/// The rows of a site's measures, all of a measure alike, to be had for some areas at a time.
struct RowsByPractice: Sendable {
  let observations: [Observation]
  /// The ids of the measures.
  let measures: [String]
  /// Where the rows of a practice stand, most often one behind the other: those of a nation are not copied.
  let places: [String: [Range<Int>]]
  /// By measure.
  private let known: [KnownOfChanges]

  init(_ observations: [Observation], of measures: [Measure]) {
    self.observations = observations
    self.measures = measures.map(\.id)
    places = observations.placesByPractice
    known = measures.map { measure in
      guard measure.kind == .meanChange else { return KnownOfChanges([]) }
      return KnownOfChanges(observations.lazy.filter { $0.measure == measure.id }.map(\.value))
    }
  }

  /// What a row of a measure counts, with no more than all of its rows know; nil where no people can be counted so.
  func counts(at place: Int, of measure: Int) -> PeriodCounts? {
    PeriodCounts(known[measure].alike(observations[place].value))
  }

  /// How often counts of the measures are equal in some areas.
  func compared(in areas: Areas) -> ComparedMeasures {
    let rows = AreaRows(self, in: areas)
    let practices = areas.entries.indices.filter { areas.entries[$0].area.level == .practice }
    return ComparedMeasures(
      measures.indices.map { measure in
        MeasureRows(practices.map { rows.counted(measure, in: $0).byPeriod })
      })
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
