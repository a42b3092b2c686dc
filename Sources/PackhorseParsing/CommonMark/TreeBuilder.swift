import PackhorseCore

/// A `Document` under construction: nodes are opened, filled and closed in reading order.
struct TreeBuilder {
  private(set) var document = Document()
  /// The nodes that are open, the outermost first.
  private(set) var open: [Int] = []

  var depth: Int { open.count }

  /// Begins a node whose children follow.
  mutating func open(_ kind: Document.Kind, at position: SourcePosition) {
    open.append(document.nodes.count)
    document.nodes.append(Document.Node(kind, end: 0, position: position))
  }

  /// Ends the innermost open node.
  mutating func close() {
    guard let index = open.popLast() else { return }
    document.nodes[index].end = document.nodes.count
  }

  /// Adds a node without children.
  mutating func add(_ kind: Document.Kind, at position: SourcePosition) {
    let end = document.nodes.count + 1
    document.nodes.append(Document.Node(kind, end: end, position: position))
  }

  /// Keeps a C string's bytes.
  mutating func keep(_ text: UnsafePointer<CChar>?) -> Document.Text {
    guard let text else { return Document.absent }
    let start = document.text.count
    var end = text
    while end.pointee != 0 { end += 1 }
    document.text.append(contentsOf: UnsafeRawBufferPointer(start: text, count: end - text))
    return start..<document.text.count
  }

  /// Keeps a title's bytes; one that is written but empty is told apart from one that is missing.
  mutating func keep(title: UnsafePointer<CChar>?) -> Document.Text {
    guard let title else { return Document.absent }
    if document.text.isEmpty { document.text.append(0) }
    return keep(title)
  }
}
