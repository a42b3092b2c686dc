package import PackhorseCore

/// Referral criteria as a decision list, with the safety net before and after it.
///
/// Questions' answers lead on by links to the next question or to an outcome: nothing is entered and nothing kept.
/// `address` is the page the list stands on; anywhere but on their own page the criteria are named, with a link there.
/// `part` is the place among several sets of criteria on one page, so that their ids differ.
package func renderCriteria(
  _ criteria: ResolvedCriteria, at address: Address, in publication: Publication, part: Int = 1
) -> HTML {
  var list = CriteriaList(criteria: criteria.source, publication: publication, part: part)
  list.write(standalone: criteria.address == address ? nil : address.href(to: criteria.address))
  return list.out.html
}

/// What to do when nothing fits, as it stands with everything that leads to a referral.
func renderSafetyNet(_ text: String, words: Words, localWords: [String: LocalWord]) -> HTML {
  var out = ByteWriter(capacity: text.utf8.count + 256)
  out.write("<aside class=\"callout callout-safety\" role=\"note\">\n<p class=\"callout-title\">")
  out.write(words, "block.criteria.safety-net")
  out.write("</p>\n<p>")
  out.write(plain: text, localWords: localWords)
  out.write("</p>\n</aside>\n")
  return out.html
}

/// Writes one set of criteria.
private struct CriteriaList: ~Copyable {
  let criteria: Criteria
  let words: Words
  let localWords: [String: LocalWord]
  let idInfix: String
  /// Where each answer can lead: an id with the number of its question, or the index of its outcome.
  let targets: [String: Target]
  var out = ByteWriter(capacity: 8192)

  enum Target {
    case question(Int)
    case outcome(Int)
  }

  init(criteria: Criteria, publication: Publication, part: Int) {
    self.criteria = criteria
    self.words = publication.words
    self.localWords = publication.settings.localWords
    self.idInfix = part > 1 ? "\(part)-" : ""
    var targets: [String: Target] = [:]
    for (index, outcome) in criteria.outcomes.enumerated() { targets[outcome.id.value] = .outcome(index) }
    for (index, question) in criteria.questions.enumerated() { targets[question.id.value] = .question(index) }
    self.targets = targets
  }

  /// `standalone` leads to the criteria's own page, with their review dates and sources.
  mutating func write(standalone: String?) {
    out.write("<section class=\"criteria\">\n")
    if let standalone {
      out.write("<p class=\"block-title\"><a href=\"")
      out.write(text: standalone)
      out.write("\">")
      write(criteria.title)
      out.write("</a></p>\n")
    }
    writeSafetyNet()
    out.write("<ol class=\"questions\">\n")
    for question in criteria.questions { write(question) }
    out.write("</ol>\n<div class=\"outcomes\">\n")
    for outcome in criteria.outcomes { write(outcome) }
    out.write("</div>\n")
    writeSafetyNet()
    out.write("</section>\n")
  }

  private mutating func writeSafetyNet() {
    guard !criteria.safetyNet.isEmpty else { return }
    out.write(renderSafetyNet(criteria.safetyNet, words: words, localWords: localWords))
  }

  private mutating func write(_ question: Criteria.Question) {
    out.write("<li class=\"question\" id=\"q-")
    out.write(text: idInfix + question.id.value)
    out.write("\">\n<p class=\"question-text\">")
    write(question.question)
    if !question.reason.isEmpty {
      out.write("</p>\n<p class=\"reason\">")
      write(question.reason)
    }
    out.write("</p>\n<ul class=\"answers\">\n")
    for answer in question.answers { write(answer) }
    out.write("</ul>\n</li>\n")
  }

  private mutating func write(_ answer: Criteria.Answer) {
    out.write("<li><strong class=\"answer\">")
    write(answer.answer)
    out.write("</strong> <span aria-hidden=\"true\">→</span> ")
    write(answer.means)
    if targets[answer.next.value] != nil { out.write(" ") }
    switch targets[answer.next.value] {
    case .question(let index):
      writeLink(to: "q-", answer.next.value)
      out.write(words, "block.criteria.go-on", ["number": HTML(text: String(index + 1))])
      out.write("</a>")
    case .outcome(let index):
      writeLink(to: "outcome-", answer.next.value)
      write(criteria.outcomes[index].title)
      out.write("</a>")
    case nil: break
    }
    out.write("</li>\n")
  }

  private mutating func write(_ outcome: Criteria.End) {
    out.write("<article class=\"outcome outcome-")
    out.write(text: outcome.kind.rawValue)
    out.write("\" id=\"outcome-")
    out.write(text: idInfix + outcome.id.value)
    out.write("\">\n<p class=\"outcome-kind\">")
    out.write(words, "block.criteria.\(outcome.kind.rawValue)")
    out.write("</p>\n<p class=\"outcome-title\">")
    write(outcome.title)
    out.write("</p>\n<p>")
    write(outcome.action)
    out.write("</p>\n")
    if let first = criteria.questions.first {
      out.write("<p class=\"back\">")
      writeLink(to: "q-", first.id.value)
      out.write(words, "block.criteria.back")
      out.write("</a></p>\n")
    }
    out.write("</article>\n")
  }

  private mutating func writeLink(to prefix: StaticString, _ id: String) {
    out.write("<a href=\"#")
    out.write(prefix)
    out.write(text: percentEncoded(idInfix + id))
    out.write("\">")
  }

  private mutating func write(_ text: String) {
    out.write(plain: text, localWords: localWords)
  }
}
