/// The files that a site consists of.
///
/// Nothing is rendered until the writer asks for it.
package struct OutputPlan: Sendable {
  /// In order of their addresses, each address once.
  package var files: [OutputFile]

  package init(files: [OutputFile]) {
    self.files = files
  }
}

/// One file of the output.
package struct OutputFile: Sendable {
  package enum Content: Sendable {
    /// A pure function that makes the bytes.
    case rendered(@Sendable () -> [UInt8])
    /// A file of the site folder, copied as it is.
    case copied(source: String)
  }

  package var address: Address
  package var content: Content

  package init(address: Address, content: Content) {
    self.address = address
    self.content = content
  }
}
