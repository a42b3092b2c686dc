import PackhorseCore
import PackhorseResolving
import Testing

/// Each suggestion is a search through all names: a site of many wrong ones gets a hundred of them, from the top.
struct SuggestionTests {
  private func suggested(_ site: SiteBuilder, _ id: String) async -> [Bool] {
    await site.diagnostics().filter { $0.id == id }.map { $0.suggestion?.hasPrefix("did you mean") == true }
  }

  private let firstHundred = [Bool](repeating: true, count: 100) + [Bool](repeating: false, count: 50)

  @Test func areMadeForTheFirstHundredWrongLinksOfASite() async {
    var site = SiteBuilder()
    for page in 100..<250 {
      site.add("content/practice/p\(page).md", outline: { $0.links = [at("p\(page)x.md", line: 3)] })
    }
    #expect(await suggested(site, "unknown-link") == firstHundred)
  }

  @Test func areMadeForTheFirstHundredWrongWordsOfAPage() async {
    var site = SiteBuilder()
    let words = (0..<150).map {
      at(InlineDirective(name: .word, text: "link-worker\($0 % 10)"), line: 10 + $0)
    }
    site.add("content/modules/skills/listening.md", outline: { $0.inlineDirectives = words })
    #expect(await suggested(site, "unknown-word") == firstHundred)
  }

  @Test func areMadeForTheFirstHundredWrongStepsOfCriteria() async {
    var site = SiteBuilder()
    var criteria = Criteria(path: "content/criteria/referral.yml")
    let answers = (0..<150).map { number in
      let next = Located("question-x", at: SourceSpan(path: criteria.path, line: 10 + number, column: 1))
      return Criteria.Answer(answer: "a", means: "b", next: next)
    }
    let id = Located("question-a", at: .file(criteria.path))
    criteria.questions = [Criteria.Question(id: id, question: "q", reason: "r", answers: answers)]
    site.source.criteria = [criteria]
    #expect(await suggested(site, "unknown-criteria-step") == firstHundred)
  }

  @Test func areMadeForTheFirstHundredPathwaysOfUnknownRoles() async {
    var site = SiteBuilder()
    site.source.pathways = (100..<250).map { number in
      let path = "content/pathways/p\(number).yml"
      return Pathway(
        path: path, role: Located("gpp", at: .file(path)), minutes: Located(60, at: .file(path)))
    }
    #expect(await suggested(site, "unknown-role") == firstHundred)
  }

  @Test func areMadeForTheFirstHundredRecordsWithoutAStory() async {
    var site = SiteBuilder()
    site.add("content/stories/garden-a.md")
    site.source.consent = (0..<150).map { number in
      let id = Located(
        "garden-\(number)", at: SourceSpan(path: "private/consent.csv", line: 2 + number, column: 1))
      return ConsentRecord(
        storyID: id, teller: .patient, basis: .fictional, consentDate: nil, releaseDate: nil, scope: [],
        expires: nil, withdrawnOn: nil, checkedBy: "", textDigest: nil)
    }
    #expect(await suggested(site, "consent-without-story") == firstHundred)
  }
}
