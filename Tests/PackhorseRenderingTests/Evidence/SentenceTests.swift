import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct SentenceTests {
  @Test(arguments: [
    (
      rounded("2025", 45, of: 110),
      "About 45 of 110 people referred took up an activity in 2025 (41%, 95% confidence interval 32% to 50%)."
    ),
    (
      exact("2025", 1045, of: 2110),
      "1,045 of 2,110 people referred took up an activity in 2025 (50%, 95% confidence interval 47% to 52%)."
    ),
    (
      rounded("2025", 0, of: 110),
      "0 of about 110 people referred took up an activity in 2025 (0%, 95% confidence interval 0% to 2%)."
    ),
    (
      rounded("2025-Q3", 45, of: 110, months: 2),
      "About 45 of 110 people referred took up an activity in July to September 2025 (2 of 3 months; 41%, 95% confidence interval 32% to 50%)."
    ),
    (
      rounded("2025/26", 10, of: 25),
      "About 10 of 25 people referred took up an activity in 2025/26 (40%, 95% confidence interval 21% to 59%), too few to be sure."
    ),
    (
      rounded("2025-07", 30, of: 30),
      "About 30 of 30 people referred took up an activity in July 2025 (close to 100%, 95% confidence interval 96% to 100%)."
    ),
    (
      withheld("2025", of: .rounded(20)),
      "Took up an activity: the figure for 2025 is withheld, so that nobody can be recognised."
    ),
    (missing("2025"), "Took up an activity: there is no figure for 2025."),
    (
      PublishedPoint(
        period: Period(length: .year, year: 2025), numerator: .notAvailable, denominator: .exact(0),
        estimate: nil,
        monthsCovered: 12),
      "Took up an activity: there is no share for 2025, because the number of people referred is 0."
    ),
  ])
  func saysWhatIsKnown(point: PublishedPoint, words: String) {
    #expect(plain(sentence(series([point]), text: EvidenceText(catalogue))) == words)
  }

  @Test func takesTheLatestPeriodThatHasAShare() {
    let points = [rounded("2023", 20, of: 40), rounded("2024", 30, of: 40), withheld("2025")]
    #expect(plain(sentence(series(points), text: EvidenceText(catalogue))).contains("30 of 40"))
    let asked = sentence(
      series(points), period: Period(length: .year, year: 2023), text: EvidenceText(catalogue))
    #expect(plain(asked).contains("20 of 40"))
  }

  @Test func saysThatThereAreNoFiguresYet() {
    #expect(
      plain(sentence(series([]), text: EvidenceText(catalogue)))
        == "Took up an activity: there are no figures yet.")
  }

  @Test func namesTheValueBehindEveryNumber() {
    let point = rounded("2025-Q3", 45, of: 110, months: 2)
    let html = sentence(series([point]), text: EvidenceText(catalogue))
    for field in ["numerator", "denominator", "value", "lower_95", "upper_95", "months"] {
      #expect(html.source.contains("data-value-id=\"attended.DEMO01.2025-Q3.\(field)\""))
    }
    let rest = plain(html, withoutValues: true)
    #expect(rest.matches(of: /[0-9]+/).map { String($0.output) } == ["2025", "95"])
  }

  @Test func escapesWhatAuthorsWriteAndTakesItForNoPlace() {
    var measure = demoMeasure()
    measure.denominator = "<b>\"people\"</b> {value} & {interval}"
    let html = sentence(series([rounded("2025", 45, of: 110)], measure), text: EvidenceText(catalogue))
    #expect(!html.source.contains("<b>"))
    #expect(plain(html).contains("of 110 <b>\"people\"</b> {value} & {interval} took up"))
  }
}
