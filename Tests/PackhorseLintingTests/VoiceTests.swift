import Testing

@testable import PackhorseLinting

@Suite struct VoiceTests {
  @Test func leavesPeoplesOwnWordsAlone() {
    #expect(Proofreader.ids(inBody: "She says, \"I don't know, e.g. on Mondays!\"").isEmpty)
    #expect(Proofreader.ids(inBody: "> I don't know!\n>\n> A patient").isEmpty)
    #expect(Proofreader.ids(inBody: ":::dialogue title=\"x\"\n**GP:** I don't know!\n:::").isEmpty)
  }

  @Test func leavesStoriesAsTheyAreTold() {
    let story =
      "---\ntitle: Rain\nsummary: Rain.\n---\n\nI don't. We sat. It rained. I utilise it. Then *we* went.\n"
    #expect(Proofreader.findings(in: story, at: "content/stories/a.md").isEmpty)
  }

  @Test func reportsDangerousAdviceWhoeverGivesIt() {
    let dialogue =
      ":::dialogue title=\"x\"\n**GP:** You can stop your antidepressants.\n\n> **Avoid:** \"Stop your tablets.\"\n:::"
    #expect(Proofreader.ids(inBody: dialogue) == ["style-stop-medicine"])
  }

  @Test func leavesWrongAnswersAndChoicesAlone() {
    let quiz =
      ":::quiz\nWhat do you write?\n\n- [ ] Utilise the room.\n\n  No.\n- [x] Utilise it.\n\n  Yes.\n:::"
    #expect(Proofreader.ids(inBody: quiz) == ["style-plain-word"])
    let scenario =
      ":::scenario\n### One\n\n**Ray:** I don't.\n\n- [You don't.](#two)\n\n  We don't say so.\n\n### Two\n\nEnd.\n:::"
    #expect(Proofreader.ids(inBody: scenario) == ["style-contraction"])
  }

  @Test func holdsEveryVoiceToHowNumbersAreWritten() {
    #expect(Proofreader.ids(inBody: "> It was 06/08/2018.") == ["style-date-numeric"])
  }
}
