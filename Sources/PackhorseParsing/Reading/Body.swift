import PackhorseCore

/// A body that was read: its tree, and where in the file things stand.
struct Body {
  let text: BodyText
  private(set) var document = Document()
  /// Where the destination of each link and image is written, in reading order.
  private(set) var destinations: [SourceSpan] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: ArraySlice<UInt8>, options: BodyOptions) {
    let text = BodyText(bytes, options: options)
    self.text = text
    let finished = withCommonMark(text.prepared.bytes[...]) { root in
      var reader = TreeReader(text, options: options)
      reader.readWhole(root)
      return reader
    }
    guard let reader = finished else { return }
    document = reader.tree.document
    destinations = reader.destinations
    diagnostics = reader.diagnostics
    if options.additions { diagnostics += text.hiddenReferences + StructureChecks.problems(in: self) }
  }
}

extension TreeReader {
  /// Reads a text from its first to its last line.
  ///
  /// The texts of its tables are parsed first, all at once.
  fileprivate mutating func readWhole(_ root: CommonMarkNode) {
    guard options.additions else { return read(root) }
    let found = TableFinder(root, in: text.prepared)
    if found.layouts.isEmpty {
      read(root)
    } else {
      let document = found.fragments.document(with: text.prepared)
      withCommonMark(document[...]) { fragments in
        tables = Tables(found, parsed: fragments)
        read(root)
        tables = Tables()
      }
    }
    endAllFences()
  }
}
