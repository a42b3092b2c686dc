/// The change to be seen with no effect at all, because people are referred when they are at their worst.
///
/// For a score with mean μ, standard deviation σ and retest correlation ρ in the population, and bivariate normal
/// before and after: E[after − before | before = b] = (1 − ρ)(μ − b) (C. E. Davis, "The effect of regression to the mean
/// in epidemiologic and clinical studies", American Journal of Epidemiology 104 (1976), 493–498). It is linear in b, so the
/// mean change of a group follows from its mean before, however its people were chosen by that score.
package struct RegressionToTheMean: Equatable, Sendable {
  package let populationMean: Double
  package let populationDeviation: Double
  /// Correlations from this one less 0.1 to it and 0.1 more, held within 0 and 1: studies of one measure differ.
  package let correlations: ClosedRange<Double>

  /// Nil unless the numbers are finite, the deviation above 0 and the correlation within 0 and 1.
  package init?(populationMean: Double, populationDeviation: Double, retestCorrelation: Double) {
    guard populationMean.isFinite, populationDeviation > 0, populationDeviation.isFinite,
      (0...1).contains(retestCorrelation)
    else { return nil }
    self.populationMean = populationMean
    self.populationDeviation = populationDeviation
    correlations = max(0, retestCorrelation - 0.1)...min(1, retestCorrelation + 0.1)
  }

  /// The mean change to be expected with no effect of a group with this mean before; nil unless that is finite.
  package func expectedChange(meanBefore: Double) -> ClosedRange<Double>? {
    let ends = [correlations.lowerBound, correlations.upperBound].map {
      (1 - $0) * (populationMean - meanBefore)
    }
    guard let least = ends.min(), let most = ends.max(), (most - least).isFinite else { return nil }
    return least...most
  }

  /// The share of a group to be expected with no effect to change by at least `amount` upwards (or, below 0, downwards).
  ///
  /// The change of a group that is roughly normal before, with mean m and standard deviation s, has mean
  /// (1 − ρ)(μ − m) and variance σ²(1 − ρ²) + (1 − ρ)²s². Nil unless all are finite and s ≥ 0, and for no amount.
  package func expectedShare(changingBy amount: Double, meanBefore: Double, deviationBefore: Double)
    -> ClosedRange<Double>?
  {
    guard amount != 0, amount.isFinite, meanBefore.isFinite, deviationBefore >= 0, deviationBefore.isFinite
    else { return nil }
    let shares = steps.map { correlation in
      let mean = (1 - correlation) * (populationMean - meanBefore)
      let variance =
        populationDeviation * populationDeviation * (1 - correlation * correlation)
        + (1 - correlation) * (1 - correlation) * deviationBefore * deviationBefore
      let distance = amount > 0 ? mean - amount : amount - mean
      return variance > 0 ? normalShare(below: distance / variance.squareRoot()) : distance >= 0 ? 1 : 0
    }
    guard let least = shares.min(), let most = shares.max(), (most - least).isFinite else { return nil }
    return least...most
  }

  /// Correlations across the range, because a share need not be greatest or least at its ends.
  private var steps: [Double] {
    (0...10).map {
      correlations.lowerBound + (correlations.upperBound - correlations.lowerBound) * Double($0) / 10
    }
  }
}
