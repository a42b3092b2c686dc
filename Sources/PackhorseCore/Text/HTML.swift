/// Markup that is ready to stand in a page.
///
/// Text becomes markup only through an initialiser that escapes it.
package struct HTML: Hashable, Sendable {
  /// In UTF-8.
  package let bytes: [UInt8]

  /// Takes over markup that a renderer made.
  ///
  /// The label marks every place that answers for its own escaping.
  package init(ready bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(ready source: String) {
    bytes = Array(source.utf8)
  }

  /// Escapes text.
  package init(text: String) {
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    writer.write(text: text)
    bytes = writer.bytes
  }

  package static let empty = HTML(ready: [])
  package var isEmpty: Bool { bytes.isEmpty }
  package var source: String { String(decoding: bytes, as: UTF8.self) }
}
