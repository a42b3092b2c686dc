import PackhorseCore
import PackhorseResolving
import Testing

struct CriteriaTests {
  private let path = "content/criteria/referral.yml"

  /// Criteria from `question: [next, …]` lines and outcome ids.
  private func criteria(_ questions: KeyValuePairs<String, [String]>, outcomes: [String]) -> Criteria {
    var criteria = Criteria(path: path)
    criteria.questions = questions.enumerated().map { line, question in
      Criteria.Question(
        id: at(question.key, line: line + 1, path: path), question: "…?", reason: "…",
        answers: question.value.map {
          .init(answer: "Yes", means: "…", next: at($0, line: line + 1, path: path))
        })
    }
    criteria.outcomes = outcomes.enumerated().map { line, id in
      .init(id: at(id, line: 100 + line, path: path), kind: .refer, title: "…", action: "…")
    }
    return criteria
  }

  private func diagnostics(_ criteria: Criteria) async -> [Diagnostic] {
    var site = SiteBuilder()
    site.source.criteria = [criteria]
    return await site.diagnostics()
  }

  @Test func acceptsCriteriaInWhichEveryAnswerLeadsToAnEnd() async {
    #expect(await diagnostics(criteria(["a": ["b", "out"], "b": ["out"]], outcomes: ["out"])).isEmpty)
  }

  @Test func reportsAnswersThatLeadNowhereAndStepsThatNobodyReaches() async {
    let found = await diagnostics(
      criteria(["ask": ["rfer"], "lost": ["refer"]], outcomes: ["refer", "other"]))
    #expect(
      found.map(\.id) == [
        "unknown-criteria-step", "unreachable-criteria-step", "unreachable-criteria-step",
        "unreachable-criteria-step",
      ])
    #expect(found[0].suggestion == "did you mean 'refer'?")
  }

  @Test func reportsAnIdThatIsUsedTwice() async {
    #expect(
      await diagnostics(criteria(["a": ["b"], "b": ["a2"]], outcomes: ["a2", "b"])).map(\.id) == [
        "duplicate-criteria-step"
      ])
  }

  @Test func reportsEveryQuestionOnACircle() async {
    let found = await diagnostics(criteria(["a": ["b"], "b": ["c", "out"], "c": ["b"]], outcomes: ["out"]))
    #expect(found.map(\.id) == ["criteria-circle", "criteria-circle"])
    #expect(found.map(\.span?.start.line) == [2, 3])
  }

  @Test func findsCirclesAmongAHundredThousandQuestionsWithoutDelay() async {
    var large = Criteria(path: path)
    large.questions = (0..<100_000).map { number in
      Criteria.Question(
        id: at("q\(number)", line: number + 1, path: path), question: "…?", reason: "…",
        answers: [
          .init(
            answer: "Yes", means: "…", next: at("q\((number + 1) % 100_000)", line: number + 1, path: path))
        ])
    }
    #expect(await diagnostics(large).count == 100_000)
  }

  @Test func reportsUnknownWordsAndSourcesInCriteria() async {
    var made = criteria(["a": ["out"]], outcomes: ["out"])
    made.safetyNet = "Ask :word[link-wrker] or :word[link-worker plural]."
    made.sources = [at("kiely2020", line: 50, path: path)]
    #expect(await diagnostics(made).map(\.id) == ["unknown-word", "unknown-citation"])
  }
}
