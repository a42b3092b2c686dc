import PackhorseCore
import Testing

@testable import PackhorseLinting

@Suite struct MendingTests {
  private func mend(_ body: String) -> String {
    let text = "---\ntitle: Asking\n---\n\(body)"
    let findings = Proofreader.findings(in: text, at: "content/modules/a/b.md")
    return String(
      decoding: mended(Array(text.utf8), by: findings).dropFirst(text.utf8.count - body.utf8.count),
      as: UTF8.self)
  }

  @Test(arguments: [
    ("We don't ask.", "We do not ask."), ("Can't be helped.", "Cannot be helped."),
    ("Don't you ask?", "Don't you ask?"),
    ("Write it (e.g. today).", "Write it (for example today)."),
    ("On 6th August 2018.", "On 6 August 2018."), ("On August 6, 2018.", "On 6 August 2018."),
    ("For 10–12 weeks.", "For 10 to 12 weeks."), ("Between 10-12 weeks.", "Between 10-12 weeks."),
    ("40 per cent came.", "40% came."), ("40 % came.", "40% came."),
    ("Open at 9 a.m. today.", "Open at 9 am today."),
    ("Ask the the person.", "Ask the person."), ("Dr. Osei wrote.", "Dr Osei wrote."),
    ("In order\nto ask.", "In order\nto ask."), ("Utilising it.", "Using it."),
    ("## What to do.\n", "## What to do\n"),
    ("## We don't ask\n", "## We don't ask\n"),
    ("A :term[e-mail] and an e-mail.", "A :term[e-mail] and an email."),
  ])
  func mendsWhatIsSafe(written: String, wanted: String) {
    #expect(mend(written) == wanted)
  }

  @Test func keepsLineEndsAndEverythingElse() {
    let body = "We don't.\r\n\r\n* a  \r\n* b\t\r\n\r\n:::callout kind=\"info\"\r\nUtilise it.\r\n:::\r\n"
    #expect(mend(body) == body.replacing("don't", with: "do not").replacing("Utilise", with: "Use"))
  }

  @Test func mendsNoStory() {
    let story = Array("---\ntitle: Rain\nsummary: We don't.\n---\n\nOn 6th August 2018.\n".utf8)
    let findings = Proofreader.findings(in: story, at: "content/stories/a.md")
    #expect(findings.count == 2)
    #expect(mended(story, by: findings) == story)
  }
}
