import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// Blocks that show what lies elsewhere on the site: films, evidence, stories, criteria and figures.
struct SiteBlockTests {
  private let fixture = BodyFixture()

  @Test func videosHaveCaptionsAndATranscript() {
    var fixture = fixture
    fixture.bindings.links["day.mp4"] = .site(Address("modules/skills/day.mp4"), fragment: nil)
    fixture.bindings.links["day.vtt"] = .site(Address("media/day.vtt"), fragment: nil)
    let markdown = """
      :::video src="day.mp4" captions="day.vtt" title="A day" minutes="4"
      Hello.
      :::
      """
    #expect(
      fixture.html(markdown) == """
        <figure class="video">
        <video controls preload="none" src="day.mp4" aria-label="A day">
        <track kind="captions" src="../../media/day.vtt" srclang="en-GB" label="Captions" default>
        </video>
        <figcaption>A day (4 minutes)</figcaption>
        <details class="transcript">
        <summary>Transcript</summary>
        <p>Hello.</p>
        </details>
        </figure>

        """)
  }

  @Test(arguments: ["https://example.org/film.mp4", "missing.mp4", "javascript:x"])
  func videosFromElsewhereAreNeverLoaded(source: String) {
    let html = fixture.html(":::video src=\"\(source)\" captions=\"c\" title=\"T\"\nHello.\n:::")
    #expect(!html.contains("<video") && !html.contains(" src="))
    #expect(html.contains("href=\"https://example.org/film.mp4\"") == source.hasPrefix("https"))
    #expect(html.contains("<p>Hello.</p>"))
  }

  @Test(arguments: [
    ("high", "High"), ("moderate", "Moderate"), ("low", "Low"), ("very-low", "Very low"),
    ("not-rated", "Not rated"),
  ])
  func evidenceCardsSayHowCertain(certainty: String, word: String) {
    let html = fixture.html(
      ":::evidence-card source=\"x\" design=\"RCT\" certainty=\"\(certainty)\"\nF.\n:::")
    #expect(html.contains("<strong class=\"certainty certainty-\(certainty)\">\(word).</strong> "))
  }

  @Test func evidenceCardsLeadToTheirSourceAndBack() {
    var fixture = fixture
    fixture.cite(.article("kiely2022", authors: (1...3).map { Reference.Name(family: "K\($0)", given: "B") }))
    let markdown = """
      :::evidence-card source="kiely2022" design="Systematic review" n="8 studies" certainty="low"
      Little or no effect.
      :::
      """
    let body = fixture.render(markdown)
    #expect(
      body.html.source == """
        <article class="evidence-card">
        <div class="finding">
        <p>Little or no effect.</p>
        </div>
        <dl>
        <div><dt>Kind of study</dt><dd>Systematic review</dd></div>
        <div><dt>How large</dt><dd>8 studies</dd></div>
        <div><dt>How certain</dt><dd><strong class="certainty certainty-low">Low.</strong> The real effect may be quite different from this.</dd></div>
        <div><dt>Source</dt><dd><a class="citation" id="cite-kiely2022-1" href="#ref-kiely2022">K1 and others, 2022</a></dd></div>
        </dl>
        </article>

        """)
    #expect(body.references.source.contains("href=\"#cite-kiely2022-1\""))
  }

  @Test func evidenceCardsNameTheJournalOfAWorkWhoseAuthorsAndTitleAreUnsure() {
    var fixture = fixture
    var work = Reference.article("calderon2021", authors: [])
    work.title = ""
    work.container = "BJGP Open"
    fixture.cite(work)
    let html = fixture.html(
      ":::evidence-card source=\"calderon2021\" design=\"Review\" certainty=\"low\"\nF.\n:::")
    #expect(html.contains(">BJGP Open, 2022</a>"))
  }

  @Test func storiesAreLedTo() {
    var fixture = fixture
    let date = CalendarDate(iso: "2026-03-02")
    fixture.addStory(
      "maya", title: "Maya's <garden>", StoryProvenance(teller: .patient, basis: .real, consentDate: date))
    #expect(
      fixture.html(":::story name=\"maya\"\n:::") == """
        <aside class="story-card" role="note">
        <p class="story-title"><a href="../../stories/maya.html">Maya's &lt;garden&gt;</a></p>
        <p class="story-summary">How it went.</p>
        <p class="provenance">A patient’s story, told with consent given on 2 March 2026.</p>
        </aside>

        """)
  }

  @Test func aWithdrawnStoryLeavesItsPlaceAlone() {
    var fixture = fixture
    fixture.publication.tombstones = [Address("stories/maya.html")]
    #expect(
      fixture.html(":::story name=\"maya\"\n:::") == """
        <aside class="story-card" role="note">
        <p class="story-title"><a href="../../stories/maya.html">This story is no longer shown</a></p>
        </aside>

        """)
    #expect(fixture.html(":::story name=\"nobody\"\n:::") == "")
  }

  @Test(arguments: [
    (ConsentRecord.Basis.real, "A carer’s story, told with consent."),
    (.composite, "A carer’s story, put together from what several people told."),
    (.fictional, "A carer’s story, invented for training."),
  ])
  func storiesSayOnWhatGroundTheyAreTold(basis: ConsentRecord.Basis, sentence: String) {
    let provenance = StoryProvenance(teller: .carer, basis: basis, consentDate: nil)
    #expect(renderProvenance(provenance, words: catalogue).source == sentence)
  }

  @Test func criteriaOnOnePageHaveIdsOfTheirOwn() {
    var fixture = fixture
    fixture.publication.criteria = ["a", "b"].map { name in
      var source = Criteria(path: "content/criteria/\(name).yml")
      source.title = name
      source.questions = [
        Criteria.Question(id: Located("q", at: .file(source.path)), question: "Q?", reason: "R", answers: [])
      ]
      return ResolvedCriteria(address: Address("criteria/\(name).html"), source: source, citations: [])
    }
    let html = fixture.html(":::criteria name=\"a\"\n:::\n\n:::criteria name=\"b\"\n:::")
    #expect(html.contains("id=\"q-q\"") && html.contains("id=\"q-2-q\""))
    #expect(html.contains("<a href=\"../../criteria/a.html\">a</a>"))
  }

  @Test func blocksNestAndKeepTheirContent() {
    #expect(
      fixture.html("::::discuss\n:::callout kind=\"info\"\n# A {x}\n:::\nAfter.\n::::").contains(
        "</aside>\n<p>After.</p>\n</section>\n"))
  }

  @Test func figuresHaveIdsOfTheirOwnAndOneDefinition() {
    var fixture = fixture
    fixture.evidence = PublishedEvidence(series: [series([rounded("2025", 45, of: 110)])])
    let block = ":::chart measure=\"attended\"\n:::\n\n"
    let html = fixture.html(block + ":::table measure=\"attended\"\n:::\n\n" + block)
    #expect(html.contains("id=\"chart.1\"") && html.contains("id=\"chart.2\""))
    #expect(html.contains("<table class=\"figures\">"))
    #expect(html.split(separator: "<details class=\"definition\">").count == 2)
    fixture.frontMatter.measures = [Located("attended", at: .file("content/summaries/a.md"))]
    #expect(!fixture.html(block).contains("definition"))
  }

  @Test func figuresThatAreNotThereAreSaidToBe() {
    #expect(
      fixture.html(":::chart measure=\"nothing\"\n:::")
        == "<p class=\"empty\">There are no figures to show here yet.</p>\n")
  }
}
