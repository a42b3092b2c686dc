package import PackhorseCore

/// Diagnostics whose severity nobody can change: each stands between a record about a person and the public.
package let fixedDiagnosticIDs: Set<String> = [
  "missing-consent", "contradictory-consent", "incomplete-consent", "story-text-changed",
  "record-shaped-file", "identifier-found", "records-outside-private",
  "disclosure-needs-practice-audience", "exact-counts-of-others", "same-people-in-sums",
  "released-before-sums", "sums-need-zero", "unsafe-svg", "image-metadata", "symlink-leaves-site",
  "symlink-to-private", "too-many-problems",
]

extension [Diagnostic] {
  /// The diagnostics with the severities that a site sets for itself (`diagnostics:` in site.yml).
  package func applying(_ levels: [String: Diagnostic.Severity]) -> [Diagnostic] {
    map { diagnostic in
      guard !fixedDiagnosticIDs.contains(diagnostic.id), let level = levels[diagnostic.id] else {
        return diagnostic
      }
      var changed = diagnostic
      changed.severity = level
      return changed
    }
      + levels.keys.filter(fixedDiagnosticIDs.contains).sorted().map(Diagnostic.fixedSeverity)
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
  fileprivate static func fixedSeverity(_ id: String) -> Diagnostic {
    Diagnostic(
      .warning, "fixed-severity", "Severity of '\(id)' cannot be set", at: .file("content/site.yml"),
      because: "It guards people's records and stories.", suggestion: "remove it from 'diagnostics'")
  }
}
