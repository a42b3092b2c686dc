/// What is told of one measure in one area and period.
package enum PublishedFigure: Sendable, Hashable {
  /// The share is nil where a count is withheld or nobody was counted.
  case proportion(numerator: PublishedCount, denominator: PublishedCount, share: Estimate?)
  /// The people on the list are public; nil where they are not known. The rate is of events for `Measure.per` people.
  case rate(events: PublishedCount, listSize: Int?, rate: Estimate?)
  case count(PublishedCount)
  indirect case change(PublishedChange)
  /// Everybody, and people by status in the order of the measure's statuses.
  case flow(people: PublishedCount, statuses: [PublishedStatus])
}

/// How many people came as far as one status, and what share that is of everybody.
package struct PublishedStatus: Sendable, Hashable {
  package var people: PublishedCount
  package var share: Estimate?

  package init(people: PublishedCount, share: Estimate?) {
    self.people = people
    self.share = share
  }
}

extension PublishedFigure {
  /// The figure of a period of which nothing is known.
  package static func notAvailable(_ measure: Measure) -> PublishedFigure {
    switch measure.kind {
    case .proportion: .proportion(numerator: .notAvailable, denominator: .notAvailable, share: nil)
    case .rate: .rate(events: .notAvailable, listSize: nil, rate: nil)
    case .count: .count(.notAvailable)
    case .meanChange: .change(PublishedChange(pairs: .notAvailable))
    case .flow:
      .flow(
        people: .notAvailable,
        statuses: measure.statuses.map { _ in PublishedStatus(people: .notAvailable, share: nil) })
    }
  }

  /// The share, rate or mean change with its intervals; nil where there is none to show, and of counts and flows.
  package var estimate: Estimate? {
    switch self {
    case .proportion(_, _, let share): share
    case .rate(_, _, let rate): rate
    case .change(let change): change.mean
    case .count, .flow: nil
    }
  }

  /// What was counted: events or people who did something; of a flow everybody, of a change those with both scores.
  package var numerator: PublishedCount {
    switch self {
    case .proportion(let numerator, _, _): numerator
    case .rate(let events, _, _): events
    case .count(let count): count
    case .change(let change): change.pairs
    case .flow(let people, _): people
    }
  }

  /// Those of whom it was counted; nil where the kind of measure has none, or nobody knows them.
  package var denominator: PublishedCount? {
    switch self {
    case .proportion(_, let denominator, _): denominator
    case .rate(_, let listSize, _): listSize.map(PublishedCount.exact)
    case .change(let change): change.people
    case .count, .flow: nil
    }
  }

  /// The figure that stands for the period: an estimate's value, or the count itself.
  package var value: Double? {
    switch self {
    case .count, .flow: numerator.shown.map(Double.init)
    case .proportion, .rate, .change: estimate?.value
    }
  }
}
