/// 1/(b₀ + a₁/(b₁ + a₂/(b₂ + …))), where `first` is b₀ and `parts` gives aₖ and bₖ for k = 1, 2, ….
///
/// By Lentz's method as modified by Thompson and Barnett ("Coulomb and Bessel functions of complex arguments and order",
/// Journal of Computational Physics 64 (1986), 490–509), to the last digit, or as near as 100,000 parts come.
func continuedFraction(first: Double, parts: (Int) -> (a: Double, b: Double)) -> Double {
  let tiny = 1e-300
  var denominator = 1 / (first == 0 ? tiny : first)
  var numerator = Double.greatestFiniteMagnitude
  var value = denominator
  for k in 1...100_000 {
    let (a, b) = parts(k)
    let d = b + a * denominator
    denominator = 1 / (d == 0 ? tiny : d)
    let c = b + a / numerator
    numerator = c == 0 ? tiny : c
    let change = numerator * denominator
    value *= change
    if abs(change - 1) <= Double.ulpOfOne { break }
  }
  return value
}
