import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// What pages say of measures other than proportions.
@Suite struct MeasureKindTests {
  private let year = Period(length: .year, year: 2025)

  private func measure(_ kind: Measure.Kind) -> Measure {
    var measure = demoMeasure()
    measure.kind = kind
    measure.title = "Referrals"
    measure.numerator = "referrals"
    measure.denominator = kind == .rate ? "people on the list" : "people referred"
    measure.statuses = [
      Measure.Status(word: "done", title: "Completed"), Measure.Status(word: "left", title: "Left early"),
    ]
    measure.scores = 0...10
    return measure
  }

  private func words(
    _ kind: Measure.Kind, _ figure: PublishedFigure, _ change: (inout Measure) -> Void = { _ in }
  )
    -> (sentence: String, finding: String)
  {
    var measure = measure(kind)
    change(&measure)
    let series = series([PublishedPoint(period: year, figure: figure, monthsCovered: 12)], measure)
    return (
      plain(sentence(series, text: EvidenceText(catalogue))),
      plain(finding(series, text: EvidenceText(catalogue)))
    )
  }

  private func estimate(_ value: Double, _ half: Double) -> Estimate {
    Estimate(
      value: value, lower95: value - half, upper95: value + half, lower998: value - 2 * half,
      upper998: value + 2 * half)
  }

