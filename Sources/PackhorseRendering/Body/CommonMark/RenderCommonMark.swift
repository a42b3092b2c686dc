package import PackhorseCore

/// The HTML of a document that holds CommonMark alone, byte for byte as the `cmark` command writes it.
///
/// Without `unsafeHTML`, raw HTML becomes a comment that says so and links that could run a script lead nowhere.
package func renderCommonMark(_ document: Document, unsafeHTML: Bool) -> [UInt8] {
  var writer = CommonMarkWriter(out: ByteWriter(capacity: document.text.count * 2), unsafeHTML: unsafeHTML)
  document.walk(0..<document.nodes.count, with: &writer)
  return writer.out.bytes
}
