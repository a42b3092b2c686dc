import PackhorseCore

/// Decides which means may be told, so that no sum of the scores of a few people is left over between them.
///
/// A mean times its count is a sum, and sums add up over practices and periods: a network less two of its practices is the
/// third. Means are told one after the other, the finest area first and of its periods those of most people; one that
/// would leave a sum over fewer people than a mean needs is not told.
struct ToldMeans {
  private let areas: [MeasuredArea]
  private let practicesBelow: [[PartOfArea]]
  /// For each area the periods whose mean is made of records.
  private(set) var fromRecords: [Set<Period>]

  init(_ areas: [MeasuredArea], _ told: ToldAreas, _ control: DisclosureControl) {
    self.areas = areas
    practicesBelow = areas.practicesBelow
    fromRecords = areas.map { _ in [] }
    var sums = KnownSums(fewest: control.fewestForMean)
    let rows = areas.indices.map { sums.places(of: areas[$0].rows.mapValues(control.surePairs)) }
    for area in areas.indices {
      for figure in areas[area].released where figure.kind == .mean {
        // Records may end within a row's quarter: the row counted then too.
        sums.know(
          practicesBelow[area].flatMap { part in
            let practice = areas[part.practice].area.code
            return rows[part.practice].filter {
              part.counts($0.period) && figure.counted($0.period, of: practice, wholly: false)
            }.map(\.place)
          })
      }
    }
    for area in areas.indices.sorted(by: { areas[$0].area < areas[$1].area }) {
      let parts = practicesBelow[area].flatMap { part in
        rows[part.practice].filter { part.counts($0.period) }
      }
      let candidates = areas[area].counts.compactMap { period, counts in
        control.pairs(told[area][period], counts).map { (period: period, people: $0) }
      }
      for (period, people) in candidates.sorted(by: { ($1.people, $0.period) < ($0.people, $1.period) })
      where people >= control.fewestForMean {
        let places = parts.filter { period.holds($0.period) }.map(\.place)
        if sums.add(places) { fromRecords[area].insert(period) }
      }
    }
  }
}

extension ToldMeans {
  /// What is told of each area and period: from records where that is safe, or else from the practices that are told.
  func means(_ told: ToldAreas) -> [[Period: ToldMean]] {
    let exact = areas.indices.map { area in
      Dictionary(
        uniqueKeysWithValues: fromRecords[area].compactMap { period in
          ToldMean(areas[area].counts[period], told[area][period]).map { (period, $0) }
        })
    }
    return areas.indices.map { area in
      areas[area].counts.reduce(into: exact[area]) { means, counted in
        guard counted.value.pairs > 0, means[counted.key] == nil else { return }
        means[counted.key] = ToldMean(ofPractices: practices(below: area, in: counted.key, exact))
      }
    }
  }

  /// The means of practices that are told of a part of an area and period, practices in order.
  private func practices(below area: Int, in period: Period, _ means: [[Period: ToldMean]]) -> [ToldMean] {
    practicesBelow[area].flatMap { part in
      means[part.practice].filter { period.holds($0.key) && part.holds($0.key) }
        .sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

extension DisclosureControl {
  /// What may be told of every mean; all that is known, where a site is for one practice's own eyes.
  func means(of areas: [MeasuredArea], _ told: ToldAreas) -> [[Period: ToldMean]] {
    guard isExact else { return ToldMeans(areas, told, self).means(told) }
    return zip(areas, told).map { area, told in
      area.counts.reduce(into: [:]) { means, counted in
        means[counted.key] = ToldMean(counted.value, told[counted.key])
      }
    }
  }

  /// People with both scores of a row, as many as are sure: whether a mean is told says no more than the counts do.
  fileprivate func surePairs(of row: PeriodCounts) -> Int {
    guard isSummed, row.pairs > 0 else { return row.pairs }
    return max(1, RowCells(row).counts[row.pairsPlace].possible.lowerBound)
  }

  /// The people with both scores that decide whether a mean is told; nil where their number is not told itself.
  fileprivate func pairs(_ told: ToldCounts?, _ counts: PeriodCounts) -> Int? {
    let possible = told?.pairs(of: counts).possible
    return isSummed ? possible?.lowerBound : possible.map { _ in counts.pairs }
  }
}
