/// A page's text below its front matter: held in memory, or read again when it is needed.
package struct PageBody: Sendable {
  /// The text; nil where it is read again.
  private let held: ArraySlice<UInt8>?
  /// Where to read it again, the digest of the whole file, and where in the file the body begins.
  private let origin: (file: PageFile, digest: Digest, offset: Int)?

  /// A text that lies in memory.
  package init(_ bytes: ArraySlice<UInt8>) {
    held = bytes
    origin = nil
  }

  /// The text of a file whose whole bytes had this digest; the body begins at `offset`.
  package init(of file: PageFile, digest: Digest, offset: Int) {
    held = nil
    origin = (file, digest, offset)
  }

  /// The bytes of the text.
  ///
  /// Throws what the disk throws, and `ChangedMeanwhile` where the file is no longer what was read before.
  package func bytes() throws -> ArraySlice<UInt8> {
    if let held { return held }
    guard let origin else { return [] }
    let bytes = try origin.file.read()
    guard Digest(of: bytes[...]) == origin.digest else { throw ChangedMeanwhile(path: origin.file.path) }
    return bytes[origin.offset...]
  }
}

/// A file that was written to while a build was going on.
package struct ChangedMeanwhile: Error {
  package let path: String
}
