package import PackhorseCore

/// Reports the first row of each measure that nobody defined, and of each practice other than the site's.
package func checkOutcomes(_ site: SourceSite) -> [Diagnostic] {
  let measures = Set(site.measures.map(\.id))
  let practice = site.settings.practice.value
  let practices = Set(site.practices.map(\.code.value) + [practice])
  var suggestions = Suggestions()
  var seen: Set<String> = []
  let unknownMeasures = site.observations.map(\.measure).filter {
    !measures.contains($0.value) && seen.insert($0.value).inserted
  }
  var diagnostics = unknown(unknownMeasures, among: measures, as: .measure, &suggestions)
  seen = practices
  diagnostics += site.observations.map(\.practice).filter { seen.insert($0.value).inserted }.map {
    .unknownPractice($0, practice: practice)
  }
  if site.settings.disclosure == .none, let other = site.practices.first(where: { $0.code.value != practice })
  {
    diagnostics.append(.exactCountsOfOthers(other.code))
  }
  if site.practice.code != practice, !site.practice.code.isEmpty {
    diagnostics.append(.practiceCodeDiffers(site.settings.practice, other: site.practice.code))
  }
  return diagnostics
}

extension Diagnostic {
  fileprivate static func unknownPractice(_ code: Located<String>, practice: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice",
      "Practice '\(code.value)' is neither the practice of this site nor one of practices.csv", at: code.span,
      because: "The site is for '\(practice)', as 'practices' in content/site.yml says.",
      suggestion: "add the practice to content/data/practices.csv, or remove the row")
  }

  fileprivate static func exactCountsOfOthers(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "exact-counts-of-others", "The site would show exact counts of practice '\(code.value)'",
      at: code.span,
      because: "'disclosure: none' is for one practice's own eyes.",
      suggestion: "remove 'disclosure: none' from content/site.yml, or content/data/practices.csv")
  }

  fileprivate static func practiceCodeDiffers(_ code: Located<String>, other: String) -> Diagnostic {
    Diagnostic(
      .error, "practice-code-differs",
      "Site is for practice '\(code.value)', but practice.yml is of '\(other)'",
      at: code.span, because: "Figures of one practice would stand under the name of another.")
  }
}
