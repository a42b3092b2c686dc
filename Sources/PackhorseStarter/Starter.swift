/// What a new site begins with: the files of `content/`, with those of `starter/` in place of what is the sample site's
/// alone, embedded when the binary is built.
package enum Starter {
  /// Paths in the new site's folder (`content/practice.yml`) with their bytes.
  package static let files: [(path: String, bytes: [UInt8])] = embeddedFiles.map { path, text in
    (path, text.withUTF8Buffer { Array($0) })
  }
}
