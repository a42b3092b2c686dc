import PackhorseCore
import PackhorseTestSupport
import Testing

/// A scenario as linked scenes, with a guide to its choices.
struct ScenarioTests {
  private let fixture: BodyFixture = {
    var fixture = BodyFixture()
    fixture.bindings.terms["link worker"] = "link-worker"
    return fixture
  }()

  private let markdown = """
    :::scenario title="Mr Sato"
    Invented.

    ### He sits

    **Mr Sato:** Tired.

    - ["A :term[link worker]?"](#he-nods)

      Too early.

    ### He nods

    **Mr Sato:** Right.
    :::
    """

  @Test func scenesLinkToEachOtherAndChoicesToWhatTheyDo() {
    #expect(
      fixture.html(markdown) == """
        <section class="scenario" id="scenario.1">
        <p class="block-title">Mr Sato</p>
        <p>Invented.</p>
        <section class="scene" aria-labelledby="he-sits">
        <p class="scene-number">Scene 1</p>
        <h3 id="he-sits">He sits</h3>
        <div class="turn">
        <p class="speaker">Mr Sato</p>
        <div class="speech">
        <p>Tired.</p>
        </div>
        </div>
        <p class="choices-title">What do you say?</p>
        <ul class="choices">
        <li><a class="say" href="#he-nods">&quot;A link worker?&quot;</a> <span class="leads">Go to scene 2</span> <a class="why" href="#scenario.1.1.1">What this does</a></li>
        </ul>
        </section>
        <section class="scene" aria-labelledby="he-nods">
        <p class="scene-number">Scene 2</p>
        <h3 id="he-nods">He nods</h3>
        <div class="turn">
        <p class="speaker">Mr Sato</p>
        <div class="speech">
        <p>Right.</p>
        </div>
        </div>
        <p class="ending">The conversation ends here.</p>
        </section>
        <details class="facilitator fold">
        <summary>For the facilitator: what each choice does</summary>
        <p>\(catalogue("block.scenario.how"))</p>
        <p class="guide-title"><strong>Scene 1</strong> He sits</p>
        <ul class="guide">
        <li id="scenario.1.1.1">
        <p class="said">&quot;A link worker?&quot;</p>
        <p>Too early.</p>
        <p class="leads"><a href="#he-nods">Go to scene 2</a></p>
        </li>
        </ul>
        </details>
        </section>

        """)
  }

  @Test func aSecondScenarioHasNamesOfItsOwn() {
    let other = markdown.replacing("He nods", with: "She nods").replacing("#he-nods", with: "#she-nods")
    let html = fixture.html(markdown + "\n\n" + other)
    #expect(html.contains("id=\"scenario.2\"") && html.contains("href=\"#scenario.2.1.1\""))
    #expect(html.contains("href=\"#she-nods\""))
  }

  @Test func whatAChoiceDependsOnIsSaidInWordsAndHandedToTheScript() {
    let html = fixture.html(
      """
      :::scenario
      ### A

      - [One](#b)

        Yes.

        **Remember:** asked & heard, trust +2
      - [Two](#b)

        No.

      ### B

      - [Three](#c)

        Yes.

        **Only if:** not asked & heard
      - [Four](#c)

        No.

      ### C

      **Only if:** trust at least 1
      :::
      """)
    for part in [
      "<li data-remember=\"0=1 1+2\"><a class=\"say\" href=\"#b\">One</a>",
      "<p class=\"remember\">Note down: asked &amp; heard, trust +2</p>",
      "<li data-only-if=\"0&lt;=0 1&gt;=1\"><a class=\"say\" href=\"#c\">Three</a> "
        + "<span class=\"only-if\">Only if: not asked &amp; heard, trust at least 1</span>",
      "<h3 id=\"c\">C</h3>\n<p class=\"only-if\">Only if: trust at least 1</p>",
      "<ul class=\"tally\">\n<li>asked &amp; heard</li>\n<li data-score=\"0\">trust</li>\n</ul>",
    ] { #expect(html.contains(part), "\(part)") }
  }
}
