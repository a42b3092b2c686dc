import PackhorseCore

/// The most problems of one file that are told.
///
/// Whoever has more has one cause to look for, and a file without end would fill the memory with them.
let mostProblems = 10_000

extension Diagnostic {
  static func tooManyProblems(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "too-many-problems", "More than \(mostProblems) problems in '\(span.path)'", at: span,
      because: "The rest of the file was not read: most of them will have one cause.",
      suggestion: "put the first ones right")
  }
}
