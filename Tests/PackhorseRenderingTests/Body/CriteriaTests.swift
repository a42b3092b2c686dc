import PackhorseCore
import Testing

@testable import PackhorseRendering

struct CriteriaTests {
  private let file = SourceSpan.file("content/criteria/referral.yml")

  private var criteria: ResolvedCriteria {
    var source = Criteria(path: "content/criteria/referral.yml")
    source.title = "Is a referral right?"
    source.safetyNet = "Ask the duty doctor, or :word[link-worker article]."
    source.questions = [
      Criteria.Question(
        id: Located("risk", at: file), question: "Is anybody at risk?", reason: "Risk comes first.",
        answers: [
          Criteria.Answer(answer: "Yes", means: "They need help today.", next: Located("urgent", at: file)),
          Criteria.Answer(answer: "No", means: "There is time.", next: Located("need", at: file)),
        ]),
      Criteria.Question(
        id: Located("need", at: file), question: "Is it a <social> need?", reason: "",
        answers: [Criteria.Answer(answer: "Yes", means: "Good.", next: Located("nowhere", at: file))]),
    ]
    source.outcomes = [
      Criteria.End(id: Located("urgent", at: file), kind: .urgent, title: "Same day", action: "Act.")
    ]
    return ResolvedCriteria(address: Address("criteria/referral.html"), source: source, citations: [])
  }

  @Test func drawsAFlowWithTheSafetyNetAndAnArrowForEachPlace() {
    var source = criteria.source
    source.questions[0].answers.insert(
      Criteria.Answer(answer: "Not sure", means: "Ask.", next: Located("urgent", at: file)), at: 1)
    let html = renderFlow(source, in: BodyFixture().publication).source
    #expect(html.contains("<h2 id=\"_flow\">On one sheet: Is a referral right?</h2>"))
    #expect(html.contains("Ask the duty doctor, or a link worker."))
    #expect(html.contains("Is it a &lt;social&gt; need?"))
    let end = "<span class=\"flow-end flow-urgent\"><strong>Same day.</strong> Act.</span>"
    #expect(
      html.contains(
        "<li class=\"flow-on\"><strong>Yes or Not sure</strong> <span aria-hidden=\"true\">→</span> \(end)</li>"
      ))
    #expect(
      html.contains(
        "<p class=\"flow-on\"><strong>No</strong> <span aria-hidden=\"true\">↓</span> <span>Go on to question 2</span></p>"
      ))
  }

  @Test func writesADecisionListBetweenSafetyNets() {
    let html = renderCriteria(
      criteria, at: Address("criteria/referral.html"), in: BodyFixture().publication)
    let safetyNet = """
      <aside class="callout callout-safety" role="note">
      <p class="callout-title">Safety: what comes first</p>
      <p>Ask the duty doctor, or a link worker.</p>
      </aside>
      """
    #expect(
      html.source == """
        <section class="criteria">
        \(safetyNet)
        <ol class="questions">
        <li class="question" id="q-risk">
        <p class="question-text">Is anybody at risk?</p>
        <p class="reason">Risk comes first.</p>
        <ul class="answers">
        <li><strong class="answer">Yes</strong> <span aria-hidden="true">→</span> They need help today. \
        <a href="#outcome-urgent">Same day</a></li>
        <li><strong class="answer">No</strong> <span aria-hidden="true">→</span> There is time. \
        <a href="#q-need">Go on to question 2</a></li>
        </ul>
        </li>
        <li class="question" id="q-need">
        <p class="question-text">Is it a &lt;social&gt; need?</p>
        <ul class="answers">
        <li><strong class="answer">Yes</strong> <span aria-hidden="true">→</span> Good.</li>
        </ul>
        </li>
        </ol>
        <div class="outcomes">
        <article class="outcome outcome-urgent" id="outcome-urgent">
        <p class="outcome-kind">Act now</p>
        <p class="outcome-title">Same day</p>
        <p>Act.</p>
        <p class="back"><a href="#q-risk">Back to the first question</a></p>
        </article>
        </div>
        \(safetyNet)
        </section>

        """)
  }

  @Test func namesItselfAndItsPageWhereItStandsOnAnother() {
    let html = renderCriteria(
      criteria, at: Address("modules/a/b.html"), in: BodyFixture().publication, part: 2
    ).source
    #expect(
      html.hasPrefix(
        "<section class=\"criteria\">\n<p class=\"block-title\"><a href=\"../../criteria/referral.html\">Is a referral right?</a></p>"
      ))
    #expect(html.contains("id=\"q-2-risk\"") && html.contains("href=\"#q-2-need\""))
    #expect(html.contains("id=\"outcome-2-urgent\"") && html.contains("href=\"#outcome-2-urgent\""))
  }
}
