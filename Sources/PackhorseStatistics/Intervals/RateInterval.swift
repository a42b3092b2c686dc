/// The interval of a rate: that of its events, divided by the population (or person-time) and times a multiplier.
///
/// Exact below 10 events, Byar's from 10 on (see `poissonInterval`). Nil unless events ≥ 0, population > 0,
/// multiplier > 0, all finite, and 0 < confidence < 1.
package func rateInterval(
  _ events: Double, of population: Double, per multiplier: Double, confidence: Double
) -> ClosedRange<Double>? {
  guard population > 0, population.isFinite, multiplier > 0, multiplier.isFinite,
    let interval = poissonInterval(events, confidence: confidence)
  else { return nil }
  let lower = interval.lowerBound / population * multiplier
  let upper = interval.upperBound / population * multiplier
  return upper.isFinite ? lower...upper : nil
}
