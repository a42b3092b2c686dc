import PackhorseCore

extension StructureChecks {
  /// A body's headings are below the page's title, and none is more than one level below the one before.
  mutating func checkHeading(_ index: Int, level: Int) {
    if level == 1 {
      diagnostics.append(.headingLevelOne(at: firstLine(index)))
    } else if level > headingLevel + 1 {
      diagnostics.append(.skippedHeadingLevel(level, after: headingLevel, at: firstLine(index)))
    }
    headingLevel = level
  }
}

extension Diagnostic {
  fileprivate static func headingLevelOne(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "heading-level-one", "Heading of level 1 in the text", at: span,
      because: "The page's title is its one heading of level 1.", suggestion: "begin the heading with '##'")
  }

  fileprivate static func skippedHeadingLevel(_ level: Int, after last: Int, at span: SourceSpan)
    -> Diagnostic
  {
    let expected = String(repeating: "#", count: last + 1)
    return Diagnostic(
      .warning, "skipped-heading-level", "Heading of level \(level) under one of level \(last)", at: span,
      because: "Who listens to a page finds their way by its levels.",
      suggestion: "begin the heading with '\(expected)'")
  }
}