  @Test func aRateNamesItsEventsItsListAndItsUnit() {
    let rate = words(.rate, .rate(events: .rounded(55), listSize: 9_010, rate: estimate(6.104, 1.9)))
    #expect(
      rate.sentence
        == "About 55 referrals in 2025, 6.1 for each 1,000 of 9,010 people on the list (95% confidence interval 4.2 to 8.0)."
    )
    #expect(rate.finding == "In 2025, 6.1 referrals for each 1,000 people on the list")
    let unknown = words(.rate, .rate(events: .rounded(55), listSize: nil, rate: nil))
    #expect(
      unknown.sentence
        == "About 55 referrals in 2025; the number of people on the list is not known, so there is no rate.")
  }

  @Test func aCountIsNoMoreThanACount() {
    #expect(words(.count, .count(.rounded(50))).sentence == "About 50 referrals in 2025.")
    #expect(words(.count, .count(.exact(0))).finding == "0 referrals in 2025")
    #expect(
      words(.count, .count(.withheld)).sentence
        == "Referrals: the figure for 2025 is withheld, so that nobody can be recognised.")
  }

  @Test func aFlowNamesEveryStatus() {
    let flow = PublishedFigure.flow(
      people: .rounded(110),
      statuses: [
        PublishedStatus(people: .rounded(70), share: estimate(0.64, 0.1)),
        PublishedStatus(people: .withheld, share: nil),
      ])
    #expect(
      words(.flow, flow).sentence
        == "Of about 110 people referred in 2025: Completed: 70 (64%); Left early: withheld.")
    #expect(words(.flow, flow).finding == "Completed: 70 of about 110 people referred in 2025")
  }

  @Test func aPartOfAPeriodIsSaidToBeOne() {
    let flow = PublishedFigure.flow(
      people: .rounded(110),
      statuses: [
        PublishedStatus(people: .rounded(70), share: estimate(0.64, 0.1)),
        PublishedStatus(people: .rounded(40), share: estimate(0.36, 0.1)),
      ])
    for (kind, figure) in [(Measure.Kind.flow, flow), (.count, .count(.rounded(50)))] {
      let point = PublishedPoint(period: year, figure: figure, monthsCovered: 9)
      let words = plain(sentence(series([point], measure(kind)), text: EvidenceText(catalogue)))
      #expect(words.contains("in 2025 (9 of 12 months)"))
    }
  }

  private func change(_ mean: Estimate?, pairs: PublishedCount = .rounded(45)) -> PublishedChange {
    var change = PublishedChange(pairs: pairs)
    change.people = .rounded(110)
    change.mean = mean
    return change
  }

  /// Whatever a sentence says of a change, it says what would be seen without any effect, or that nobody knows.
  @Test(arguments: [1.2, -1.2, 0.1], [true, false])
  func noSentenceNamesAChangeWithoutItsCaveat(mean: Double, isKnown: Bool) {
    var change = change(estimate(mean, 0.5))
    change.expected = isKnown ? 0.4...0.9 : nil
    let said = words(.meanChange, .change(change))
    let caveat =
      isKnown
      ? "with no effect at all, a mean change of +0.4 to +0.9 points would be expected"
      : "how much of a change that explains is not known"
    #expect(said.sentence.contains("referred when they are at their worst") && said.sentence.contains(caveat))
    #expect(said.sentence.contains("Two scores are known of 45 of 110 people referred"))
    let hasCaveat = said.finding.contains(isKnown ? "with no effect, +0.4 to +0.9" : "without any effect")
    #expect(hasCaveat || said.finding.contains("no clear change"))
  }

  @Test func aChangeIsHigherLowerOrUnclearByItsInterval() {
    #expect(words(.meanChange, .change(change(estimate(1.2, 0.5)))).sentence.contains("1.2 points higher"))
    #expect(words(.meanChange, .change(change(estimate(-1.2, 0.5)))).sentence.contains("1.2 points lower"))
    let unclear = words(.meanChange, .change(change(estimate(0.4, 0.5)))).sentence
    #expect(
      unclear.contains("no clear change (on average +0.4 points, 95% confidence interval −0.1 to +0.9)"))
  }

  @Test func ofNobodyThereIsNoMeanAndNothingIsWithheld() {
    for pairs in [0, 1] {
      let said = words(.meanChange, .change(change(nil, pairs: .exact(pairs)))).sentence
      #expect(
        said
          == "Referrals: there is no mean change for 2025; two scores are known of \(pairs) people referred.")
    }
    #expect(words(.meanChange, .change(change(nil, pairs: .rounded(10)))).sentence.contains("is withheld"))
    let nobody = PublishedFigure.flow(people: .exact(0), statuses: [])
    #expect(words(.flow, nobody).sentence.contains("because the number of people referred is 0"))
  }

  @Test func fewPairsAreSaidToBeFew() {
    let few = words(.meanChange, .change(change(estimate(1.2, 0.5), pairs: .rounded(20))))
    #expect(
      few.sentence.contains("about 20 people referred") && few.sentence.contains(", too few to be sure."))
  }

  @Test func theMissingHaveBounds() {
    var change = change(estimate(1.2, 0.5))
    change.reached = .rounded(20)
    change.shareReached = estimate(20.0 / 45, 0.1)
    change.boundsForTheMissing = 20.0 / 110...85.0 / 110
    let said = words(.meanChange, .change(change)) { $0.importantPoints = 2 }.sentence
    #expect(
      said.contains(
        "Of them about 20 (44%) changed for the better by 2 points or more; some would have done so without any effect."
      ))
    #expect(said.contains("Of all people referred, it may be 18% to 77%"))
  }

  @Test func aMeanOfSomePracticesSaysSo() {
    var change = change(estimate(1.2, 0.5), pairs: .rounded(80))
    change.pairsOfPractices = .rounded(50)
    #expect(
      words(.meanChange, .change(change)).sentence.contains("The mean is that of 50 people in practices"))
  }

  @Test func tablesHaveTheColumnsOfTheirKind() {
    func headers(_ kind: Measure.Kind) -> [String] {
      FigureColumn.columns(of: measure(kind), EvidenceText(catalogue)).map(\.header)
    }
    #expect(
      headers(.rate) == ["Referrals", "People on the list", "For each 1,000", "95% confidence interval"])
    #expect(headers(.count) == ["Referrals"])
    #expect(headers(.flow) == ["People referred", "Completed", "Left early"])
    #expect(headers(.meanChange).contains("Change expected with no effect"))
  }

  @Test(arguments: [
    (0.0, "0"), (0.0001, "under 0.001"), (0.012, "0.012"), (0.25, "0.25"), (3.37, "3.4"), (99.94, "99.9"),
    (99.96, "100"), (1_234.4, "1,234"),
  ])
  func aRateHasTheDigitsThatSaySomething(rate: Double, words: String) {
    #expect(EvidenceText(catalogue).value(rate, of: measure(.rate)) == words)
  }

  @Test(arguments: [(0.0, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-1.25, "−1.3"), (12, "+12.0")])
  func aChangeHasItsSign(change: Double, words: String) {
    #expect(EvidenceText(catalogue).value(change, of: measure(.meanChange)) == words)
  }

  @Test func axesHaveTheDecimalsOfTheirStep() {
    let text = EvidenceText(catalogue)
    #expect(text.axisMarks([-0.5, 0, 0.5], of: measure(.meanChange)) == ["−0.5", "0.0", "+0.5"])
    #expect(text.axisMarks([0, 2, 4], of: measure(.rate)) == ["0", "2", "4"])
    #expect(text.axisMarks([0, 0.25, 0.5], of: measure(.proportion)) == ["0%", "25%", "50%"])
  }
}
