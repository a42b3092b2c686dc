package import PackhorseCore

/// The disk refused: what could not be done, to which path, and what the system said.
package struct FileFailure: DiskRefusal, Sendable, Hashable {
  /// The condition, as docs/diagnostics.md lists it.
  package var id: String
  /// What could not be done to the path, as a participle: "read", "written", "removed".
  package var act: String
  package var path: String
  package var reason: String
  /// What to do about it.
  package var advice: String?

  package init(id: String = "file-failure", act: String, path: String, reason: String, advice: String? = nil)
  {
    self.id = id
    self.act = act
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// The failure as the last problem of a run.
  package var diagnostic: Diagnostic {
    Diagnostic(.error, id, "'\(path)' cannot be \(act): \(reason)", at: nil, suggestion: advice)
  }
}
