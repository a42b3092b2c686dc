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

extension PublishedPoint {
  /// A point that covers the first months of its period.
  package init(
    period: Period, figure: PublishedFigure, monthsCovered: Int, practices: PracticesCounted? = nil
  ) {
    self.init(
      period: period, figure: figure, months: (1 << monthsCovered) - 1, practices: practices)
  }
}
