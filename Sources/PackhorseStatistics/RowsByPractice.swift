import PackhorseCore

/// The rows of a site's measures, all of a measure alike, to be had for some areas at a time.
struct RowsByPractice: Sendable {
  private let observations: [Observation]
  private let measures: [Measure]
  /// Where the rows of a measure and practice stand: those of a nation are not copied.
  private let places: [Key: [Int]]
  /// By measure.
  private let known: [String: KnownOfChanges]

  private struct Key: Hashable {
    var measure, practice: String
  }

  init(_ site: ResolvedSite) {
    (observations, measures) = (site.observations, site.measures)
    places = Dictionary(grouping: observations.indices) { place in
      Key(measure: site.observations[place].measure.value, practice: site.observations[place].practice.value)
    }
    let changes = measures.filter { $0.kind == .meanChange }.map { measure in
      (measure.id, KnownOfChanges(site.observations.lazy.filter { $0.measure.value == measure.id }))
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
    return (places[Key(measure: measure.id, practice: practice)] ?? []).map { place in
      known?.alike(observations[place]) ?? observations[place]
    }
  }
}
