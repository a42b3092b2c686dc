/// A page's text below its front matter: held in memory, or read again when it is needed.
package struct PageBody: Sendable {
  private enum Source: Sendable {
    case held(ArraySlice<UInt8>)
    case onDisk(PageFile, digest: Digest, offset: Int)
  }

  private let source: Source

  package init(_ bytes: ArraySlice<UInt8>) {
    source = .held(bytes)
  }

  /// The text of a file that an earlier build read: its whole bytes had this digest, and the body begins at `offset`.
  package init(of file: PageFile, digest: Digest, offset: Int) {
    source = .onDisk(file, digest: digest, offset: offset)
  }

  /// The bytes of the text.
  ///
  /// Throws what the disk throws, and `ChangedMeanwhile` where the file is no longer what was read before.
  package func bytes() throws -> ArraySlice<UInt8> {
    switch source {
    case .held(let bytes): return bytes
    case .onDisk(let file, let digest, let offset):
      let bytes = try file.read()
      guard Digest(of: bytes[...]) == digest else { throw ChangedMeanwhile(path: file.path) }
      return bytes[offset...]
    }
  }
}

/// A file that was written to while a build was going on.
package struct ChangedMeanwhile: Error {
  package let path: String
}
