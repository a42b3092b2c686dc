/// Packs a document: how many nodes, the text, and for each node its kind, what belongs to it and where its subtree ends.
struct DocumentPacker {
  private let document: Document
  private var writer = PackedWriter()
  private(set) var directives: [Directive] = []
  /// Where the last range of text ended: nearly every range begins there.
  private var reached = 0

  var bytes: [UInt8] { writer.bytes }

  init(_ document: Document) {
    self.document = document
  }

  mutating func pack() {
    writer.reserveCapacity(document.text.count + document.nodes.count * 4 + 16)
    writer.write(document.nodes.count)
    writer.write(document.text.count)
    writer.append(document.text[...])
    for index in document.nodes.indices {
      let kind = PackedKind(document.nodes[index].kind)
      writer.write(byte: kind.rawValue)
      writeParts(of: document.nodes[index].kind)
      if !kind.isLeaf { writer.write(document.nodes[index].end - index) }
    }
  }

  /// Writes what belongs to a kind beyond what its number says.
  private mutating func writeParts(of kind: Document.Kind) {
    switch kind {
    case .text(let text), .code(let text), .htmlInline(let text), .htmlBlock(let text): write(text)
    case .codeBlock(let one, let other), .link(let one, let other), .image(let one, let other):
      write(one)
      write(other)
    case .heading(let level, let anchor):
      writer.write(level)
      writer.write(anchor)
    case .list(let start?, _): writer.write(start)
    case .table(let alignments): writer.write(alignments) { $0.write($1.rawValue) }
    case .citation(let keys): writer.write(keys) { $0.write($1) }
    case .inlineDirective(let name, let text):
      writer.write(name)
      writer.write(text)
    case .directive(let directive): directives.append(directive)
    case .list(nil, _), .paragraph, .blockQuote, .item, .tableRow, .tableCell, .thematicBreak, .softBreak,
      .lineBreak, .emphasis, .strong:
      break
    }
  }

  /// A length, and behind an odd one where the range begins.
  private mutating func write(_ range: Document.Text) {
    let follows = range.lowerBound == reached
    writer.write(range.count << 1 | (follows ? 0 : 1))
    if !follows { writer.write(range.lowerBound) }
    reached = range.upperBound
  }
}
