import PackhorseCore

/// A `Document` under construction: nodes are opened, filled and closed in reading order.
struct TreeBuilder {
  private(set) var document = Document()
  /// The nodes that are open, the outermost first.
  private(set) var open: [Int] = []

  var depth: Int { open.count }

  /// Expects a text of so many bytes: about a node for each sixteen of them.
  init(expecting bytes: Int) {
    document.nodes.reserveCapacity(bytes / 16 + 16)
    document.text.reserveCapacity(bytes)
  }

  /// Begins a node whose children follow.
  mutating func open(_ kind: Document.Kind, at position: SourcePosition) {
    open.append(document.nodes.count)
    document.nodes.append(Document.Node(kind, end: 0, position: position))
  }

  /// Ends the innermost open node and gives its index.
  @discardableResult
  mutating func close() -> Int? {
    guard let index = open.popLast() else { return nil }
    document.nodes[index].end = document.nodes.count
    return index
  }

  /// Adds a node without children.
  mutating func add(_ kind: Document.Kind, at position: SourcePosition) {
    let end = document.nodes.count + 1
    document.nodes.append(Document.Node(kind, end: end, position: position))
  }

  /// Replaces what a node is.
  mutating func change(_ index: Int, to kind: Document.Kind) {
    document.nodes[index].kind = kind
  }

  /// Keeps the bytes of a literal.
  mutating func keep(_ bytes: some Collection<UInt8>) -> Document.Text {
    let start = document.text.count
    document.text.append(contentsOf: bytes)
    return start..<document.text.count
  }

  /// Keeps a title's bytes; one that is written but empty is told apart from one that is missing.
  mutating func keep(title: (some Collection<UInt8>)?) -> Document.Text {
    guard let title else { return Document.absent }
    if document.text.isEmpty { document.text.append(0) }
    return keep(title)
  }
}
