import PackhorseCore
import PackhorseTestSupport

/// A measure with everything that its card can show.
func demoMeasure() -> Measure {
  var measure = Measure(id: "attended")
  measure.title = "Took up an activity"
  measure.denominator = "people referred"
  measure.numerator = "took up an activity"
  measure.direction = .higher
  measure.why = "A referral alone is not support."
  measure.source = "Invented for this demonstration."
  measure.caveats = ["People who moved away are counted as not attending.", "Some activities keep no list."]
  measure.licence = "Open Government Licence v3.0"
  measure.author = "The practice"
  measure.nextReview = CalendarDate(year: 2027, month: 3, day: 31)
  return measure
}

/// A point of rounded counts with an interval of about the right width.
func rounded(_ period: String, _ numerator: Int, of denominator: Int, months: Int? = nil) -> PublishedPoint {
  shown(period, numerator == 0 ? .exact(0) : .rounded(numerator), .rounded(denominator), months)
}

/// A point of exact counts.
func exact(_ period: String, _ numerator: Int, of denominator: Int, months: Int? = nil) -> PublishedPoint {
  shown(period, .exact(numerator), .exact(denominator), months)
}

/// A point of counts that are added up from rounded ones.
func summed(_ period: String) -> PublishedPoint {
  shown(period, .summed(48, possible: 40...56), .summed(114, possible: 98...130), nil)
}

/// A point whose share is withheld beside its denominator.
func withheld(_ period: String, of denominator: PublishedCount = .withheld) -> PublishedPoint {
  let period = known(period)
  return PublishedPoint(
    period: period, numerator: .withheld, denominator: denominator, estimate: nil,
    monthsCovered: period.months)
}

/// A point of a period without any row.
func missing(_ period: String) -> PublishedPoint {
  PublishedPoint(
    period: known(period), numerator: .notAvailable, denominator: .notAvailable, estimate: nil,
    monthsCovered: 0)
}

/// A series of the demonstration's measure.
func series(_ points: [PublishedPoint], _ measure: Measure = demoMeasure()) -> PublishedSeries {
  let highest = points.compactMap(\.estimate?.upper95).max() ?? 1
  let axis = highest <= 0.4 ? [0, 0.2, 0.4] : highest <= 0.6 ? [0, 0.2, 0.4, 0.6] : [0, 0.25, 0.5, 0.75, 1]
  return PublishedSeries(
    measure: measure, area: Area(level: .practice, code: "DEMO01", name: "Demo Surgery"), points: points,
    axis: axis)
}

private func shown(
  _ period: String, _ numerator: PublishedCount, _ denominator: PublishedCount, _ months: Int?
) -> PublishedPoint {
  let period = known(period)
  let (x, n) = (Double(numerator.shown ?? 0), Double(denominator.shown ?? 1))
  let spread = 1.96 * (max(0.01, x / n * (1 - x / n)) / n).squareRoot()
  let estimate = Estimate(
    value: x / n, lower95: max(0, x / n - spread), upper95: min(1, x / n + spread),
    lower998: max(0, x / n - 1.6 * spread), upper998: min(1, x / n + 1.6 * spread))
  return PublishedPoint(
    period: period, numerator: numerator, denominator: denominator, estimate: estimate,
    monthsCovered: months ?? period.months)
}

func known(_ code: String) -> Period { Period(code) ?? Period(length: .year, year: 1000) }

/// Markup without its tags, and with numbers that name their value left out if asked.
func plain(_ html: HTML, withoutValues: Bool = false) -> String {
  let source =
    withoutValues
    ? html.source.replacing(/<span class="value"[^>]*>[^<]*<\/span>/, with: "")
    : html.source
  return source.replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
    .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
}

/// Series of every shape: lengths of period, gaps, withheld and part periods, none and all, one point and many.
let variousSeries: [PublishedSeries] = [
  series([]),
  series([rounded("2025", 45, of: 110)]),
  series([withheld("2025")]),
  series([missing("2025")]),
  series([rounded("2024/25", 45, of: 110), rounded("2025/26", 80, of: 120, months: 3)]),
  series([rounded("2023", 30, of: 30), withheld("2024", of: .rounded(10)), rounded("2025", 25, of: 25)]),
  series([rounded("2023", 0, of: 60), rounded("2024", 0, of: 65), rounded("2025", 10, of: 1200)]),
  series([exact("2024", 0, of: 5), exact("2025", 1, of: 5, months: 11)]),
  series([
    withheld("2024-Q1"), rounded("2024-Q2", 10, of: 40), missing("2024-Q3"), rounded("2024-Q4", 30, of: 40),
  ]),
  series((1...12).map { rounded("2025-\(padded($0, 2))", 20 + 5 * ($0 % 3), of: 60, months: $0 % 2) }),
]
