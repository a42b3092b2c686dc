import PackhorseCore
import Testing

@testable import PackhorseRendering

struct LocalWordsTests {
  private let words = [
    "link-worker": LocalWord(singular: "wellbeing <coach>", plural: "wellbeing coaches", article: "a")
  ]

  @Test(arguments: [
    ("Ask :word[link-worker article].", "Ask a wellbeing &lt;coach&gt;."),
    (":word[link-worker plural] and :word[link-worker]", "wellbeing coaches and wellbeing &lt;coach&gt;"),
    (":word[unknown]", "unknown"), (":word[link-worker many]", "link-worker many"),
    (":word[link-worker", ":word[link-worker"), (":word[]", ""), ("a:word:word[", "a:word:word["),
    ("[x](javascript:y) **b** :stat[a] <i>", "[x](javascript:y) **b** :stat[a] &lt;i&gt;"), ("", ""),
  ])
  func recognisesWordsAndNothingElse(text: String, expected: String) {
    #expect(renderPlainText(text, localWords: words).source == expected)
  }

  @Test func readsALongTextOfOpeningsOnce() {
    let text = String(repeating: ":word[", count: 200_000)
    #expect(renderPlainText(text, localWords: words).source == text)
  }
}
