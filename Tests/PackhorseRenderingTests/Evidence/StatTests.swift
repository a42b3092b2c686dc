import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct StatTests {
  private let evidence = PublishedEvidence(series: [
    series([rounded("2023", 45, of: 110), withheld("2024", of: .rounded(20)), missing("2025")])
  ])

  @Test(arguments: [
    ("attended value", "41%"), ("attended interval", "32% to 50%"), ("attended numerator", "45"),
    ("attended denominator", "110"), ("attended period", "2023"), ("attended value 2024", "withheld"),
    ("attended interval 2024", "withheld"), ("attended numerator 2024", "withheld"),
    ("attended denominator 2024", "20"),
    ("attended value 2025", "not available"), ("attended numerator 2025", "not available"),
  ])
  func printsTheFigureOrTheWordForWhatIsMissing(request: String, words: String) throws {
    guard case .html(let html) = stat(request, in: evidence, text: EvidenceText(catalogue)) else {
      Issue.record("no figure for \(request)")
      return
    }
    #expect(plain(html) == words)
  }

  @Test func isTheSentenceWithoutAPart() {
    let expected = sentence(evidence.series[0], text: EvidenceText(catalogue))
    #expect(stat("attended", in: evidence, text: EvidenceText(catalogue)) == .html(expected))
    #expect(stat("attended sentence 2023", in: evidence, text: EvidenceText(catalogue)) == .html(expected))
  }

  @Test(arguments: [
    ("attend value", StatResult.unknownMeasure("attend")), ("", .unknownMeasure("")),
    ("attended share", .unknownPart("share")), ("attended value 2022", .unknownPeriod("2022")),
    ("attended value 2023-Q1", .unknownPeriod("2023-Q1")), ("attended value now", .unknownPeriod("now")),
  ])
  func namesWhatItDoesNotKnow(request: String, result: StatResult) {
    #expect(stat(request, in: evidence, text: EvidenceText(catalogue)) == result)
  }

  @Test(arguments: StatRequest.Part.allCases)
  func leavesNoHoleWhereAMeasureHasNoPeriods(part: StatRequest.Part) {
    guard
      case .html(let html) = stat(
        "attended \(part)", in: PublishedEvidence(series: [series([])]), text: EvidenceText(catalogue))
    else {
      Issue.record("no answer")
      return
    }
    #expect(!plain(html).isEmpty)
  }

  @Test func aSumNeverStandsWithoutHowFarItMayBeOff() {
    func said(_ part: String, _ figure: PublishedFigure) -> String {
      var sums = series([summed("2025")])
      sums.points[0].figure = figure
      guard
        case .html(let html) = stat(
          "attended \(part)", in: PublishedEvidence(series: [sums]), text: EvidenceText(catalogue))
      else { return "" }
      return plain(html)
    }
    let share = summed("2025").figure
    #expect(said("value", share).hasPrefix("42% (") && said("value", share).hasSuffix("%)"))
    #expect(said("numerator", share) == "48 [40 to 56]")
    #expect(said("value", .count(.summed(48, possible: 40...56))) == "48 [40 to 56]")
  }
}
