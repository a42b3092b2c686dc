import PackhorseCore

extension DisclosureControl {
  /// What is printed of one measure in one area and period, a function of what is told.
  func figure(
    _ measure: Measure, _ counts: PeriodCounts, _ told: ToldCounts, _ mean: ToldMean?
  ) -> PublishedFigure {
    switch measure.kind {
    case .proportion:
      .proportion(
        numerator: told.step(1), denominator: told.whole, share: estimate(told.step(1), of: told.whole))
    case .rate:
      .rate(
        events: told.whole, listSize: counts.listSize,
        rate: counts.listSize.flatMap { rate(told.whole, of: $0, per: measure.per) })
    case .count: .count(told.whole)
    case .meanChange: .change(change(measure, counts, told, mean))
    case .flow:
      .flow(
        people: told.whole,
        statuses: told.parts.map { PublishedStatus(people: $0, share: estimate($0, of: told.whole)) })
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
    change.mean = mean?.estimate
    change.deviation = mean?.deviation
    change.meanBefore = mean?.before
    change.pairsOfPractices = mean.flatMap { $0.isOfPractices ? $0.pairs.shown : nil }
    change.expected = measure.regressionToTheMean.flatMap { regression in
      mean?.before.flatMap(regression.expectedChange)
    }
    if let reached = change.reached {
      change.shareReached = estimate(reached, of: change.pairs)
      change.boundsForTheMissing = bounds(reached, of: change.pairs, among: change.people)
    }
    return change
  }

  /// The share of all people had none or all of those without a second score improved.
  private func bounds(
    _ improved: PublishedCount, of followed: PublishedCount, among people: PublishedCount?
  ) -> ClosedRange<Double>? {
    guard let improved = improved.shown, let followed = followed.shown, let people = people?.shown else {
      return nil
    }
    return ShareImproved(improved: Double(improved), followed: Double(followed), referred: Double(people))?
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
  fileprivate var regressionToTheMean: RegressionToTheMean? {
    guard let populationMean, let populationSD, let retestCorrelation else { return nil }
    return RegressionToTheMean(
      populationMean: populationMean.value, populationDeviation: populationSD.value,
      retestCorrelation: retestCorrelation.value)
  }
}
