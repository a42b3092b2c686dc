import PackhorseCore

/// Decides which means may be told, so that no sum of the scores of a few people is left over between them.
///
/// A mean times its count is a sum, and sums add up over practices and periods: a network less two of its practices is the
/// third. Means are told one after the other, the finest area first and of its periods those of most people; one that
/// would leave a sum over fewer than 10 people is not told.
struct ToldMeans {
  private let areas: [MeasuredArea]
  private let children: [[Int]]
  /// For each area the periods whose mean is made of records.
  private(set) var fromRecords: [Set<Period>]

  /// People that a mean needs at least.
  static let fewestPeople = 10

  init(_ areas: [MeasuredArea], _ told: ToldAreas) {
    self.areas = areas
    var children = [[Int]](repeating: [], count: areas.count)
    for (index, area) in areas.enumerated() { area.parent.map { children[$0].append(index) } }
    self.children = children
    fromRecords = areas.map { _ in [] }
    var sums = KnownSums(fewest: ToldMeans.fewestPeople)
    let rows = areas.indices.map { sums.places(of: areas[$0].rows) }
    for area in areas.indices {
      for figure in areas[area].released where figure.kind == .mean {
        // Records may end within a row's quarter: the row counted then too.
        let months = Set(figure.coveredMonths)
        sums.know(
          practices(below: area).flatMap { rows[$0] }
            .filter { !months.isDisjoint(with: $0.period.monthNumbers) }.map(\.place))
      }
    }
    for area in areas.indices.sorted(by: { areas[$0].area < areas[$1].area }) {
      let parts = practices(below: area).flatMap { rows[$0] }
      for (period, counts) in areas[area].counts.sorted(by: {
        ($1.value.pairs, $0.key) < ($0.value.pairs, $1.key)
      })
      where counts.pairs >= ToldMeans.fewestPeople && told[area][period]?.pairs(of: counts).shown != nil {
        let places = parts.filter { period.holds($0.period) }.map(\.place)
        if sums.add(places) { fromRecords[area].insert(period) }
      }
    }
  }

  private func practices(below area: Int) -> [Int] {
    children[area].isEmpty ? [area] : children[area].flatMap(practices)
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
    children[area].flatMap { child in
      children[child].isEmpty
        ? means[child].filter { period.holds($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        : practices(below: child, in: period, means)
    }
  }
}

extension DisclosureControl {
  /// What may be told of every mean; all that is known, where a site is for one practice's own eyes.
  func means(of areas: [MeasuredArea], _ told: ToldAreas) -> [[Period: ToldMean]] {
    guard isExact else { return ToldMeans(areas, told).means(told) }
    return zip(areas, told).map { area, told in
      area.counts.reduce(into: [:]) { means, counted in
        means[counted.key] = ToldMean(counted.value, told[counted.key])
      }
    }
  }
}
