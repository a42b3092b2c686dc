import PackhorseCore

extension BodyWriter {
  /// Questions that work on paper and without a script: the answers stand open, and one disclosure for each
  /// question says which are right and why.
  ///
  /// Nothing gives them away before it is opened.
  mutating func writeQuiz(_ block: Directive, _ content: Range<Int>) {
    html.out.write("<section class=\"quiz\">\n")
    writeBlockTitle(block, otherwise: "block.quiz.title")
    var number = 0
    var start = content.lowerBound
    for index in document.siblings(in: content) {
      guard case .list = document.nodes[index].kind, hasTasks(index) else { continue }
      number += 1
      if number == 1 { html.out.write("<ol class=\"questions\">\n") }
      writeQuestion(start..<index, answers: index, number: number)
      start = document.nodes[index].end
    }
    if number > 0 { html.out.write("</ol>\n") }
    write(start..<content.upperBound)
    html.out.write("</section>\n")
  }

  private mutating func writeQuestion(_ text: Range<Int>, answers: Int, number: Int) {
    html.out.write("<li class=\"question\">\n<div class=\"question-text\">\n")
    write(text)
    html.out.write("</div>\n<ul class=\"answers\">\n")
    let items = document.children(of: answers)
    for item in items {
      html.out.write("<li>")
      writeAnswer(item)
      html.out.write("</li>\n")
    }
    html.out.write("</ul>\n<details class=\"feedback\">\n<summary>")
    html.out.write(words, "block.quiz.show", ["number": HTML(text: String(number))])
    html.out.write("</summary>\n<ul>\n")
    for item in items { writeFeedback(item) }
    html.out.write("</ul>\n</details>\n</li>\n")
  }

  private mutating func writeFeedback(_ item: Int) {
    let isRight = if case .item(true?) = document.nodes[item].kind { true } else { false }
    html.out.write(isRight ? "<li class=\"right\">\n<p>" : "<li class=\"not-right\">\n<p>")
    html.out.write("<strong class=\"verdict\">")
    html.out.write(words, isRight ? "block.quiz.right" : "block.quiz.not-right")
    html.out.write("</strong> <span class=\"answer\">")
    writeAnswer(item)
    html.out.write("</span></p>\n")
    write((answer(of: item)?.upperBound ?? document.nodes[item].end)..<document.nodes[item].end)
    html.out.write("</li>\n")
  }

  private mutating func writeAnswer(_ item: Int) {
    guard let answer = answer(of: item) else { return }
    write(answer.lowerBound + 1..<answer.upperBound)
  }

  /// An item's first paragraph; what follows it is the feedback.
  private func answer(of item: Int) -> Range<Int>? {
    guard item + 1 < document.nodes[item].end, case .paragraph = document.nodes[item + 1].kind else {
      return nil
    }
    return item + 1..<document.nodes[item + 1].end
  }
}
