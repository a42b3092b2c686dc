package import PackhorseCore

/// Reports the first row of each measure that nobody defined, and of each practice other than the site's.
package func checkOutcomes(_ site: SourceSite) -> [Diagnostic] {
  let measures = Set(site.measures.map(\.id))
  let practice = site.settings.practice
  let practices = Set(site.practices.map(\.code.value) + [practice?.value].compactMap(\.self))
  var suggestions = Suggestions()
  var seen: Set<String> = []
  let unknownMeasures = site.observations.map(\.measure).filter {
    !measures.contains($0.value) && seen.insert($0.value).inserted
  }
  var diagnostics = unknown(unknownMeasures, among: measures, as: .measure, &suggestions)
  seen = practices
  diagnostics += site.observations.map(\.practice).filter { seen.insert($0.value).inserted }.map {
    .unknownPractice($0)
  }
  guard let practice else { return diagnostics }
  let other = site.practices.first { $0.code.value != practice.value }
  if site.settings.disclosure == .none, let other {
    diagnostics.append(.exactCountsOfOthers(other.code))
  }
  if site.practice.code != practice.value, !site.practice.code.isEmpty {
    diagnostics.append(.practiceCodeDiffers(practice, other: site.practice.code))
  }
  return diagnostics
}

extension Diagnostic {
  fileprivate static func unknownPractice(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice",
      "Practice '\(code.value)' is neither a practice of this site nor one of practices.csv", at: code.span,
      because: "'practices' in content/site.yml says whom the site is for.",
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
