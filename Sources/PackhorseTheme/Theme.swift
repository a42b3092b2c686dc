/// The theme that the binary carries: the files of `templates/` and `words/`, embedded when it is built.
package enum Theme {
  /// Paths from the root of the project (`templates/pages/module.mustache`, `words/en.yml`) with their bytes.
  package static let files: [(path: String, bytes: [UInt8])] = embeddedFiles.map { path, text in
    (path, text.withUTF8Buffer { Array($0) })
  }
}
