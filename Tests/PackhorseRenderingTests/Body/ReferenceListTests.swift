import PackhorseCore
import Testing

@testable import PackhorseRendering

struct ReferenceListTests {
  @Test func isEmptyWhereNothingIsCited() {
    #expect(renderReferences(keys: [], in: Publication()).isEmpty)
  }

  @Test func numbersWorksAndLeadsBackToEachPlace() {
    var fixture = BodyFixture()
    var second = Reference(key: "nice2022", type: "report")
    second.title = "Depression"
    fixture.cite(.article("kiely2022"), second)
    let list = renderReferences(
      keys: fixture.bindings.citations, timesCited: [2, 0], in: fixture.publication)
    #expect(
      list.source == """
        <section class="references" id="references">
        <h2>References</h2>
        <ol>
        <li id="ref-kiely2022">Kiely B. Effect of social prescribing link workers. BMJ Open. 2022;12(10):e062951. \
        doi:<a href="https://doi.org/10.1136/bmjopen-2022-062951">10.1136/bmjopen-2022-062951</a> \
        <span class="back-links"><a href="#cite-kiely2022-1" aria-label="Back to where reference 1 is cited, place 1">↑1</a> \
        <a href="#cite-kiely2022-2" aria-label="Back to where reference 1 is cited, place 2">↑2</a></span></li>
        <li id="ref-nice2022">Depression.</li>
        </ol>
        </section>

        """)
  }

  @Test func writesTheKeyOfAnUnknownWork() {
    let list = renderReferences(keys: ["<x>"], in: BodyFixture().publication).source
    #expect(list.contains("<li id=\"ref-&lt;x&gt;\">&lt;x&gt;</li>"))
  }
}
