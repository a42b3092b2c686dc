import PackhorseCore
import Testing

@testable import PackhorseRendering

/// What each block becomes, from its Markdown.
struct BlockTests {
  private let fixture = BodyFixture()

  @Test(arguments: [
    ("info", "Note"), ("warning", "Take care"), ("safety", "Safety"),
  ])
  func calloutsBeginWithTheirKind(kind: String, word: String) {
    #expect(
      fixture.html(":::callout kind=\"\(kind)\"\nStop *now*.\n:::") == """
        <aside class="callout callout-\(kind)" role="note">
        <p class="callout-title">\(word)</p>
        <p>Stop <em>now</em>.</p>
        </aside>

        """)
    #expect(
      fixture.html(":::callout kind=\"\(kind)\" title=\"Ask :word[link-worker article] & <us>\"\n:::")
        .contains(
          "<p class=\"callout-title\">\(word): Ask a link worker &amp; &lt;us&gt;</p>"))
  }

  @Test func doAndDoNotAreTwoLists() {
    #expect(
      fixture.html(
        ":::do-dont\n+ Ask what matters.\n+ Listen.\n- Do not begin with a leaflet.\n\nIn short.\n:::") == """
          <div class="do-dont">
          <section class="do">
          <p class="block-title">Do</p>
          <ul>
          <li>Ask what matters.</li>
          <li>Listen.</li>
          </ul>
          </section>
          <section class="dont">
          <p class="block-title">Do not</p>
          <ul>
          <li>Do not begin with a leaflet.</li>
          </ul>
          <p>In short.</p>
          </section>
          </div>

          """)
  }

  @Test func prosAndConsMayHaveAnIntroductionOrOneListAlone() {
    #expect(
      fixture.html(":::pros-cons\nWeigh it up.\n\n+ Company.\n:::") == """
        <div class="pros-cons">
        <p>Weigh it up.</p>
        <section class="pros">
        <p class="block-title">Reasons for</p>
        <ul>
        <li>Company.</li>
        </ul>
        </section>
        </div>

        """)
    #expect(fixture.html(":::pros-cons\n:::") == "<div class=\"pros-cons\">\n</div>\n")
  }

  @Test func dialoguesHaveTurnsAndNotes() {
    let markdown = """
      :::dialogue title="Opening"
      **GP:** What would a *good* week look like?

      > **Why:** an open question.
      >
      > **Avoid:** a leaflet.

      **Ms Okafor**: Getting out,
      I suppose.

      She looks at the floor.

      > A quiet moment.

      **:word[link-worker]:**
      Come in.
      :::
      """
    #expect(
      fixture.html(markdown) == """
        <section class="dialogue">
        <p class="block-title">Opening</p>
        <div class="turn">
        <p class="speaker">GP</p>
        <div class="speech">
        <p>What would a <em>good</em> week look like?</p>
        </div>
        </div>
        <div class="note note-why">
        <p><strong>Why:</strong> an open question.</p>
        </div>
        <div class="note note-avoid">
        <p><strong>Avoid:</strong> a leaflet.</p>
        </div>
        <div class="turn">
        <p class="speaker">Ms Okafor</p>
        <div class="speech">
        <p>Getting out,
        I suppose.</p>
        </div>
        </div>
        <p>She looks at the floor.</p>
        <div class="note">
        <p>A quiet moment.</p>
        </div>
        <div class="turn">
        <p class="speaker">link worker</p>
        <div class="speech">
        <p>Come in.</p>
        </div>
        </div>
        </section>

        """)
  }

  @Test func quizzesKeepTheirAnswersInADisclosure() {
    let markdown = """
      :::quiz title="Two questions"
      Which is better?

      - [x] "What matters?"

        An open question.
      - [ ] "A walk?"

        It offers an answer early.

      And this?

      - [ ] One
      - [x] *Two*
      :::
      """
    #expect(
      fixture.html(markdown) == """
        <section class="quiz">
        <p class="block-title">Two questions</p>
        <ol class="questions">
        <li class="question">
        <div class="question-text">
        <p>Which is better?</p>
        </div>
        <ul class="answers">
        <li>&quot;What matters?&quot;</li>
        <li>&quot;A walk?&quot;</li>
        </ul>
        <details class="feedback">
        <summary>Question 1: show what is right, and why</summary>
        <ul>
        <li class="right">
        <p><strong class="verdict">Right:</strong> <span class="answer">&quot;What matters?&quot;</span></p>
        <p>An open question.</p>
        </li>
        <li class="not-right">
        <p><strong class="verdict">Not right:</strong> <span class="answer">&quot;A walk?&quot;</span></p>
        <p>It offers an answer early.</p>
        </li>
        </ul>
        </details>
        </li>
        <li class="question">
        <div class="question-text">
        <p>And this?</p>
        </div>
        <ul class="answers">
        <li>One</li>
        <li><em>Two</em></li>
        </ul>
        <details class="feedback">
        <summary>Question 2: show what is right, and why</summary>
        <ul>
        <li class="not-right">
        <p><strong class="verdict">Not right:</strong> <span class="answer">One</span></p>
        </li>
        <li class="right">
        <p><strong class="verdict">Right:</strong> <span class="answer"><em>Two</em></span></p>
        </li>
        </ul>
        </details>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func nothingOutsideTheDisclosureTellsRightFromNotRight() throws {
    let answers = ["x", " "].map { mark in
      fixture.html(":::quiz\nQ\n\n- [\(mark)] A\n\n  F\n- [ ] B\n\n  G\n:::").split(separator: "<details")
        .first
    }
    #expect(try #require(answers[0]) == #require(answers[1]))
  }

  @Test func checklistsHaveEmptyBoxesForPaper() {
    #expect(
      fixture.html(":::checklist title=\"First week\"\n- [ ] Meet the team\n- [x] Read\n:::") == """
        <section class="checklist">
        <p class="block-title">First week</p>
        <ul class="tasks">
        <li><span class="box" aria-hidden="true"></span> Meet the team</li>
        <li><span class="box" aria-hidden="true"></span> Read</li>
        </ul>
        </section>

        """)
    #expect(!fixture.html(":::checklist\n- [ ] A\n:::").contains("block-title"))
  }

  @Test func tasksElsewhereSayInWordsWhetherTheyAreDone() {
    #expect(
      fixture.html("- [x] Asked\n- [ ] Waiting") == """
        <ul class="task-list">
        <li><span class="mark mark-done">Done:</span> Asked</li>
        <li><span class="mark mark-open">To do:</span> Waiting</li>
        </ul>

        """)
  }

  @Test func theMarkOfATaskStandsInItsFirstLine() {
    #expect(
      fixture.html("- [x] Asked\n\n  Twice.\n- [ ] Waiting") == """
        <ul class="task-list">
        <li>
        <p><span class="mark mark-done">Done:</span> Asked</p>
        <p>Twice.</p>
        </li>
        <li>
        <p><span class="mark mark-open">To do:</span> Waiting</p>
        </li>
        </ul>

        """)
  }

  @Test(arguments: [
    ("", "Talk about it together"), (" title=\"Your patients\"", "Your patients"),
    (" title=\"Now\" minutes=\"10\"", "Now (10 minutes)"),
    (" minutes=\"1\"", "Talk about it together (1 minute)"),
  ])
  func discussionsSayHowLongTheyTake(arguments: String, title: String) {
    #expect(
      fixture.html(":::discuss\(arguments)\n1. Why?\n:::") == """
        <section class="discuss">
        <p class="block-title">\(title)</p>
        <ol>
        <li>Why?</li>
        </ol>
        </section>

        """)
  }

  @Test func videosHaveCaptionsAndATranscript() {
    var fixture = fixture
    fixture.page.bindings.links["day.mp4"] = .site(Address("modules/skills/day.mp4"), fragment: nil)
    fixture.page.bindings.links["day.vtt"] = .site(Address("media/day.vtt"), fragment: nil)
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
    fixture.page.source.frontMatter.measures = [Located("attended", at: .file("content/summaries/a.md"))]
    #expect(!fixture.html(block).contains("definition"))
  }

  @Test func figuresThatAreNotThereAreSaidToBe() {
    #expect(
      fixture.html(":::chart measure=\"nothing\"\n:::")
        == "<p class=\"empty\">There are no figures to show here yet.</p>\n")
  }
}
