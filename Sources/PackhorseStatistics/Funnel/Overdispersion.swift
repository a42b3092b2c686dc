/// How much more units differ than chance alone makes them.
///
/// zᵢ = (yᵢ − y₀)/sᵢ on the funnel's scale, extremes trimmed; φ = Σz²/k; and with wᵢ = 1/sᵢ² the variance between units
/// is τ² = (kφ − (k − 1)) / (Σw − Σw²/Σw), or 0 where that is below 0 (D. J. Spiegelhalter, "Handling over-dispersion of
/// performance indicators", Quality and Safety in Health Care 14 (2005), 347–351; the estimate of τ² is that of
/// R. DerSimonian and N. Laird, Controlled Clinical Trials 7 (1986), 177–188).
package struct Overdispersion: Equatable, Sendable {
  /// How many units it is estimated from.
  package let units: Int
  /// The mean square of the z scores: 1 where chance explains all differences.
  package let dispersion: Double
  /// τ², the variance between units that is added to each unit's own, on the funnel's scale.
  package let betweenUnits: Double

  /// Estimates it from z scores and the sampling variances of the same units; 0 for fewer than two.
  init(zScores: [Double], variances: [Double], trimming: FunnelTrimming) {
    let kept = trimming.apply(zScores)
    units = kept.count
    let squares = kept.reduce(0) { $0 + $1.z * $1.z } / trimming.shareOfVariance
    dispersion = kept.isEmpty ? 0 : squares / Double(units)
    let weights = kept.map { 1 / variances[$0.index] }
    let sum = weights.reduce(0, +)
    let spread = sum - weights.reduce(0) { $0 + $1 * ($1 / sum) }
    let excess = squares - Double(units - 1)
    betweenUnits = units > 1 && spread > 0 && excess > 0 && spread.isFinite ? excess / spread : 0
  }
}
