import PackhorseCore
import Testing

@Suite struct StructureTests {
  @Test(arguments: [":::do-dont\n+ a\n- b\n:::\n", ":::pros-cons\n+ a\n\n- b\n:::\n"])
  func acceptsTwoLists(markdown: String) {
    #expect(body(MarkedText(markdown)).diagnostics.isEmpty)
  }

  @Test func asksForTwoLists() {
    expect("⟦:::do-dont⟧\n+ a\n+ b\n:::\n", reports: "directive-needs-two-lists")
    expect("⟦:::pros-cons⟧\na\n:::\n", reports: "directive-needs-two-lists")
    expect("⟦:::pros-cons⟧\n+ a\n- b\n\nc\n:::\n", reports: "directive-needs-two-lists")
  }

  @Test func holdsAnAgendaToItsMinutes() {
    let text = ":::agenda minutes=\"9\"\nFirst.\n\n1. A (4 minutes)\n\n   Aloud.\n2. B *(5 minutes)*\n:::\n"
    #expect(body(MarkedText(text)).diagnostics.isEmpty)
    expect(text.replacing("\"9\"", with: "\"⟦8⟧\""), reports: "agenda-over-time")
    for item in ["B", "B (5)", "B (0 minutes)", "B (481 minutes)", "B (x minutes)", "(minutes)"] {
      expect(
        ":::agenda minutes=\"9\"\n1. A (1 minute)\n⟦2. \(item)⟧\n:::\n",
        reports: "agenda-item-without-minutes")
    }
    expect("⟦:::agenda minutes=\"9\"⟧\n- A (1 minute)\n:::\n", reports: "agenda-without-items")
  }

  @Test func cardsHaveHeadingsAndRoom() {
    expect("⟦:::cards kind=\"idea\"⟧\nText.\n:::\n", reports: "cards-without-heading")
    let net = " criteria=\"referral\""
    expect("⟦:::cards kind=\"prompt\"⟧\n## A\n\nText.\n:::\n", reports: "missing-directive-argument")
    for (kind, more, room) in [
      ("idea", "", 800), ("prompt", net, 800), ("thank-you", "", 400), ("slide", "", 400),
    ] {
      let full = String(repeating: "a", count: room - 1)
      let cards = ":::cards kind=\"\(kind)\"\(more)\n## A\n\n\(full)\n\n⟦## B⟧\n\n\(full)b\n:::\n"
      expect(cards, reports: "card-too-long")
    }
  }

  @Test func aPosterHasOneHeadingAndRoom() {
    let opening = ":::poster size=\"a3\" for=\"patients\""
    expect("⟦\(opening)⟧\nText.\n:::\n", reports: "poster-without-heading")
    expect("\(opening)\n## A\n\n⟦## B⟧\n:::\n", reports: "poster-with-several-headings")
    let full = String(repeating: "a", count: Poster.room - 1)
    #expect(body(MarkedText("\(opening)\n## A\n\n\(full)\n:::\n")).diagnostics.isEmpty)
    expect("⟦\(opening)⟧\n## A\n\n\(full)b\n:::\n", reports: "poster-too-long")
    let poster = "\(opening)\n## A\n:::\n\n"
    expect(poster + poster.replacing(opening, with: "⟦\(opening)⟧"), reports: "several-posters")
    expect(":::poster size=\"⟦a5⟧\" for=\"staff\"\n## A\n:::\n", reports: "bad-directive-argument")
  }

  @Test func aPlannerLeavesCellsEmptyAndACharterPromises() {
    expect("⟦:::planner⟧\n| | B |\n| --- | --- |\n| c | d |\n:::\n", reports: "planner-without-field")
    #expect(body(MarkedText(":::planner\n| A | B |\n| --- | --- |\n| c | |\n:::\n")).diagnostics.isEmpty)
    expect("⟦:::charter⟧\nText.\n:::\n", reports: "charter-without-promises")
  }

  @Test func asksForTwoFutures() {
    for inside in [
      "", "**A:** a\n", "**A:** a\n\n**B:** b\n\n**C:** c\n", "**A:** a\n\n**B:**\n", "**A:**\n\n**B:** b\n",
    ] {
      expect("⟦:::two-futures⟧\n\(inside):::\n", reports: "two-futures-needs-two")
    }
    let whole = ":::two-futures\nThink.\n\n**A:** a\n\n**B**:\n\n- b\n:::\n"
    #expect(body(MarkedText(whole)).diagnostics.isEmpty)
  }

