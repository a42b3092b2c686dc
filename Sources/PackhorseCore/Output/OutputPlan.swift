/// The files that a site consists of.
///
/// Nothing is rendered until the writer asks for it.
package struct OutputPlan: Sendable {
  /// In order of their addresses, each address once.
  package var files: [OutputFile]
  /// Files that an earlier build made of the same, in order too: they have to lie in the output as they were written.
  package var standing: [StandingFile]

  package init(files: [OutputFile], standing: [StandingFile] = []) {
    (self.files, self.standing) = (files, standing)
  }

  /// Where all its files lie.
  package var addresses: [Address] { files.map(\.address) + standing.map(\.address) }
}

/// A file of the output that is known by what it was made from.
package struct StandingFile: Sendable {
  package var address: Address
  /// The digest of everything that its bytes depend on.
  package var digest: Digest

  package init(address: Address, digest: Digest) {
    (self.address, self.digest) = (address, digest)
  }
}

/// One file of the output.
package struct OutputFile: Sendable {
  package enum Content: Sendable {
    /// Makes the bytes; throws only where a page's text has to be read again and cannot be.
    case rendered(@Sendable () throws -> [UInt8])
    /// A file of the site folder, copied as it is.
    case copied(source: String)
  }

  package var address: Address
  /// The digest of everything that its bytes depend on: where it is as it was, so are they.
  ///
  /// Nil where that cannot be told without making them.
  package var digest: Digest?
  package var content: Content

  package init(address: Address, digest: Digest? = nil, content: Content) {
    self.address = address
    self.digest = digest
    self.content = content
  }
}
