/// A file of a site folder, open to be handed on piece by piece.
package struct OpenFile: Sendable {
  private let file: Descriptor
  private let status: FileStatus

  /// Opens a file that really lies in the site folder, wherever links seem to put it.
  package init(_ path: String, of siteFolder: String) throws(FileFailure) {
    file = try SiteFolder(at: siteFolder).file(path)
    status = try file.status()
  }

  /// How many bytes it had when it was opened.
  package var size: Int { status.size }

  /// Another text once the file is another: its size, times and identity.
  package var stamp: String {
    "\(status.size) \(status.modified) \(status.changed) \(status.identity.device) \(status.identity.number)"
  }

  /// The bytes of a range; fewer where the file has become shorter.
  package func bytes(in range: Range<Int>) throws(FileFailure) -> [UInt8] {
    try file.bytes(in: range)
  }
}
