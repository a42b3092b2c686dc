/// Markup that is ready to stand in a page.
///
/// Text becomes markup only through an initialiser that escapes it.
package struct HTML: Hashable, Sendable {
  package let source: String

  /// Takes over markup that a renderer made.
  ///
  /// The label marks every place that answers for its own escaping.
  package init(ready source: String) {
    self.source = source
  }

  /// Escapes text.
  package init(text: String) {
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    writer.write(text: text)
    self.source = String(decoding: writer.bytes, as: UTF8.self)
  }

  package static let empty = HTML(ready: "")
  package var isEmpty: Bool { source.isEmpty }
}
