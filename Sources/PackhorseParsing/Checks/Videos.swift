import PackhorseCore

extension StructureChecks {
  /// A video has its transcript.
  mutating func checkVideo(_ directive: Directive, at index: Int) {
    guard document.nodes[index].end == index + 1 else { return }
    diagnostics.append(.videoWithoutTranscript(at: directive.span))
  }
}

extension Diagnostic {
  fileprivate static func videoWithoutTranscript(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "video-without-transcript", "Video without a transcript", at: span,
      because: "Who cannot hear or play it is told nothing.",
      suggestion: "write what is said and shown between the two lines")
  }
}
