import PackhorseCore

/// What may be told of the mean change of one area and period: every number rounded, unless a site is for one practice.
struct ToldMean: Sendable, Hashable {
  /// The people that it rests on, as they are told.
  var pairs: PublishedCount
  var mean: Double
  /// The standard deviation of the differences.
  var deviation: Double
  /// The mean score before; nil where the data do not say.
  var before: Double?
  /// It is made of the means of practices that are told, not of records.
  var isOfPractices = false

  /// As a file of published figures tells it.
  init(pairs: PublishedCount, mean: Double, deviation: Double, before: Double?, isOfPractices: Bool) {
    (self.pairs, self.mean, self.deviation) = (pairs, mean, deviation)
    (self.before, self.isOfPractices) = (before, isOfPractices)
  }

  /// From records, to one decimal where their count is rounded; nil without a told count or for fewer than 2 people.
  init?(_ counts: PeriodCounts?, _ told: ToldCounts?) {
    guard let counts, let change = counts.change, let pairs = told?.pairs(of: counts), pairs.shown != nil,
      let sample = SampleSummary(
        count: Double(change.pairs), sum: change.sum, sumOfSquares: change.sumOfSquares)
    else { return nil }
    func safe(_ value: Double) -> Double { pairs.isInexact ? tenth(value) : value }
    self.pairs = pairs
    mean = safe(sample.mean)
    deviation = safe(sample.deviation)
    before = change.sumBefore.map { safe($0 / sample.count) }
  }

  /// The mean of all people of practices of which the means are told; nil for none.
  ///
  /// Its deviation follows from theirs: the squares within each practice and those between them.
  init?(ofPractices means: [ToldMean]) {
    let people = means.reduce(0) { $0 + ($1.pairs.shown ?? 0) }
    guard people > 1 else { return nil }
    func weighted(_ value: (ToldMean) -> Double?) -> Double? {
      let sums = means.map { mean in value(mean).map { $0 * Double(mean.pairs.shown ?? 0) } }
      return sums.reduce(0.0, added).map { $0 / Double(people) }
    }
    guard let mean = weighted(\.mean) else { return nil }
    let squares = means.reduce(0.0) { sum, part in
      let count = Double(part.pairs.shown ?? 0)
      return sum + (count - 1) * part.deviation * part.deviation
        + count * (part.mean - mean) * (part.mean - mean)
    }
    let possible = means.compactMap(\.pairs.possible)
    pairs = .summed(
      people,
      possible: possible.reduce(0) { $0 + $1.lowerBound }...possible.reduce(0) { $0 + $1.upperBound })
    self.mean = tenth(mean)
    deviation = tenth((squares / Double(people - 1)).squareRoot())
    before = weighted(\.before).map(tenth)
    isOfPractices = true
  }

  /// The mean with the widest t intervals that the told numbers allow; nil where one overflows.
  func estimate(fewestForMean: Int) -> Estimate? {
    let slack = pairs.isInexact ? 0.05 : 0
    let sure = pairs.possible?.lowerBound ?? 0
    let fewest = pairs.isInexact ? max(fewestForMean, sure) : sure
    guard let sample = SampleSummary(count: Double(fewest), mean: mean, deviation: deviation + slack),
      let at95 = sample.meanInterval(confidence: 0.95), let at998 = sample.meanInterval(confidence: 0.998)
    else { return nil }
    return Estimate(
      value: mean, lower95: at95.lowerBound - slack, upper95: at95.upperBound + slack,
      lower998: at998.lowerBound - slack, upper998: at998.upperBound + slack)
  }
}

/// A number to one decimal, halves away from zero; never a negative zero.
private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 + 0 }

extension ToldCounts {
  /// The people with both scores, as they are told.
  func pairs(of counts: PeriodCounts) -> PublishedCount {
    guard let change = counts.change else { return .notAvailable }
    return step(change.pairsPlace)
  }

  /// The whole, or the part of a place from 1 on.
  func step(_ place: Int) -> PublishedCount {
    place == 0 ? whole : parts.indices.contains(place - 1) ? parts[place - 1] : .notAvailable
  }
}

extension ToldCounts {
  /// How many of its whole are not in the part of a place from 1 on; nil where that is not told.
  func rest(_ place: Int) -> ClosedRange<Int>? { rests.indices.contains(place - 1) ? rests[place - 1] : nil }
}

extension PeriodCounts {
  /// People with both scores.
  var pairs: Int { change?.pairs ?? 0 }

  /// Where they stand among the whole and its parts.
  var pairsPlace: Int { change?.pairsPlace ?? 0 }
}

extension ChangeSummary {
  /// Where those with both scores stand: after people referred and those with a score before, where these are known.
  fileprivate var pairsPlace: Int { [people, before].compactMap(\.self).count }
}
