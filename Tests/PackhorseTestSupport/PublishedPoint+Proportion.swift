package import PackhorseCore

extension PublishedPoint {
  /// A point of a proportion.
  package init(
    period: Period, numerator: PublishedCount, denominator: PublishedCount, estimate: Estimate?,
    monthsCovered: Int
  ) {
    self.init(
      period: period, figure: .proportion(numerator: numerator, denominator: denominator, share: estimate),
      monthsCovered: monthsCovered)
  }

  package var numerator: PublishedCount { figure.numerator }
  package var denominator: PublishedCount { figure.denominator ?? .notAvailable }
  package var estimate: Estimate? {
    get { figure.estimate }
    set { figure = .proportion(numerator: numerator, denominator: denominator, share: newValue) }
  }
}
