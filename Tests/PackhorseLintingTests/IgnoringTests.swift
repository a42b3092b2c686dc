import PackhorseCore
import Testing

@testable import PackhorseLinting

@Suite struct IgnoringTests {
  private func findings(_ ignored: String) -> [StyleFinding] {
    Proofreader.findings(
      in: "---\ntitle: A\nstyle-ignore: [\(ignored)]\n---\n\nWe don't utilise it.\n",
      at: "content/modules/a/b.md")
  }

  @Test func aPageDoesWithoutTheRulesThatItNames() {
    #expect(findings("style-contraction").map(\.diagnostic.id) == ["style-plain-word"])
  }

  @Test func reportsARuleThatIsNoneWithTheNearest() {
    let found = findings("style-contractions, style-plain-word")
    #expect(found.map(\.diagnostic.id) == ["style-contraction", "unknown-style-rule"])
    #expect(found.last?.diagnostic.suggestion == "did you mean 'style-contraction'?")
    #expect(found.last?.diagnostic.span?.start.line == 3)
  }
}
