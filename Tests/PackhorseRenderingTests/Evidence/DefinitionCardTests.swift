import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct DefinitionCardTests {
  @Test func showsWhatTheMeasureIs() {
    let card = plain(renderDefinitionCard(demoMeasure(), text: EvidenceText(catalogue)))
    for words in [
      "Took up an activity", "Of people referred: how many took up an activity.",
      "A higher figure is better.",
      "A referral alone is not support.", "Some activities keep no list.", "31 March 2027",
      "Open Government Licence",
    ] {
      #expect(card.contains(words))
    }
  }

  @Test func speaksOfAChangeThatMattersOnlyWhereASourceDoes() {
    #expect(
      !plain(renderDefinitionCard(demoMeasure(), text: EvidenceText(catalogue))).contains(
        "A change that matters"))
    var measure = demoMeasure()
    measure.importantChange = "5 points (a source)"
    #expect(
      plain(renderDefinitionCard(measure, text: EvidenceText(catalogue))).contains("5 points (a source)"))
  }

  @Test func leavesOutWhatIsNotGiven() {
    let card = renderDefinitionCard(Measure(id: "bare"), text: EvidenceText(catalogue))
    #expect(!card.source.contains("<dd></dd>") && !plain(card).contains("Next review"))
  }

  @Test func takesTheHeadingLevelOfItsPlace() {
    let card = renderDefinitionCard(demoMeasure(), text: EvidenceText(catalogue), headingLevel: 2)
    #expect(card.source.contains("<h2 class") && card.source.contains("</h2>"))
  }
}
