import CMathFunctions

/// The logarithm of the share of a distribution below or above x, and its slope against ln x.
///
/// Logarithms keep every digit of a share as small as 1e-300 and of an x as large as its reciprocal.
struct LogShare {
  let value: Double
  let slope: Double

  /// The share on the other side of the same x.
  var complement: LogShare {
    let share = exponential(value)
    return LogShare(value: logarithmOfOnePlus(-share), slope: -slope * share / (1 - share))
  }
}

/// The ln x at which a share reaches a target, by Newton's method.
///
/// The logarithm of a share of the gamma and t distributions is concave in ln x, because their densities in ln x are
/// log-concave: from any start, all steps but the first come from one side, and each is nearer. Ends when a step is
/// lost in rounding, at the latest after 50.
func logQuantile(
  from start: Double, target: Double, share: (_ logX: Double) -> LogShare
) -> Double {
  var logX = start
  for _ in 0..<50 {
    let here = share(logX)
    let step = (target - here.value) / here.slope
    guard step.isFinite else { break }
    logX += step
    if abs(step) <= 4e-15 * max(1, abs(logX)) { break }
  }
  return logX
}
