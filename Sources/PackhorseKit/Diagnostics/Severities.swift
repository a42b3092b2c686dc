package import PackhorseCore
import PackhorseLinting

/// Diagnostics whose severity nobody can change: each stands between a record about a person and the public.
package let fixedDiagnosticIDs: Set<String> = [
  "missing-consent", "contradictory-consent", "incomplete-consent", "story-text-changed",
  "record-shaped-file", "identifier-found", "records-outside-private",
  "disclosure-needs-practice-audience", "exact-counts-of-others", "same-people-in-sums",
  "released-before-sums", "sums-need-zero", "published-beside-counts", "unsafe-svg", "image-metadata",
  "symlink-leaves-site", "symlink-to-private", "too-many-problems",
]

/// The id of every diagnostic and of every rule of style.
///
/// docs/diagnostics.md, which is embedded, lists the former: a row of its table begins with the id in backticks.
package let knownDiagnosticIDs: Set<String> = {
  let lines = embeddedFiles.flatMap { $0.1.description.split(separator: "\n") }
  let rows = lines.filter { $0.hasPrefix("| `") }
  return StyleRule.ids.union(rows.map { String($0.dropFirst(3).prefix { $0 != "`" }) })
}()

extension [Diagnostic] {
  /// The diagnostics with the severities that a site sets for itself (`diagnostics:` in site.yml), and what is wrong
  /// with these.
  package func applying(_ levels: [String: Located<Diagnostic.Severity>]) -> [Diagnostic] {
    map { diagnostic in
      guard !fixedDiagnosticIDs.contains(diagnostic.id), let level = levels[diagnostic.id] else {
        return diagnostic
      }
      var changed = diagnostic
      changed.severity = level.value
      return changed
    } + levels.compactMap { id, level in Diagnostic.wrongLevel(of: Located(id, at: level.span)) }
  }

  /// The diagnostics with warnings as errors; problems of age alone stay warnings.
  package func strict() -> [Diagnostic] {
    map { diagnostic in
      guard diagnostic.severity == .warning, !diagnostic.isAboutAge else { return diagnostic }
      var changed = diagnostic
      changed.severity = .error
      return changed
    }
  }

  /// "2 errors, 1 warning"; notes are not counted.
  package var tally: String {
    let errors = count { $0.severity == .error }
    let warnings = count { $0.severity == .warning }
    return "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  }
}

extension Diagnostic {
  /// What is wrong with a severity that a site sets; nil where nothing is.
  fileprivate static func wrongLevel(of id: Located<String>) -> Diagnostic? {
    if fixedDiagnosticIDs.contains(id.value) { return fixedSeverity(id) }
    return knownDiagnosticIDs.contains(id.value) ? nil : unknownDiagnostic(id)
  }

  private static func fixedSeverity(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "fixed-severity", "Severity of '\(id.value)' cannot be set", at: id.span,
      because: "It guards people's records and stories.", suggestion: "remove it from 'diagnostics'")
  }

  private static func unknownDiagnostic(_ id: Located<String>) -> Diagnostic {
    let near = nearMiss(for: id.value, in: knownDiagnosticIDs)
    return Diagnostic(
      .error, "unknown-diagnostic", "'\(id.value)' is the id of no diagnostic", at: id.span,
      because: "It changes no severity. docs/diagnostics.md and docs/style.md list the ids.",
      suggestion: near.map { "did you mean '\($0)'?" } ?? "remove it from 'diagnostics'")
  }
}
