import PackhorseCore

extension StructureChecks {
  /// A quiz asks in text and lists answers below; one at least is right, and each says why.
  mutating func checkQuiz(_ directive: Directive, at index: Int) {
    let kind = QuizKind(of: directive)
    var hasText = false
    var hasAnswers = false
    for child in document.children(of: index) {
      guard document.isAnswers(child, to: kind) else {
        hasText = true
        continue
      }
      if !hasText { diagnostics.append(.quizWithoutQuestion(at: firstLine(child))) }
      checkAnswers(child, of: kind)
      hasAnswers = true
      hasText = false
    }
    if !hasAnswers { diagnostics.append(.quizWithoutAnswers(kind, at: directive.span)) }
  }

  private mutating func checkAnswers(_ list: Int, of kind: QuizKind) {
    let answers = document.children(of: list)
    if kind == .order || kind == .match {
      if answers.count < 2 { diagnostics.append(.quizWithOneItem(at: firstLine(list))) }
      if kind == .match { checkFeedback(answers) }
      return
    }
    let right = answers.filter { task($0) == true }
    if right.isEmpty { diagnostics.append(.quizWithoutRightAnswer(at: firstLine(list))) }
    if right.count > 1, kind == .one {
      diagnostics.append(.quizWithSeveralRightAnswers(at: firstLine(right[1]), first: firstLine(right[0])))
    }
    checkFeedback(answers)
  }

  private mutating func checkFeedback(_ answers: [Int]) {
    for answer in answers where document.children(of: answer).count < 2 {
      diagnostics.append(.quizAnswerWithoutFeedback(at: firstLine(answer)))
    }
  }
}

extension Diagnostic {
  fileprivate static func quizWithoutAnswers(_ kind: QuizKind, at span: SourceSpan) -> Diagnostic {
    let suggestion =
      switch kind {
      case .order: "list the items below the question in their right order, with '1.', '2.' and so on"
      case .match: "list the items below the question with '-', and indent below each what belongs to it"
      case .one, .many, .short:
        "list answers below the question: '- [x]' for a right one, '- [ ]' for the others"
      }
    return Diagnostic(
      .error, "quiz-without-answers", "Quiz without answers", at: span, suggestion: suggestion)
  }

  fileprivate static func quizWithOneItem(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-with-one-item", "Only one item to put in its place", at: span,
      because: "A reader could not get it wrong.", suggestion: "list two items or more")
  }

  fileprivate static func quizWithoutQuestion(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-without-question", "Answers without a question", at: span,
      suggestion: "write the question above them, with an empty line between")
  }

  fileprivate static func quizWithoutRightAnswer(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-without-right-answer", "Question without a right answer", at: span,
      suggestion: "mark each right answer with '[x]'")
  }

  fileprivate static func quizWithSeveralRightAnswers(at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-with-several-right-answers", "Second right answer to a question that takes one", at: span,
      because: "A reader can choose one answer only, so the other could never be found.",
      notes: [Note("first right answer", at: first)],
      suggestion: "mark one answer with '[x]', or write kind=\"many\" on the quiz's opening line")
  }

  fileprivate static func quizAnswerWithoutFeedback(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-answer-without-feedback", "Answer without anything below it", at: span,
      because:
        "A reader learns from why an answer is right or not, and matches an item with what belongs to it.",
      suggestion:
        "say why, or what belongs to it, below the answer, after an empty line, indented like its text")
  }
}
