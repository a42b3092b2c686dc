import PackhorseCore
import Testing

@testable import PackhorseLinting

@Suite struct PlaceTests {
  private func place(_ finding: StyleFinding) -> String {
    let span = finding.diagnostic.span
    return "\(span?.start.line ?? 0):\(span?.start.column ?? 0)-\(span?.end.column ?? 0)"
  }

  @Test func pointsAtTheWordsInsideMarkup() {
    let found = Proofreader.findings(inBody: "Write **we don't** or [utilise it](/x.html).")
    #expect(found.map(\.diagnostic.id) == ["style-contraction", "style-plain-word"])
    #expect(found.map(place) == ["4:12-17", "4:24-31"])
  }

  @Test func pointsBehindEscapesAndLettersOfSeveralBytes() {
    let found = Proofreader.findings(inBody: "Café \\* and naïve: we don't.\nThen we\n> don't.")
    #expect(found.map(place).first == "4:25-30")
  }

  @Test func pointsIntoFrontMatterAndFoldedText() {
    let page =
      "---\r\ntitle: Asking\r\nsummary: >-\r\n  Some words here\r\n  that don't end.\r\n---\r\n\r\nAsk.\r\n"
    let found = Proofreader.findings(in: page, at: "content/modules/a/b.md")
    #expect(found.map(\.diagnostic.id) == ["style-contraction"])
    #expect(found.map(place) == ["5:8-13"])
  }

  @Test func readsCriteriaGlossaryAndTheRest() {
    let criteria = "title: A\nquestions:\n  - question: \"Is it \\\"safe\\\", don't they think\"\n"
    #expect(Proofreader.findings(in: criteria, at: "content/criteria/a.yml").map(place) == ["3:32-42"])
    let glossary = "term:\n  term: Don't\n  definition: We utilise it.\n"
    #expect(Proofreader.findings(in: glossary, at: "content/glossary.yml").map(place) == ["3:18-25"])
    #expect(Proofreader.findings(in: glossary, at: "content/data/sources.yml").isEmpty)
  }

  @Test func readsTheSitesTitle() {
    let found = Proofreader.findings(in: "title: An NHS site\ndescription: A site.\n", at: "content/site.yml")
    #expect(found.map(\.diagnostic.id) == ["style-nhs-title"])
    #expect(found.map(place) == ["1:11-14"])
  }

  @Test func looksAtNoCodeAddressOrKey() {
    #expect(Proofreader.ids(inBody: "`don't` and [it](/don't-utilise.html)\n\n```\nwe don't\n```").isEmpty)
    #expect(Proofreader.ids(inBody: ":::table measure=\"don't\"\n:::").isEmpty)
  }
}
