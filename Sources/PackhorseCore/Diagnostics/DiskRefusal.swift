/// What a reader throws when the disk refuses: what the system said, for a message.
package protocol DiskRefusal: Error {
  var reason: String { get }
}

extension Diagnostic {
  /// A file that cannot be read, with the disk's reason where it gave one.
  package static func unreadableFile(_ path: String, _ error: (any Error)? = nil) -> Diagnostic {
    let reason = (error as? any DiskRefusal).map { ": \($0.reason)" } ?? " from the disk"
    return Diagnostic(
      .error, "unreadable-file", "'\(path)' cannot be read\(reason)", at: .file(path),
      because:
        "It may be open in another program, lie on a drive that is away, or belong to another account.",
      suggestion: "allow the account that runs the build to read it")
  }
}
