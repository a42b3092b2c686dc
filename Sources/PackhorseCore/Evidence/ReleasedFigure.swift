/// A figure that was published before, as `content/data/released.csv` keeps it.
///
/// Readers still have it: what is published now must be safe beside it.
package struct ReleasedFigure: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A count by its place among the counts of its measure: the whole is 0, its parts follow.
    case count(Int)
    /// A mean made from records.
    case mean
  }

  /// The day of the release.
  package var date: CalendarDate
  package var level: AreaLevel
  package var area: String
  package var measure: String
  package var period: Period
  /// A bit for each month of the period that the figure covered, the first lowest.
  package var months: Int
  package var kind: Kind
  /// As it was printed, nil for `[c]`; of a mean, the people it rested on.
  package var count: Int?
  /// Of a network or board, the practices whose rows it counted; empty where nobody noted them.
  package var practices: Members

  package init(
    date: CalendarDate, level: AreaLevel, area: String, measure: String, period: Period, months: Int,
    kind: Kind, count: Int?, practices: Members = Members()
  ) {
    self.practices = practices
    (self.date, self.level, self.area, self.measure) = (date, level, area, measure)
    (self.period, self.months, self.kind, self.count) = (period, months, kind, count)
  }

  /// What its readers were told.
  package var told: PublishedCount { count.map { $0 == 0 ? .exact(0) : .rounded($0) } ?? .withheld }
}

extension PublishedEvidence {
  /// Every figure that is shown or withheld, as a release of a day keeps it.
  package func released(on date: CalendarDate) -> [ReleasedFigure] {
    let rows = Dictionary(grouping: all.filter { $0.area.level == .practice }, by: \.measure.id)
      .mapValues(Members.init(withRowsIn:))
    return all.flatMap { series in
      let counted = members[series.area]?.common(with: rows[series.measure.id] ?? Members()) ?? Members()
      return series.points.flatMap { point in
        let practices = counted.within(point.period, covered: point.months)
        return point.figure.facts.map { kind, count in
          ReleasedFigure(
            date: date, level: series.area.level, area: series.area.code, measure: series.measure.id,
            period: point.period, months: point.months, kind: kind, count: count, practices: practices)
        }
      }
    }
  }
}

extension PublishedEvidence {
  /// How many counts are shown or withheld, and how many of them are withheld.
  package var counts: (all: Int, withheld: Int) {
    all.lazy.flatMap(\.points).reduce(into: (all: 0, withheld: 0)) { counts, point in
      for (kind, count) in point.figure.facts where kind != .mean {
        counts.all += 1
        counts.withheld += count == nil ? 1 : 0
      }
    }
  }
}

extension Members {
  /// The practices that have rows, in the months of these.
  fileprivate init(withRowsIn series: [PublishedSeries]) {
    for series in series {
      for point in series.points {
        for month in 0..<point.period.months where point.months >> month & 1 == 1 {
          let month = point.period.firstMonth + month
          add(series.area.code, in: month..<month + 1)
        }
      }
    }
  }
}

extension PublishedFigure {
  /// The counts that are shown or withheld, each by its place, and the mean if there is one.
  fileprivate var facts: [(kind: ReleasedFigure.Kind, count: Int?)] {
    let counts: [PublishedCount]
    var facts: [(kind: ReleasedFigure.Kind, count: Int?)] = []
    switch self {
    case .proportion(let numerator, let denominator, _): counts = [denominator, numerator]
    case .rate(let events, _, _): counts = [events]
    case .count(let count): counts = [count]
    case .flow(let people, let statuses): counts = [people] + statuses.map(\.people)
    case .change(let change):
      counts = [change.people, change.before, change.pairs, change.reached].compactMap(\.self)
      if change.mean != nil, change.pairsOfPractices == nil, let pairs = change.pairs.shown {
        facts.append((.mean, pairs))
      }
    }
    for (place, count) in counts.enumerated() {
      if count != .notAvailable { facts.append((.count(place), count.shown)) }
    }
    return facts
  }
}
