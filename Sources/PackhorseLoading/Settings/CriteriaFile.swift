import PackhorseCore

/// Reads a file of `content/criteria/`.
func readCriteria(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Criteria?> {
  let outcome = readSettings(text, path: path) { fields in
    var criteria = Criteria(path: path)
    criteria.title = fields.requiredText("title")
    criteria.summary = fields.requiredText("summary")
    criteria.clinicalReview = fields.text("clinical-review", isRequired: true)?.value
    criteria.reviewed = fields.date("reviewed", isRequired: true)?.value
    criteria.reviewDue = fields.date("review-due", isRequired: true)
    criteria.safetyNet = fields.requiredText("safety-net")
    criteria.sources = fields.texts("sources")
    criteria.questions = fields.each("questions", isRequired: true, question).compactMap(\.self)
    criteria.outcomes = fields.each("outcomes", isRequired: true, end).compactMap(\.self)
    return criteria
  }
  return Outcome(outcome.value, outcome.diagnostics + checkFileName(path))
}

private func question(_ fields: inout Fields) -> Criteria.Question? {
  let id = fields.id("id")
  let (question, reason) = (fields.requiredText("question"), fields.requiredText("reason"))
  let answers = fields.each("answers", isRequired: true, answer).compactMap(\.self)
  return id.map { Criteria.Question(id: $0, question: question, reason: reason, answers: answers) }
}

private func answer(_ fields: inout Fields) -> Criteria.Answer? {
  let (answer, means) = (fields.requiredText("answer"), fields.requiredText("means"))
  return fields.text("next", isRequired: true).map { Criteria.Answer(answer: answer, means: means, next: $0) }
}

private func end(_ fields: inout Fields) -> Criteria.End? {
  let id = fields.id("id")
  let kind = fields.choice("kind", of: Criteria.End.Kind.self, isRequired: true)
  let (title, action) = (fields.requiredText("title"), fields.requiredText("action"))
  guard let id, let kind else { return nil }
  return Criteria.End(id: id, kind: kind, title: title, action: action)
}
