import PackhorseCore

/// Referral criteria as a flow on one sheet: questions in a column, each answer an arrow to the next or to a box.
///
/// The safety net stands above it. Reasons are left to the list, which has room for them.
func renderFlow(_ criteria: Criteria, in publication: Publication) -> HTML {
  var flow = CriteriaFlow(criteria: criteria, publication: publication)
  flow.write()
  return flow.out.html
}

private struct CriteriaFlow: ~Copyable {
  let criteria: Criteria
  let publication: Publication
  var out = ByteWriter(capacity: 8192)
  private var words: Words { publication.words }

  mutating func write() {
    out.write("<section class=\"sheet flow\" aria-labelledby=\"_flow\">\n<h2 id=\"_flow\">")
    out.write(words, "block.criteria.flow", ["title": plain(criteria.title)])
    out.write("</h2>\n")
    if !criteria.safetyNet.isEmpty {
      out.write(
        renderSafetyNet(criteria.safetyNet, words: words, localWords: publication.settings.localWords))
    }
    out.write("<ol class=\"flow-steps\">\n")
    for index in criteria.questions.indices { writeStep(index) }
    out.write("</ol>\n</section>\n")
  }

  /// A question, below it the answer that leads on, beside it the others; answers to one place share an arrow.
  private mutating func writeStep(_ index: Int) {
    let question = criteria.questions[index]
    let following = index + 1 < criteria.questions.count ? criteria.questions[index + 1].id.value : nil
    var places: [String] = []
    for answer in question.answers where !places.contains(answer.next.value) {
      places.append(answer.next.value)
    }
    out.write(
      "<li class=\"flow-step\">\n<div class=\"flow-asked\">\n<p class=\"flow-question\"><span class=\"flow-number\">"
    )
    out.write(index + 1)
    out.write("</span> ")
    out.write(plain(question.question))
    out.write("</p>\n")
    if let following, places.contains(following) { writeArrow("↓", to: following, from: question, in: "p") }
    out.write("</div>\n<ul class=\"flow-answers\">\n")
    for place in places where place != following { writeArrow("→", to: place, from: question, in: "li") }
    out.write("</ul>\n</li>\n")
  }

  /// The answers that lead to a place, an arrow, and the place.
  private mutating func writeArrow(
    _ arrow: StaticString, to place: String, from question: Criteria.Question, in element: StaticString
  ) {
    let answers = question.answers.filter { $0.next.value == place }.map { publication.localText($0.answer) }
    out.write("<")
    out.write(element)
    out.write(" class=\"flow-on\"><strong>")
    out.write(text: answers.joined(separator: words("block.criteria.or")))
    out.write("</strong> <span aria-hidden=\"true\">")
    out.write(arrow)
    out.write("</span> ")
    if let end = criteria.outcomes.first(where: { $0.id.value == place }) {
      write(end)
    } else if let number = criteria.questions.firstIndex(where: { $0.id.value == place }) {
      out.write("<span>")
      out.write(words, "block.criteria.go-on", ["number": HTML(text: String(number + 1))])
      out.write("</span>")
    }
    out.write("</")
    out.write(element)
    out.write(">\n")
  }

  private mutating func write(_ end: Criteria.End) {
    out.write("<span class=\"flow-end flow-")
    out.write(text: end.kind.rawValue)
    out.write("\"><strong>")
    out.write(plain(end.title))
    out.write(".</strong> ")
    out.write(plain(end.action))
    out.write("</span>")
  }

  private func plain(_ text: String) -> HTML {
    renderPlainText(text, localWords: publication.settings.localWords)
  }
}
