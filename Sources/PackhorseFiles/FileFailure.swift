/// The disk refused: which act failed, on which path, and what the system said.
package struct FileFailure: Error, Sendable, Hashable {
  package var act: String
  package var path: String
  package var reason: String

  package init(act: String, path: String, reason: String) {
    self.act = act
    self.path = path
    self.reason = reason
  }
}
