import PackhorseCore

/// Reports rows for a measure that nobody defined or for another practice than the site's.
func checkOutcomes(_ site: SourceSite) -> [Diagnostic] {
  let measures = Set(site.measures.map(\.id))
  let practice = site.settings.practice.value
  var suggestions = Suggestions()
  var diagnostics = unknown(site.observations.map(\.measure), among: measures, as: .measure, &suggestions)
  diagnostics += site.observations.map(\.practice).filter { $0.value != practice }.map {
    .unknownPractice($0, practice: practice)
  }
  if site.practice.code != practice, !site.practice.code.isEmpty {
    diagnostics.append(.practiceCodeDiffers(site.settings.practice, other: site.practice.code))
  }
  return diagnostics
}

extension Diagnostic {
  fileprivate static func unknownPractice(_ code: Located<String>, practice: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice", "Practice '\(code.value)' is not the practice of this site", at: code.span,
      because: "The site is for '\(practice)', as 'practices' in content/site.yml says.")
  }

  fileprivate static func practiceCodeDiffers(_ code: Located<String>, other: String) -> Diagnostic {
    Diagnostic(
      .error, "practice-code-differs",
      "Site is for practice '\(code.value)', but practice.yml is of '\(other)'",
      at: code.span, because: "Figures of one practice would stand under the name of another.")
  }
}
