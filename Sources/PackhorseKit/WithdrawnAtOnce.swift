import PackhorseCore

/// Treats stories that were withdrawn at once as withdrawn in the consent register, where it does not say so itself.
func withdrawing(_ stories: [String], from source: SourceSite, on date: CalendarDate) -> Outcome<SourceSite> {
  let withdrawn = Set(stories)
  var source = source
  var diagnostics: [Diagnostic] = []
  for (index, record) in source.consent.enumerated() where withdrawn.contains(record.storyID.value) {
    if let recorded = record.withdrawnOn, recorded <= date { continue }
    source.consent[index].withdrawnOn = date
    diagnostics.append(.unrecorded(record.storyID))
  }
  return Outcome(source, diagnostics)
}

extension Diagnostic {
  fileprivate static func unrecorded(_ story: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "unrecorded-withdrawal",
      "Story '\(story.value)' was withdrawn, but the register doesn't say so",
      at: story.span, because: "It is left out here; a copy of this site elsewhere would still publish it.",
      suggestion: "write the day into 'withdrawn_on'")
  }
}