  @Test func acceptsAQuiz() {
    let quiz = ":::quiz\nA?\n\n- [x] a\n\n  Yes.\n- [ ] b\n\n  No.\n\nB?\n\n- [X] c\n\n  Yes.\n:::\n"
    #expect(body(MarkedText(quiz)).diagnostics.isEmpty)
  }

  @Test func asksForAnswersRightAnswersAndFeedback() {
    expect("⟦:::quiz⟧\nA?\n:::\n", reports: "quiz-without-answers")
    expect("⟦:::quiz⟧\nA?\n\n- a\n- b\n:::\n", reports: "quiz-without-answers")
    expect(":::quiz\n⟦- [x] a⟧\n\n  Yes.\n:::\n", reports: "quiz-without-question")
    expect(
      ":::quiz\nA?\n\n- [x] a\n\n  Yes.\n\n⟦1. [x] b⟧\n\n   Yes.\n:::\n", reports: "quiz-without-question")
    expect(":::quiz\nA?\n\n⟦- [ ] a⟧\n\n  No.\n:::\n", reports: "quiz-without-right-answer")
    expect(":::quiz\nA?\n\n- [x] a\n\n  Yes.\n⟦- [ ] b⟧\n:::\n", reports: "quiz-answer-without-feedback")
  }

  @Test func takesOneRightAnswerUnlessManyAreAskedFor() {
    let answers = "A?\n\n- [x] a\n\n  Yes.\n⟦- [x] b⟧\n\n  Yes.\n:::\n"
    expect(":::quiz\n\(answers)", reports: "quiz-with-several-right-answers")
    expect(":::quiz kind=\"one\"\n\(answers)", reports: "quiz-with-several-right-answers")
    let many = answers.replacing("⟦", with: "").replacing("⟧", with: "")
    #expect(body(MarkedText(":::quiz kind=\"many\" shuffle=\"no\"\n\(many)")).diagnostics.isEmpty)
    expect(":::quiz kind=\"⟦some⟧\"\nA?\n\n- [x] a\n\n  Yes.\n:::\n", reports: "bad-directive-argument")
  }

