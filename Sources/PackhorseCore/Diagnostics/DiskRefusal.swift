/// What a reader throws when the disk refuses: what the system said, for a message.
package protocol DiskRefusal: Error {
  var reason: String { get }
  /// What to do about it, where that is anything but to let the file be read.
  var advice: String? { get }
}

extension Diagnostic {
  /// A file that cannot be read, with the disk's reason where it gave one.
  package static func unreadableFile(_ path: String, _ error: (any Error)? = nil) -> Diagnostic {
    let refusal = error as? any DiskRefusal
    let reason = refusal.map { ": \($0.reason)" } ?? " from the disk"
    return Diagnostic(
      .error, "unreadable-file", "'\(path)' cannot be read\(reason)", at: .file(path),
      because: refusal?.advice == nil
        ? "It may be open in another program, lie on a drive that is away, or belong to another account."
        : nil,
      suggestion: refusal?.advice ?? "allow the account that runs the build to read it")
  }
}
