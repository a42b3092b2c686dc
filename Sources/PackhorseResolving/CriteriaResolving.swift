import PackhorseCore

/// Checks that every answer leads somewhere, that every step is reached and that no reader goes round in circles.
func resolve(
  _ criteria: Criteria, names: NameBook, _ suggestions: inout Suggestions
) -> Outcome<ResolvedCriteria> {
  var diagnostics = unknown(criteria.sources, among: names.references, as: .citation, &suggestions)
  let ids = criteria.questions.map(\.id) + criteria.outcomes.map(\.id)
  diagnostics += repeated(ids)
  let known = Set(ids.map(\.value))
  let answers = criteria.questions.flatMap(\.answers)
  diagnostics += answers.filter { !known.contains($0.next.value) }.map {
    .unknownStep($0.next, near: suggestions.nearest(to: $0.next.value, in: known))
  }
  diagnostics += unreachable(criteria, ids: ids)
  diagnostics += circles(criteria)
  diagnostics += texts(of: criteria).flatMap { checkWords(in: $0, words: names.words, &suggestions) }
  var seen: Set<String> = []
  let citations = criteria.sources.map(\.value).filter {
    names.references.contains($0) && seen.insert($0).inserted
  }
  return Outcome(
    ResolvedCriteria(address: Address.page(slug: criteria.slug), source: criteria, citations: citations),
    diagnostics)
}

private func repeated(_ ids: [Located<String>]) -> [Diagnostic] {
  var seen: Set<String> = []
  return ids.filter { !seen.insert($0.value).inserted }.map(Diagnostic.repeatedStep)
}

private func unreachable(_ criteria: Criteria, ids: [Located<String>]) -> [Diagnostic] {
  let next = nextSteps(of: criteria)
  var reached: Set<String> = []
  var open = criteria.questions.first.map { [$0.id.value] } ?? []
  while let step = open.popLast() {
    if reached.insert(step).inserted { open += next[step, default: []] }
  }
  return ids.filter { !reached.contains($0.value) }.map(Diagnostic.unreachableStep)
}

private func circles(_ criteria: Criteria) -> [Diagnostic] {
  let circular = circularNodes(nextSteps(of: criteria))
  return criteria.questions.filter { circular.contains($0.id.value) }.map { .circleOfSteps($0.id) }
}

private func nextSteps(of criteria: Criteria) -> [String: [String]] {
  Dictionary(
    criteria.questions.map { ($0.id.value, $0.answers.map(\.next.value)) },
    uniquingKeysWith: { first, _ in first })
}

private func texts(of criteria: Criteria) -> [Located<String>] {
  let page = [criteria.title, criteria.summary, criteria.safetyNet].map {
    Located($0, at: .file(criteria.path))
  }
  let questions = criteria.questions.flatMap { question in
    ([question.question, question.reason] + question.answers.flatMap { [$0.answer, $0.means] })
      .map { Located($0, at: question.id.span) }
  }
  let outcomes = criteria.outcomes.flatMap { outcome in
    [outcome.title, outcome.action].map { Located($0, at: outcome.id.span) }
  }
  return page + questions + outcomes
}

extension Diagnostic {
  fileprivate static func unknownStep(_ next: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-criteria-step", "Unknown question or outcome '\(next.value)'", at: next.span,
      because: "The answer would lead nowhere.",
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func repeatedStep(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-criteria-step", "Id '\(id.value)' is used twice", at: id.span,
      because: "An answer that leads to it would be ambiguous.")
  }

  fileprivate static func unreachableStep(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unreachable-criteria-step", "No answer leads to '\(id.value)'", at: id.span,
      because: "A reader who follows the answers would never see it.")
  }

  fileprivate static func circleOfSteps(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "criteria-circle", "Answers lead from '\(id.value)' back to itself", at: id.span,
      because: "A reader would go round in circles.")
  }
}