  @Test func eachKindOfQuizHasItsOwnKindOfList() {
    let order = ":::quiz kind=\"order\"\nA?\n\n1. a\n2. b\n\n   Last.\n:::\n"
    let match = ":::quiz kind=\"match\"\nA?\n\n- a\n\n  x\n- b\n\n  y\n:::\n"
    let short = ":::quiz kind=\"short\"\nA?\n\n- [x] a\n\n  Yes.\n- [x] b\n\n  Yes.\n:::\n"
    for quiz in [order, match, short] { #expect(body(MarkedText(quiz)).diagnostics.isEmpty) }
    expect(
      order.replacing(":::quiz kind=\"order\"", with: "⟦:::quiz kind=\"match\"⟧"),
      reports: "quiz-without-answers")
    expect(
      match.replacing(":::quiz kind=\"match\"", with: "⟦:::quiz kind=\"order\"⟧"),
      reports: "quiz-without-answers")
    expect(":::quiz kind=\"order\"\nA?\n\n⟦1. a⟧\n:::\n", reports: "quiz-with-one-item")
    expect(
      ":::quiz kind=\"match\"\nA?\n\n- a\n\n  x\n⟦- b⟧\n:::\n", reports: "quiz-answer-without-feedback")
  }

  @Test func asksForConfidenceBeforeAndThenAfter() {
    func block(_ name: String, _ when: String) -> String {
      ":::confidence name=\"\(name)\" when=\"\(when)\"\nHow sure?\n:::\n\n"
    }
    func marked(_ name: String, _ when: String) -> String {
      block(name, when).replacing(/:::c.*/) { "⟦\($0.0)⟧" }
    }
    #expect(body(MarkedText(block("a", "before") + block("a", "after"))).diagnostics.isEmpty)
    expect(marked("a", "before"), reports: "confidence-without-pair")
    expect(marked("a", "after") + block("a", "before"), reports: "confidence-without-pair")
    expect(
      marked("a", "before") + marked("b", "after"), reports: "confidence-without-pair",
      "confidence-without-pair")
    expect(
      block("a", "before") + block("a", "after") + marked("a", "after"), reports: "confidence-asked-twice")
    expect(
      block("a", "before") + "⟦:::confidence name=\"a\" when=\"after\"⟧\n:::\n",
      reports: "confidence-without-question")
  }

  @Test func acceptsFormsWithAndWithoutText() {
    let forms = ":::goal\n:::\n\n:::action-plan lines=\"12\"\nTogether.\n:::\n\n:::reflect title=\"a\"\n:::\n"
    #expect(body(MarkedText(forms)).diagnostics.isEmpty)
    expect(":::action-plan lines=\"⟦13⟧\"\n:::\n", reports: "bad-directive-argument")
  }

  @Test func asksForTasksInAChecklist() {
    expect("⟦:::checklist title=\"a\"⟧\n- a\n:::\n", reports: "checklist-without-tasks")
    #expect(body(MarkedText(":::checklist\n- [ ] a\n:::\n")).diagnostics.isEmpty)
  }

  @Test func asksForOneTextToCopy() {
    #expect(body(MarkedText(":::copy-text\n```\na\n```\n:::\n")).diagnostics.isEmpty)
    expect("⟦:::copy-text⟧\na\n:::\n", reports: "copy-text-without-text")
    expect("⟦:::copy-text⟧\n```\na\n```\n\n```\nb\n```\n:::\n", reports: "copy-text-without-text")
  }

  @Test(arguments: ["**GP:** Hello", "**GP**: Hello", "**Dr *A*:** Hello"])
  func acceptsATurn(turn: String) {
    let dialogue = ":::dialogue title=\"a\"\n\(turn)\n\n> **Why:** b\n:::\n"
    #expect(body(MarkedText(dialogue)).diagnostics.isEmpty)
  }

  @Test func asksForTurnsBeforeNotes() {
    expect("⟦:::dialogue title=\"a\"⟧\nHello\n:::\n", reports: "dialogue-without-turns")
    expect("⟦:::dialogue title=\"a\"⟧\n**GP** Hello\n:::\n", reports: "dialogue-without-turns")
    expect(
      ":::dialogue title=\"a\"\n⟦> **Why:** b⟧\n\n**GP:** Hello\n:::\n", reports: "dialogue-note-without-turn"
    )
  }

  @Test func asksForATranscript() {
    expect(
      "⟦:::video src=\"a.mp4\" captions=\"a.vtt\" title=\"a\"⟧\n:::\n", reports: "video-without-transcript")
  }

  @Test func keepsHeadingsInOrder() {
    expect("⟦# a⟧\n\n## b\n", reports: "heading-level-one")
    expect("⟦a⟧\n===\n", reports: "heading-level-one")
    expect("## a\n\n⟦#### b⟧\n\n##### c\n\n## d\n", reports: "skipped-heading-level")
    expect("⟦### a⟧\n", reports: "skipped-heading-level")
    #expect(problem("### a\n")?.severity == .warning)
  }

  @Test func asksForDescriptionsAndWords() {
    expect("a ⟦![⟧](b.png)\n", reports: "image-without-alt")
    expect("![*  *](b.png) ⟦[⟧](c.md)", reports: "empty-link-text")
    expect("⟦[⟧⟦![⟧](a.png)](c.md)", reports: "empty-link-text", "image-without-alt")
    #expect(body(MarkedText("[![a](a.png)](c.md) [`a`](d.md) [:word[a]](e.md)")).diagnostics.isEmpty)
  }

  @Test func dropsHTML() {
    expect(
      "a ⟦<b>⟧b⟦</b>⟧\n\n⟦<div class=\"x\">⟧c\n</div>\n\n<!-- d -->\n", reports: "raw-html", "raw-html",
      "raw-html")
    let text = MarkedText("a <b>b</b> <!-- c -->\n\n<div>\n</div>\n")
    #expect(body(text).value.sketch == "p(a ·b· )")
    #expect(body(text, allowsHTML: true).diagnostics.isEmpty)
    #expect(
      body(text, allowsHTML: true).value.sketch
        == "p(a ·html<<b>>·b·html<</b>>· ·html<<!-- c -->>)·html<<div>\n</div>\n>")
  }

  @Test func leavesOutWhatLiesTooDeep() {
    let outcome = body(MarkedText(String(repeating: "> ", count: 150) + "a\n"))
    #expect(outcome.diagnostics.map(\.id) == ["nesting-too-deep"])
    #expect(outcome.diagnostics.first?.span == SourceSpan(path: MarkedText.path, line: 5, column: 201))
    #expect(outcome.value.nodes.count == 100)
  }
}
