import PackhorseCore

/// People counted in one area and period: a whole, and what is told of its parts.
struct PeriodCounts: Sendable, Hashable {
  var whole: Int
  var parts: [Int]
  /// True where the parts leave a rest that nobody tells of, as those who did not take part.
  var hasRest: Bool
  /// A bit for each month of the period that the data cover.
  var months: Int
}

/// One measure in one area: its exact counts by published period.
struct MeasuredArea: Sendable {
  let area: Area
  /// The index of the area that this one is a part of, among those that are published.
  let parent: Int?
  let counts: [Period: PeriodCounts]
}

/// What may be told of a whole and its parts.
struct ToldCounts: Sendable, Hashable {
  var whole: PublishedCount
  var parts: [PublishedCount]
}

extension DisclosureControl {
  /// What may be told of every area and period, so that nothing which is withheld can be worked out from the rest.
  func told(of areas: [MeasuredArea]) -> [[Period: ToldCounts]] {
    var told = toldAlone(of: areas)
    guard !isExact else { return told }
    for table in areaTables(areas, told) {
      table.read(ProtectedTable(table.counts, protected, protection).table, into: &told)
    }
    return told
  }

  /// The areas and times that have nothing to do with one another, each as a table.
  func areaTables(_ areas: [MeasuredArea], _ told: [[Period: ToldCounts]]) -> [AreaTable] {
    let families = Dictionary(grouping: areas.indices) { top(of: $0, in: areas) }
    return families.sorted { areas[$0.key].area < areas[$1.key].area }.flatMap { _, family in
      overlapping(Set(family.flatMap { areas[$0].counts.keys })).map { block in
        AreaTable(areas, family, told, block, control: self)
      }
    }
  }

  /// The index of the largest area that one is a part of.
  private func top(of area: Int, in areas: [MeasuredArea]) -> Int {
    areas[area].parent.map { top(of: $0, in: areas) } ?? area
  }

  /// What could be told of each whole and its parts if nothing else were.
  func toldAlone(of areas: [MeasuredArea]) -> [[Period: ToldCounts]] {
    areas.map { area in
      area.counts.mapValues { counts in
        ToldCounts(
          whole: published(counts.whole),
          parts: counts.parts.map { published($0, of: counts.whole).numerator })
      }
    }
  }
}

/// Periods in groups of those that overlap, directly or by way of others, in order.
func overlapping(_ periods: Set<Period>) -> [[Period]] {
  var groups: [[Period]] = []
  var end = Int.min
  for period in periods.sorted(by: { ($0.firstMonth, $0.months) < ($1.firstMonth, $1.months) }) {
    if period.firstMonth >= end { groups.append([]) }
    groups[groups.count - 1].append(period)
    end = max(end, period.firstMonth + period.months)
  }
  return groups
}
