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
        <section class="quiz" data-kind="one">
        <p class="block-title">Two questions</p>
        <ol class="questions">
        <li class="question" id="question.a4470b5c">
        <div class="question-text" id="question.a4470b5c.text">
        <p>Which is better?</p>
        </div>
        <p class="how">Choose one answer.</p>
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
        <p class="question-link"><a href="#question.a4470b5c">Link to question 1</a></p>
        </li>
        <li class="question" id="question.0b16326d">
        <div class="question-text" id="question.0b16326d.text">
        <p>And this?</p>
        </div>
        <p class="how">Choose one answer.</p>
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
        <p class="question-link"><a href="#question.0b16326d">Link to question 2</a></p>
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

  @Test func twoFuturesStandUnderTheirNames() {
    #expect(
      fixture.html(
        ":::two-futures title=\"In spring\"\nThink of Maya.\n\n**If nothing changes:** She stays in.\n\nOr not.\n\n**If we try this:**\n\n- A key\n:::"
      ) == """
        <section class="two-futures">
        <p class="block-title">In spring</p>
        <p>Think of Maya.</p>
        <div class="futures">
        <section class="future">
        <p class="future-title">If nothing changes</p>
        <p>She stays in.</p>
        <p>Or not.</p>
        </section>
        <section class="future">
        <p class="future-title">If we try this</p>
        <ul>
        <li>A key</li>
        </ul>
        </section>
        </div>
        </section>

        """)
  }
}
