import PackhorseCore
import Testing

@testable import PackhorseRendering

/// What stands inside a line: links, pictures, citations, words.
struct LineTests {
  private var fixture: BodyFixture {
    var fixture = BodyFixture()
    fixture.bindings.links = [
      "../other/who.md#why": .site(Address("modules/other/who.html"), fragment: "why"),
      "https://example.org/?a=1&b=2": .external("https://example.org/?a=1&b=2"),
      "mailto:a@example.org": .external("mailto:a@example.org"),
      "tel:01234": .external("tel:01234"), "javascript:alert(1)": .external("javascript:alert(1)"),
    ]
    fixture.bindings.images = ["garden.jpg": Address("media/a garden.jpg")]
    fixture.bindings.terms = ["link worker": "link-worker"]
    return fixture
  }

  @Test(arguments: [
    ("[who](../other/who.md#why)", "<a href=\"../other/who.html#why\">who</a>"),
    (
      "[out](https://example.org/?a=1&b=2 \"A \\\"t\\\"\")",
      "<a href=\"https://example.org/?a=1&amp;b=2\" title=\"A &quot;t&quot;\">out</a>"
    ),
    ("<mailto:a@example.org>", "<a href=\"mailto:a@example.org\">mailto:a@example.org</a>"),
    ("[ring](tel:01234)", "<a href=\"tel:01234\">ring</a>"),
    ("[*lost*](nowhere.md) on", "<em>lost</em> on"), ("[x](javascript:alert(1))", "x"), ("[]()", ""),
    ("[a](nowhere.md) [b](tel:01234)", "a <a href=\"tel:01234\">b</a>"),
    (
      "![A garden](garden.jpg \"Spring\")",
      "<img src=\"../../media/a%20garden.jpg\" alt=\"A garden\" title=\"Spring\" loading=\"lazy\">"
    ),
    (
      "![Our :word[link-worker]](garden.jpg)",
      "<img src=\"../../media/a%20garden.jpg\" alt=\"Our link worker\" loading=\"lazy\">"
    ),
    (
      "![Far & \\<away>](https://example.org/x.png)",
      "<a href=\"https://example.org/x.png\">Far &amp; &lt;away&gt;</a>"
    ),
    ("![Lost](nowhere.png)", "Lost"), ("![x](data:image/png;base64,AAAA)", "x"),
    ("[![A garden](https://example.org/x.png)](tel:01234)", "<a href=\"tel:01234\">A garden</a>"),
    (
      "[see :term[link worker]](tel:01234) :term[link worker]",
      "<a href=\"tel:01234\">see link worker</a> <a class=\"term\" href=\"../../glossary.html#link-worker\">link worker</a>"
    ),
    (":term[nobody & knows]", "nobody &amp; knows"),
    (
      ":word[link-worker], :word[link-worker plural], :word[link-worker article], :word[x y]",
      "link worker, link workers, a link worker, x y"
    ),
  ])
  func becomes(markdown: String, expected: String) {
    #expect(fixture.html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func citationsAreNumberedByTheirFirstPlaceAndCounted() {
    var fixture = fixture
    fixture.cite(.article("kiely2022"), .article("cooper2022"))
    let body = fixture.render("One [@kiely2022], both [@kiely2022; @cooper2022].")
    #expect(
      body.html.source == """
        <p>One<sup><a class="citation" id="cite-kiely2022-1" href="#ref-kiely2022" aria-label="Reference 1">1</a></sup>, \
        both<sup><a class="citation" id="cite-kiely2022-2" href="#ref-kiely2022" aria-label="Reference 1">1</a>,\
        <a class="citation" id="cite-cooper2022-1" href="#ref-cooper2022" aria-label="Reference 2">2</a></sup>.</p>

        """)
    let references = body.references.source
    #expect(
      references.contains("href=\"#cite-kiely2022-2\"") && references.contains("href=\"#cite-cooper2022-1\""))
    #expect(!references.contains("#cite-cooper2022-2") && !references.contains("#cite-kiely2022-3"))
  }

  @Test func aCitationInsideALinkIsANumberAndAnUnknownOneItsKey() {
    var fixture = fixture
    fixture.cite(.article("kiely2022"))
    var builder = DocumentBuilder()
    builder.open(.link(destination: builder.keep("tel:01234"), title: Document.absent))
    builder.add(.citation(keys: ["kiely2022"]))
    builder.close()
    builder.add(.citation(keys: ["nobody", "<none>"]))
    builder.add(.citation(keys: ["kiely2022", "nobody"]))
    #expect(
      fixture.render(builder.document).html.source
        == "<a href=\"tel:01234\"><sup>1</sup></a>[nobody; &lt;none&gt;]"
        + "<sup><a class=\"citation\" id=\"cite-kiely2022-1\" href=\"#ref-kiely2022\" aria-label=\"Reference 1\">1</a>,nobody</sup>"
    )
  }

  @Test func aPageThatCitesNothingHasNoReferenceList() {
    #expect(fixture.render("Text.").references.isEmpty)
  }

  @Test func headingsKeepTheirAnchors() {
    let document = Document(
      nodes: [
        Document.Node(
          .heading(level: 2, anchor: "a-\"b\""), end: 2, position: SourcePosition(line: 1, column: 1)),
        Document.Node(.text(0..<1), end: 2, position: SourcePosition(line: 1, column: 4)),
      ], text: Array("A".utf8))
    #expect(fixture.render(document).html.source == "<h2 id=\"a-&quot;b&quot;\">A</h2>\n")
  }

  @Test func tablesScrollInARegionNamedByTheirColumns() {
    #expect(
      fixture.html("| Day | *Who* & when |\n| :-- | --: |\n| Mon | <5 |") == """
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table 1: Day, Who &amp; when">
        <table>
        <thead>
        <tr>
        <th scope="col" class="left">Day</th>
        <th scope="col" class="right"><em>Who</em> &amp; when</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="left">Mon</td>
        <td class="right">&lt;5</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test(arguments: [
    ("attended value", "41%"), ("attended denominator", "110"), ("nothing", "nothing"),
    ("attended 1066", "attended 1066"),
    ("<b>", "&lt;b&gt;"),
  ])
  func figuresStandInALine(request: String, expected: String) {
    var fixture = fixture
    fixture.evidence = PublishedEvidence(series: [series([rounded("2025", 45, of: 110)])])
    var builder = DocumentBuilder()
    builder.add(.inlineDirective(name: "stat", text: request))
    let html = fixture.render(builder.document).html
    #expect(html.source == expected || html.source.hasSuffix(">\(expected)</span>"))
  }
}
