/// What a quiz asks a reader to do; an author names it as `kind`.
package enum QuizKind: String, Sendable, CaseIterable {
  /// One answer is right.
  case one
  /// Several answers may be.
  case many
  /// A few words, compared with those that the author gives.
  case short
  /// Items to put in order.
  case order
  /// Items, each with what belongs to it.
  case match

  package init(of quiz: Directive) {
    self = quiz["kind"].flatMap(QuizKind.init) ?? .one
  }
}

extension Document {
  /// Whether a node holds the answers to a question: a numbered list to put in order, a list to match, or else a task list.
  package func isAnswers(_ index: Int, to kind: QuizKind) -> Bool {
    guard case .list(let start, _) = nodes[index].kind else { return false }
    return switch kind {
    case .order: start != nil
    case .match: start == nil
    case .one, .many, .short: children(of: index).contains { isTask($0) }
    }
  }

  private func isTask(_ item: Int) -> Bool {
    if case .item(.some) = nodes[item].kind { true } else { false }
  }
}
