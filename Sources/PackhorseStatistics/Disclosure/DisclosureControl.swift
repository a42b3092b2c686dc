import PackhorseCore

/// How exact counts become counts that may be printed, and what whole counts a printed one may stand for.
struct DisclosureControl: Sendable {
  /// Exact counts pass as they are.
  let isExact: Bool
  /// A true zero is printed; otherwise it is withheld like a small count.
  let showsZero: Bool
  /// What must stay possible behind a withheld count.
  let protection: Protection

  /// Counts are added up from cells that are each made safe once.
  let isSummed: Bool
  /// People with both scores that a mean needs at least.
  let fewestForMean: Int

  /// Exact only where a site is for one practice's own eyes and says so twice.
  init(_ settings: SiteSettings) {
    isExact = settings.audience == .practice && settings.disclosure == .none
    showsZero = settings.showsZero
    protection = settings.protection
    isSummed = settings.disclosure == .sumOfCells
    fewestForMean = settings.fewestForMean
  }

  /// The counts that are never told apart from one another.
  var protected: ClosedRange<Int> { showsZero ? 1...7 : 0...7 }

  /// One count, made safe on its own.
  func published(_ count: Int) -> PublishedCount {
    if isExact { return .exact(count) }
    if protected.contains(count) { return .withheld }
    return count == 0 ? .exact(0) : .rounded((count + 2) / 5 * 5)
  }

  /// A part and the whole it belongs to, made safe together.
  ///
  /// A part of a withheld whole is withheld, a zero too: "0 of [c]" would say that all of a small group stayed out.
  /// A part is also withheld where the two printed counts would leave nothing but protected counts for the rest.
  func published(_ part: Int, of whole: Int) -> (numerator: PublishedCount, denominator: PublishedCount) {
    let denominator = published(whole)
    guard let outer = counts(behind: denominator), denominator != .withheld else {
      return (.withheld, denominator)
    }
    if whole == 0 { return (.notAvailable, denominator) }
    let numerator = published(part)
    guard !isExact, let inner = counts(behind: numerator), numerator != .withheld else {
      return (numerator, denominator)
    }
    let fewest = max(0, outer.lowerBound - inner.upperBound)
    let most = outer.upperBound - inner.lowerBound
    let pinsTheRest = protected.contains(fewest) && protected.contains(most)
    return (pinsTheRest ? .withheld : numerator, denominator)
  }

  /// The whole counts that would be published as this one; nil where there is no figure.
  func counts(behind count: PublishedCount) -> ClosedRange<Int>? {
    count == .withheld ? protected : count.possible
  }
}
