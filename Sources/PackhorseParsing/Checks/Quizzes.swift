import PackhorseCore

extension StructureChecks {
  /// A quiz asks in text and lists answers below; one at least is right, and each says why.
  mutating func checkQuiz(_ directive: Directive, at index: Int) {
    var hasText = false
    var hasAnswers = false
    for child in document.children(of: index) {
      guard isTaskList(child) else {
        hasText = true
        continue
      }
      if !hasText { diagnostics.append(.quizWithoutQuestion(at: firstLine(child))) }
      checkAnswers(child)
      hasAnswers = true
      hasText = false
    }
    if !hasAnswers { diagnostics.append(.quizWithoutAnswers(at: directive.span)) }
  }

  private mutating func checkAnswers(_ list: Int) {
    let answers = document.children(of: list)
    if !answers.contains(where: { task($0) == true }) {
      diagnostics.append(.quizWithoutRightAnswer(at: firstLine(list)))
    }
    for answer in answers where document.children(of: answer).count < 2 {
      diagnostics.append(.quizAnswerWithoutFeedback(at: firstLine(answer)))
    }
  }
}

extension Diagnostic {
  fileprivate static func quizWithoutAnswers(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-without-answers", "Quiz without answers", at: span,
      suggestion: "list answers below the question: '- [x]' for a right one, '- [ ]' for the others")
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

  fileprivate static func quizAnswerWithoutFeedback(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "quiz-answer-without-feedback", "Answer without feedback", at: span,
      because: "A reader learns from why an answer is right or not.",
      suggestion: "say why below the answer, after an empty line, indented like its text")
  }
}
