/// A file of a site that was built, as anybody who is given the site has it.
package struct BuiltFile: Sendable {
  /// Its path in the output, as `data/outcomes.csv`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
