/// A template or a file of the theme: the built-in one, or the site's own of the same name.
package struct TemplateSource: Sendable {
  /// The path inside templates/: `pages/module.mustache`, `assets/packhorse.css`.
  package var name: String
  /// The path for diagnostics; a built-in file begins with `templates/` as well.
  package var path: String
  package var bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}
