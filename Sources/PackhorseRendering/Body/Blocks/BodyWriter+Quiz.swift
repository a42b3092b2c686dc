import PackhorseCore

extension BodyWriter {
  /// Questions that work on paper and without a script: the answers stand open, and one disclosure for each
  /// question says which are right and why.
  ///
  /// Nothing gives them away before it is opened.
  mutating func writeQuiz(_ block: Directive, _ content: Range<Int>) {
    let kind = QuizKind(of: block)
    html.out.write("<section class=\"quiz\" data-kind=\"")
    html.out.write(text: kind.rawValue)
    html.out.write("\">\n")
    writeBlockTitle(block, otherwise: "block.quiz.title")
    var number = 0
    var start = content.lowerBound
    for index in document.siblings(in: content) where document.isAnswers(index, to: kind) {
      number += 1
      if number == 1 { html.out.write("<ol class=\"questions\">\n") }
      let question = QuizQuestion(
        id: questionID(start..<document.nodes[index].end), number: number, kind: kind,
        isShuffled: block["shuffle"] == "yes")
      write(question, asked: start..<index, answers: index)
      start = document.nodes[index].end
    }
    if number > 0 { html.out.write("</ol>\n") }
    write(start..<content.upperBound)
    html.out.write("</section>\n")
  }

  private mutating func write(_ question: QuizQuestion, asked text: Range<Int>, answers: Int) {
    html.out.write("<li class=\"question\" id=\"")
    html.out.write(text: question.id)
    html.out.write("\">\n<div class=\"question-text\" id=\"")
    html.out.write(text: question.id)
    html.out.write(".text\">\n")
    write(text)
    html.out.write("</div>\n<p class=\"how\">")
    html.out.write(words, "block.quiz.choose-\(question.kind.rawValue)")
    html.out.write("</p>\n")
    let items = document.children(of: answers)
    let shown = question.arranged(items)
    switch question.kind {
    case .one, .many: writeAnswers(shown)
    case .order: writeAnswers(shown, places: items)
    case .match: writeMatch(items, partners: shown)
    case .short: writeAnswerLine(question)
    }
    writeFold(of: question, items: question.kind == .one || question.kind == .many ? shown : items)
    html.out.write("<p class=\"question-link\"><a href=\"#")
    html.out.write(text: question.id)
    html.out.write("\">")
    html.out.write(words, "block.quiz.link", ["number": HTML(text: String(question.number))])
    html.out.write("</a></p>\n</li>\n")
  }

  /// `places` holds the answers in the order that numbers them.
  private mutating func writeAnswers(_ items: [Int], places: [Int]? = nil) {
    html.out.write("<ul class=\"answers\">\n")
    for item in items {
      if let place = places?.firstIndex(of: item) {
        html.out.write("<li data-place=\"")
        html.out.write(place + 1)
        html.out.write("\">")
      } else {
        html.out.write("<li>")
      }
      writeAnswer(item)
      html.out.write("</li>\n")
    }
    html.out.write("</ul>\n")
  }

  /// The items, and what belongs to them, mixed.
  private mutating func writeMatch(_ items: [Int], partners: [Int]) {
    writeAnswers(items, places: partners)
    html.out.write("<ol class=\"partners\">\n")
    for partner in partners {
      html.out.write("<li>\n")
      write(reason(of: partner))
      html.out.write("</li>\n")
    }
    html.out.write("</ol>\n")
  }

  private mutating func writeAnswerLine(_ question: QuizQuestion) {
    html.out.write(
      "<p class=\"answer-line\"><input type=\"text\" autocomplete=\"off\" aria-labelledby=\"")
    html.out.write(text: question.id)
    html.out.write(".text\"></p>\n")
  }

  /// What is right, and why.
  private mutating func writeFold(of question: QuizQuestion, items: [Int]) {
    html.out.write("<details class=\"feedback\">\n<summary>")
    html.out.write(words, "block.quiz.show", ["number": HTML(text: String(question.number))])
    html.out.write(question.kind == .order ? "</summary>\n<ol>\n" : "</summary>\n<ul>\n")
    for item in items {
      switch question.kind {
      case .one, .many, .short: writeFeedback(item)
      case .order:
        openPlace(item)
        write(reason(of: item))
        html.out.write("</li>\n")
      case .match:
        openPlace(item)
        // Without its markup: what belongs to an item stands above as it is written, and ids may stand in it.
        html.out.write("<p>")
        html.out.write(self.text(in: reason(of: item)))
        html.out.write("</p>\n</li>\n")
      }
    }
    html.out.write(question.kind == .order ? "</ol>\n</details>\n" : "</ul>\n</details>\n")
  }

  private mutating func openPlace(_ item: Int) {
    html.out.write("<li class=\"right\">\n<p><strong class=\"answer\">")
    writeAnswer(item)
    html.out.write("</strong></p>\n")
  }

  private mutating func writeFeedback(_ item: Int) {
    let isRight = if case .item(true?) = document.nodes[item].kind { true } else { false }
    html.out.write(isRight ? "<li class=\"right\">\n<p>" : "<li class=\"not-right\">\n<p>")
    html.out.write("<strong class=\"verdict\">")
    html.out.write(words, isRight ? "block.quiz.right" : "block.quiz.not-right")
    html.out.write("</strong> <span class=\"answer\">")
    writeAnswer(item)
    html.out.write("</span></p>\n")
    write(reason(of: item))
    html.out.write("</li>\n")
  }

  private mutating func writeAnswer(_ item: Int) {
    guard let answer = answer(of: item) else { return }
    write(answer.lowerBound + 1..<answer.upperBound)
  }

  /// What stands below an answer: why it is right or not, or what belongs to it.
  private func reason(of item: Int) -> Range<Int> {
    (answer(of: item)?.upperBound ?? document.nodes[item].end)..<document.nodes[item].end
  }

  /// An item's first paragraph; what follows it is the feedback.
  private func answer(of item: Int) -> Range<Int>? {
    guard item + 1 < document.nodes[item].end, case .paragraph = document.nodes[item + 1].kind else {
      return nil
    }
    return item + 1..<document.nodes[item + 1].end
  }

  /// A name to link to that only a change of the question's words changes, so that what a reader entered stays with it.
  private mutating func questionID(_ range: Range<Int>) -> String {
    // A full stop, which no heading's anchor holds.
    let id = "question." + shortDigest(of: document.plainText(in: range))
    questionCounts[id, default: 0] += 1
    let count = questionCounts[id, default: 1]
    return count == 1 ? id : "\(id).\(count)"
  }
}
