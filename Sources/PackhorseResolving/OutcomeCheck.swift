package import PackhorseCore

/// Reports the first row of each measure that nobody defined, of each practice other than the site's, and of each measure's
/// periods that had not begun on a day.
package func checkOutcomes(_ site: SourceSite, date: CalendarDate) -> [Diagnostic] {
  let measures = Set(site.measures.map(\.id))
  let practice = site.settings.practice
  let practices = Set(site.practices.map(\.code.value) + [practice?.value].compactMap(\.self))
  var suggestions = Suggestions()
  var seen: Set<String> = []
  func isNewlyUnknown(_ measure: String) -> Bool {
    !measures.contains(measure) && seen.insert(measure).inserted
  }
  let unknownMeasures =
    site.observations.compactMap {
      isNewlyUnknown($0.measure) ? Located($0.measure, at: $0.measureSpan) : nil
    }
    + site.published.compactMap {
      isNewlyUnknown($0.key.measure) ? Located($0.key.measure, at: $0.span) : nil
    }
  var diagnostics = unknown(unknownMeasures, among: measures, as: .measure, &suggestions)
  seen = practices
  diagnostics += site.observations.compactMap { row in
    seen.insert(row.practice.value).inserted ? .unknownPractice(row.practice) : nil
  }
  let month = date.year * 12 + date.month - 1
  seen = []
  diagnostics += site.observations.filter {
    $0.period.firstMonth > month && seen.insert($0.measure).inserted
  }.map { .periodInFuture($0.period, of: $0.measure, at: $0.practice.span) }
  diagnostics += site.published.filter {
    $0.key.period.firstMonth > month && seen.insert($0.key.measure).inserted
  }.map { .periodInFuture($0.key.period, of: $0.key.measure, at: $0.span) }
  // The first month that is counted with a new network may be the one that follows.
  diagnostics += site.practices.filter { ($0.memberships.last?.since ?? .min) > month + 1 }.map {
    .moveInFuture($0.code)
  }
  let released = Set(site.released.map(\.measure)).subtracting(measures).sorted()
  diagnostics += released.map { .releasedMeasureUnknown($0, near: suggestions.nearest(to: $0, in: measures)) }
  guard let practice else { return diagnostics }
  let other = site.practices.first { $0.code.value != practice.value }
  if site.settings.disclosure == .none, let other {
    diagnostics.append(.exactCountsOfOthers(other.code))
  }
  // A site.yml that could not be read names nobody, and was reported where it was read.
  if site.practice.code != practice.value, !site.practice.code.isEmpty, !practice.value.isEmpty {
    diagnostics.append(.practiceCodeDiffers(practice, other: site.practice.code))
  }
  return diagnostics
}

extension Diagnostic {
  fileprivate static func periodInFuture(
    _ period: Period, of measure: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "period-in-future",
      "\(period.code) has not begun, and '\(measure)' has a row of it",
      at: span,
      because: "Nobody can have been counted yet, and every period before it would be a gap.",
      suggestion: "correct the period")
  }

  fileprivate static func moveInFuture(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "move-in-future", "Practice '\(code.value)' has not moved yet", at: code.span,
      because: "Pages would show it with a network that it does not belong to.",
      suggestion: "add its row with that 'member_since' when the day has come")
  }

  fileprivate static func releasedMeasureUnknown(_ measure: String, near: String?) -> Diagnostic {
    Diagnostic(
      .note, "released-measure-unknown",
      "Figures of '\(measure)' were released, and measures.yml has none of that name",
      at: .file("content/data/released.csv"),
      because: "What was told of a measure that has another name now is not taken into account.",
      suggestion: near.map { "did you mean '\($0)'?" }
        ?? "correct the name, if the measure was renamed; leave it, if it is no longer published")
  }

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
