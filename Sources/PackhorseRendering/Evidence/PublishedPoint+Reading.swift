import PackhorseCore

extension PublishedPoint {
  /// The figure is missing because a count or the mean is withheld.
  var isWithheld: Bool {
    switch figure {
    case .change(let change):
      switch change.pairs {
      case .withheld, .rounded, .summed: change.mean == nil
      // Of so few, as a practice sees them for itself, there is no mean.
      case .exact, .notAvailable: false
      }
    default: figure.numerator == .withheld || figure.denominator == .withheld
    }
  }

  /// So few were counted that a share or a mean says little: fewer than 30.
  var hasFew: Bool {
    switch figure {
    case .proportion(_, let people, _): (people.shown ?? 0) < 30
    case .change(let change): ((change.pairsOfPractices ?? change.pairs).shown ?? 0) < 30
    case .rate, .count, .flow: false
    }
  }

  /// How a figure stands to an earlier one; the names are those of the forms that say it.
  enum Comparison: String {
    /// Too few were counted to tell.
    case few
    /// There is nothing to hold it against.
    case level
    case higher, lower
    /// The 95% intervals meet.
    case same
  }

  func comparison(with earlier: PublishedPoint) -> Comparison {
    guard let now = figure.estimate, let before = earlier.figure.estimate else { return .level }
    if hasFew { return .few }
    if self == earlier { return .level }
    if now.lower95 > before.upper95 { return .higher }
    return now.upper95 < before.lower95 ? .lower : .same
  }

  /// Some of its months are covered, but not all.
  var isMissingSomeMonths: Bool { isPartial && monthsCovered > 0 }

  /// The last of the months that it covers, counted as `Period.firstMonth` is; it has to cover one.
  var lastMonth: Int { period.firstMonth + Int.bitWidth - 1 - months.leadingZeroBitCount }

  /// A count of it was rounded.
  var isRounded: Bool { hasCount { if case .rounded = $0 { true } else { false } } }

  /// A count of it was added up from counts that were made safe one by one.
  var isSummed: Bool { hasCount { if case .summed = $0 { true } else { false } } }

  private func hasCount(where isMeant: (PublishedCount) -> Bool) -> Bool {
    if isMeant(figure.numerator) || figure.denominator.map(isMeant) == true { return true }
    guard case .flow(_, let statuses) = figure else { return false }
    return statuses.contains { isMeant($0.people) }
  }

  /// What a chart draws: the estimate, or a count that has no interval.
  var charted: Estimate? {
    figure.estimate
      ?? figure.value.map { Estimate(value: $0, lower95: $0, upper95: $0, lower998: $0, upper998: $0) }
  }
}
