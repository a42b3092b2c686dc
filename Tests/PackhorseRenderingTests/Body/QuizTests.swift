import PackhorseCore
import Testing

/// The names of questions, the order of their answers, and the kinds that are no choice.
struct QuizTests {
  private let fixture = BodyFixture()

  @Test func aQuestionKeepsItsNameWhenOthersComeBeforeIt() throws {
    let question = "Q?\n\n- [x] A\n\n  F\n- [ ] B\n\n  G\n"
    func names(_ quiz: String) -> [Substring] {
      fixture.html(":::quiz\n\(quiz):::").matches(of: /<li class="question" id="(.+?)"/).map(\.1)
    }
    let alone = try #require(names(question).first)
    #expect(names("First?\n\n- [x] C\n\n  H\n\n\(question)").last == alone)
    #expect(names("\(question)\n\(question)") == [alone, "\(alone).2"])
    #expect(names(question.replacing("B", with: "C")) != [alone])
  }

  @Test func shufflingMovesAnswersAndTheirFeedbackAlike() {
    let items = (1...8).map { "- [\($0 == 3 ? "x" : " ")] A\($0)\n\n  F\($0)\n" }.joined()
    func order(_ arguments: String) -> (answers: [Substring], feedback: [Substring], right: [Substring]) {
      let html = fixture.html(":::quiz \(arguments)\nQ?\n\n\(items):::")
      return (
        html.matches(of: /<li>A(\d)/).map(\.1), html.matches(of: /<p>F(\d)/).map(\.1),
        html.matches(of: /class="right">\n.*class="answer">A(\d)/).map(\.1)
      )
    }
    let written = order("shuffle=\"no\"")
    #expect(written.answers.joined() == "12345678")
    let shuffled = order("shuffle=\"yes\"")
    #expect(shuffled.answers != written.answers)
    #expect(shuffled.answers.sorted() == written.answers)
    #expect(shuffled.feedback == shuffled.answers)
    #expect(shuffled.right == ["3"])
    #expect(order("shuffle=\"yes\"").answers == shuffled.answers)
  }

  private let items = (1...5).map { "\($0). A\($0)\n\n   F\($0)\n" }.joined()

  @Test func itemsToPutInOrderAreMixedAndKnowTheirPlace() {
    for question in ["Q?", "R?", "S?"] {
      let html = fixture.html(":::quiz kind=\"order\"\n\(question)\n\n\(items):::")
      let shown = html.matches(of: /<li data-place="(\d)">A(\d)<\/li>/)
      #expect(shown.count == 5)
      #expect(shown.allSatisfy { $0.1 == $0.2 })
      #expect(shown.map(\.1).joined() != "12345")
      #expect(html.matches(of: /<p>F(\d)/).map(\.1).joined() == "12345")
    }
    let two = fixture.html(":::quiz kind=\"order\"\nQ?\n\n1. A1\n2. A2\n:::")
    #expect(two.contains("<li data-place=\"2\">A2</li>\n<li data-place=\"1\">A1</li>"))
  }

  @Test func whatBelongsToAnItemStandsUnderTheNumberThatItGives() {
    let match = (1...5).map { "- A\($0)\n\n  F\($0)\n" }.joined()
    let html = fixture.html(":::quiz kind=\"match\"\nQ?\n\n\(match):::")
    let places = html.matches(of: /<li data-place="(\d)">A(\d)<\/li>/)
    let open = html.split(separator: "<details").first ?? ""
    let partners = open.matches(of: /<p>F(\d)<\/p>/).map { String($0.1) }
    #expect(places.map(\.2).joined() == "12345")
    #expect(partners.sorted().joined() == "12345")
    for place in places { #expect(Int(place.1).map { partners[$0 - 1] } == String(place.2)) }
  }

  @Test func aShortAnswerGivesNothingAway() throws {
    let html = fixture.html(":::quiz kind=\"short\"\nQ?\n\n- [x] A\n\n  F\n- [ ] B\n\n  G\n:::")
    let open = try #require(html.split(separator: "<details").first)
    #expect(open.contains("<input type=\"text\"") && !open.contains("A<") && !open.contains("B<"))
    #expect(html.contains("<li class=\"right\">"))
  }
}
