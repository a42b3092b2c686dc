import PackhorseCore

/// A document under construction by hand, for trees that no text gives.
struct DocumentBuilder {
  private(set) var document = Document()
  private var open: [Int] = []

  mutating func open(_ kind: Document.Kind) {
    open.append(document.nodes.count)
    document.nodes.append(Document.Node(kind, end: 0, position: SourcePosition(line: 0, column: 0)))
  }

  mutating func close() {
    guard let index = open.popLast() else { return }
    document.nodes[index].end = document.nodes.count
  }

  mutating func add(_ kind: Document.Kind) {
    open(kind)
    close()
  }

  mutating func add(text: String) { add(.text(keep(text))) }

  mutating func keep(_ text: String) -> Document.Text {
    let start = document.text.count
    document.text += Array(text.utf8)
    return start..<document.text.count
  }

  mutating func openBlock(_ name: DirectiveName, _ arguments: [String: String] = [:]) {
    let span = SourceSpan.file("content/index.md")
    open(
      .directive(Directive(name: name, arguments: arguments.mapValues { Located($0, at: span) }, span: span)))
  }
}
