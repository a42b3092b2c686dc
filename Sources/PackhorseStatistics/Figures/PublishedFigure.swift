import PackhorseCore

extension DisclosureControl {
  /// What is printed of one measure in one area and period, a function of what is told.
  func figure(
    _ measure: Measure, _ counts: PeriodCounts, _ told: ToldCounts, _ mean: ToldMean?
  ) -> PublishedFigure {
    switch measure.kind {
    case .proportion:
      .proportion(
        numerator: told.step(1), denominator: told.whole,
        share: estimate(told.step(1), of: told.whole, rest: told.rest(1)))
    case .rate:
      .rate(
        events: told.whole, listSize: counts.listSize,
        rate: counts.listSize.flatMap { rate(told.whole, of: $0, per: measure.per) })
    case .count: .count(told.whole)
    case .meanChange: .change(change(measure, counts, told, mean))
    case .flow:
      .flow(
        people: told.whole,
        statuses: told.parts.indices.map {
          PublishedStatus(
            people: told.parts[$0], share: estimate(told.parts[$0], of: told.whole, rest: told.rest($0 + 1)))
        })
    }
  }

  private func change(
    _ measure: Measure, _ counts: PeriodCounts, _ told: ToldCounts, _ mean: ToldMean?
  ) -> PublishedChange {
    var steps = ([told.whole] + told.parts)[...]
    var change = PublishedChange(pairs: .notAvailable)
    if counts.change?.people != nil { change.people = steps.popFirst() }
    if counts.change?.before != nil { change.before = steps.popFirst() }
    change.pairs = steps.popFirst() ?? .notAvailable
    if counts.change?.reached != nil { change.reached = steps.popFirst() }
    change.mean = mean?.estimate(fewestForMean: fewestForMean)
    change.deviation = mean?.deviation
    change.fewestForMean = fewestForMean
    change.meanBefore = mean?.before
    change.pairsOfPractices = mean.flatMap { $0.isOfPractices ? $0.pairs : nil }
    change.expected = measure.regressionToTheMean.flatMap { regression in
      mean?.before.flatMap(regression.expectedChange)
    }
    if let reached = change.reached {
      let rest = told.rest(told.parts.count)
      change.shareReached = estimate(reached, of: change.pairs, rest: rest)
      change.boundsForTheMissing = bounds(reached, of: change.pairs, among: change.people, rest: rest)
    }
    return change
  }

  /// The share of all people had none or all of those without a second score improved.
  ///
  /// As wide as sums allow, where the counts are sums.
  func bounds(
    _ reached: PublishedCount, of pairs: PublishedCount, among people: PublishedCount?,
    rest: ClosedRange<Int>?
  ) -> ClosedRange<Double>? {
    guard let improved = reached.shown, let followed = pairs.shown, let people, let all = people.shown else {
      return nil
    }
    if let rest, let fewest = reached.possible?.lowerBound, let most = people.possible?.upperBound {
      let bounds = ShareImproved(
        improved: Double(fewest), followed: Double(fewest + rest.lowerBound), referred: Double(most))
      return bounds?.boundsForTheMissing
    }
    return ShareImproved(improved: Double(improved), followed: Double(followed), referred: Double(all))?
      .boundsForTheMissing
  }
}

extension PeriodCounts {
  /// People on the list in a month of those covered, on average.
  fileprivate var listSize: Int? {
    guard let personMonths, months.nonzeroBitCount > 0 else { return nil }
    return Int((Double(personMonths) / Double(months.nonzeroBitCount)).rounded())
  }
}

extension Measure {
  /// Nil where the sources of the measure do not say enough.
  var regressionToTheMean: RegressionToTheMean? {
    guard let populationMean, let populationSD, let retestCorrelation else { return nil }
    return RegressionToTheMean(
      populationMean: populationMean.value, populationDeviation: populationSD.value,
      retestCorrelation: retestCorrelation.value)
  }
}
