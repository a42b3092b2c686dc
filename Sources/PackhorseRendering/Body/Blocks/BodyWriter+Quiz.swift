import PackhorseCore

extension BodyWriter {
  /// Questions that work on paper and without a script: the answers stand open, and one disclosure for each
  /// question says which are right and why.
  ///
  /// Nothing gives them away before it is opened.
  mutating func writeQuiz(_ block: Directive, _ content: Range<Int>) {
    let kind = block["kind"] == "many" ? "many" : "one"
    html.out.write("<section class=\"quiz\" data-kind=\"")
    html.out.write(text: kind)
    html.out.write("\">\n")
    writeBlockTitle(block, otherwise: "block.quiz.title")
    var number = 0
    var start = content.lowerBound
    for index in document.siblings(in: content) {
      guard case .list = document.nodes[index].kind, hasTasks(index) else { continue }
      number += 1
      if number == 1 { html.out.write("<ol class=\"questions\">\n") }
      let question = Question(
        id: questionID(start..<document.nodes[index].end), number: number, kind: kind,
        isShuffled: block["shuffle"] == "yes")
      write(question, asked: start..<index, answers: index)
      start = document.nodes[index].end
    }
    if number > 0 { html.out.write("</ol>\n") }
    write(start..<content.upperBound)
    html.out.write("</section>\n")
  }

  private mutating func write(_ question: Question, asked text: Range<Int>, answers: Int) {
    html.out.write("<li class=\"question\" id=\"")
    html.out.write(text: question.id)
    html.out.write("\">\n<div class=\"question-text\" id=\"")
    html.out.write(text: question.id)
    html.out.write(".text\">\n")
    write(text)
    html.out.write("</div>\n<p class=\"how\">")
    html.out.write(words, "block.quiz.choose-\(question.kind)")
    html.out.write("</p>\n<ul class=\"answers\">\n")
    let items = question.arranged(document.children(of: answers))
    for item in items {
      html.out.write("<li>")
      writeAnswer(item)
      html.out.write("</li>\n")
    }
    html.out.write("</ul>\n<details class=\"feedback\">\n<summary>")
    let number = ["number": HTML(text: String(question.number))]
    html.out.write(words, "block.quiz.show", number)
    html.out.write("</summary>\n<ul>\n")
    for item in items { writeFeedback(item) }
    html.out.write("</ul>\n</details>\n<p class=\"question-link\"><a href=\"#")
    html.out.write(text: question.id)
    html.out.write("\">")
    html.out.write(words, "block.quiz.link", number)
    html.out.write("</a></p>\n</li>\n")
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

  /// A name to link to that only a change of the question's words changes, so that what a reader entered stays with it.
  private mutating func questionID(_ range: Range<Int>) -> String {
    // A full stop, which no heading's anchor holds.
    let id = "question." + shortDigest(of: document.plainText(in: range))
    questionCounts[id, default: 0] += 1
    let count = questionCounts[id, default: 1]
    return count == 1 ? id : "\(id).\(count)"
  }
}

/// A question of a quiz.
private struct Question {
  let id: String
  let number: Int
  let kind: String
  let isShuffled: Bool

  /// The answers as they are shown: shuffled by the question's own name, so that everybody sees one order, on paper too.
  func arranged(_ answers: [Int]) -> [Int] {
    guard isShuffled else { return answers }
    return answers.enumerated().sorted { digest(of: $0.offset) < digest(of: $1.offset) }.map(\.element)
  }

  private func digest(of place: Int) -> UInt64 {
    var builder = DigestBuilder()
    builder.add(id)
    builder.add(place)
    return builder.digest.low
  }
}
