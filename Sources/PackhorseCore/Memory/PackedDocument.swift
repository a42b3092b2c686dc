/// A document in few bytes, to be kept by the thousand between parsing and rendering.
///
/// The places of its nodes are left out: whatever is wrong with a text was said when it was parsed.
package struct PackedDocument: Sendable {
  private let bytes: Shelf.Fetch
  /// The blocks of ours, in reading order.
  private let directives: [Directive]

  package init(_ document: Document, on shelf: Shelf) {
    var packer = DocumentPacker(document)
    packer.pack()
    // A copy of just their length: what was reserved for them is longer.
    bytes = shelf.put(packer.bytes.withUnsafeBufferPointer { Array($0) })
    directives = packer.directives
  }

  /// The document again; throws what the shelf throws.
  package func unpacked() throws -> Document {
    var unpacker = try DocumentUnpacker(try bytes(), directives)
    return try unpacker.document()
  }
}
