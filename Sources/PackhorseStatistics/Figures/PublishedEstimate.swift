import PackhorseCore

private let z95 = -normalQuantile(0.025)
private let z998 = -normalQuantile(0.001)

extension DisclosureControl {
  /// The share that two published counts give, with the widest intervals that they allow.
  ///
  /// The value is the one printed count over the other. Each interval reaches from the lowest lower to the highest
  /// upper Wilson limit over every pair of whole counts that would be published as these two. Nil where a count is not
  /// shown or nobody was counted. Of sums, `rest` are those of the whole who are not in the part: the limits are those of the
  /// fewest among the most others and of the most among the fewest others.
  func estimate(
    _ numerator: PublishedCount, of denominator: PublishedCount, rest: ClosedRange<Int>? = nil
  ) -> Estimate? {
    guard let part = numerator.shown, let whole = denominator.shown, whole > 0, part <= whole else {
      return nil
    }
    let value = Double(part) / Double(whole)
    var estimate = Estimate(value: value, lower95: value, upper95: value, lower998: value, upper998: value)
    let widest = rest.flatMap { extremes(of: numerator, $0) }
    for (x, n) in widest ?? pairs(behind: numerator, denominator) {
      guard let at95 = wilsonInterval(Double(x), of: Double(n), z: z95),
        let at998 = wilsonInterval(Double(x), of: Double(n), z: z998)
      else { continue }
      estimate.lower95 = min(estimate.lower95, at95.lowerBound)
      estimate.upper95 = max(estimate.upper95, at95.upperBound)
      estimate.lower998 = min(estimate.lower998, at998.lowerBound)
      estimate.upper998 = max(estimate.upper998, at998.upperBound)
    }
    return estimate
  }

  /// The rate that a published count of events and a public list give, with the widest intervals that the count allows.
  ///
  /// The list is exact. Nil where the count is not shown or the list is empty.
  func rate(_ events: PublishedCount, of listSize: Int, per: Int) -> Estimate? {
    guard let shown = events.shown, listSize > 0, let counts = counts(behind: events) else { return nil }
    func limits(_ events: Int, _ confidence: Double) -> ClosedRange<Double>? {
      rateInterval(Double(events), of: Double(listSize), per: Double(per), confidence: confidence)
    }
    guard let lower95 = limits(counts.lowerBound, 0.95), let upper95 = limits(counts.upperBound, 0.95),
      let lower998 = limits(counts.lowerBound, 0.998), let upper998 = limits(counts.upperBound, 0.998)
    else { return nil }
    return Estimate(
      value: Double(shown) / Double(listSize) * Double(per), lower95: lower95.lowerBound,
      upper95: upper95.upperBound, lower998: lower998.lowerBound, upper998: upper998.upperBound)
  }

  /// The pairs of whole counts with the lowest and the highest limits, where part and rest are sums of different cells.
  private func extremes(of numerator: PublishedCount, _ rest: ClosedRange<Int>) -> [(Int, Int)]? {
    numerator.possible.map { part in
      [
        (part.lowerBound, part.lowerBound + rest.upperBound),
        (part.upperBound, part.upperBound + rest.lowerBound),
      ]
    }
  }

  /// Every pair of whole counts that would be published as these two: at most 25.
  private func pairs(behind numerator: PublishedCount, _ denominator: PublishedCount) -> [(Int, Int)] {
    guard let parts = counts(behind: numerator), let wholes = counts(behind: denominator) else { return [] }
    return parts.flatMap { part in
      wholes.filter { whole in
        part <= whole && published(part, of: whole) == (numerator, denominator)
      }.map { (part, $0) }
    }
  }
}
