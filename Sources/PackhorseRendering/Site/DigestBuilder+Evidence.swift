import PackhorseCore

extension DigestBuilder {
  mutating func add(_ group: CommunityGroup) {
    add(group.packedTexts)
    add(group.status.rawValue)
    add(group.stepFree.map { $0 ? "yes" : "no" })
    add(group.assured?.iso)
    add(group.sessions.map(String.init))
    add(group.fundingEnd?.iso)
  }

  /// Published figures only: a digest of exact counts would give small ones away.
  mutating func add(_ evidence: PublishedEvidence) {
    add(evidence.isExact ? 1 : 0)
    add(evidence.isReadBack ? 1 : 0)
    add(evidence.earlierFigures)
    for move in evidence.moves {
      for text in [move.practice.code, move.practice.name, move.from?.code, move.to?.code] { add(text) }
      add(move.month.code)
    }
    for (area, members) in evidence.members.sorted(by: { $0.key < $1.key }) {
      add(area.code)
      add(members)
    }
    for series in evidence.all {
      for text in [series.measure.id, series.area.level.rawValue, series.area.code, series.area.name] {
        add(text)
      }
      add(evidence.region(of: series.area).code)
      for value in series.axis { add(value) }
      add(series.trend?.rawValue)
      for point in series.points { add(point) }
    }
  }

  private mutating func add(_ members: Members) {
    for (practice, months) in members.months.sorted(by: { $0.key < $1.key }) {
      add(practice)
      for range in months { for month in [range.lowerBound, range.upperBound] { add(month) } }
    }
  }

  private mutating func add(_ point: PublishedPoint) {
    add(point.period.firstMonth)
    add(point.period.months)
    add(point.monthsCovered)
    add(point.practices?.counted ?? -1)
    add(point.practices?.all ?? -1)
    switch point.figure {
    case .proportion(let numerator, let denominator, let share):
      add(numerator)
      add(denominator)
      add(share)
    case .rate(let events, let listSize, let rate):
      add(events)
      add(listSize ?? -1)
      add(rate)
    case .count(let count): add(count)
    case .flow(let people, let statuses):
      add(people)
      for status in statuses {
        add(status.people)
        add(status.share)
      }
    case .change(let change): add(change)
    }
  }

  private mutating func add(_ change: PublishedChange) {
    for count in [change.people, change.before, change.pairs, change.reached] { add(count ?? .notAvailable) }
    add(change.fewestForMean)
    add(change.mean)
    add(change.shareReached)
    add(change.pairsOfPractices ?? .notAvailable)
    let ranges = [change.expected, change.boundsForTheMissing]
    let values =
      [change.deviation, change.meanBefore] + ranges.flatMap { [$0?.lowerBound, $0?.upperBound] }
    for value in values { add(value ?? .infinity) }
  }

  private mutating func add(_ estimate: Estimate?) {
    guard let estimate else { return add(0) }
    for value in [
      estimate.value, estimate.lower95, estimate.upper95, estimate.lower998, estimate.upper998,
    ] { add(value) }
  }

  private mutating func add(_ count: PublishedCount) {
    switch count {
    case .exact(let number):
      add(1)
      add(number)
    case .rounded(let number):
      add(2)
      add(number)
    case .summed(let number, let possible):
      for number in [5, number, possible.lowerBound, possible.upperBound] { add(number) }
    case .withheld: add(3)
    case .notAvailable: add(4)
    }
  }

  private mutating func add(_ value: Double) { add(Int(bitPattern: UInt(value.bitPattern))) }
}
