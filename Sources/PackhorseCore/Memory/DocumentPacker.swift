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
      let kind = pack(document.nodes[index].kind)
      if !kind.isLeaf { writer.write(document.nodes[index].end - index) }
    }
  }

  private mutating func pack(_ kind: Document.Kind) -> PackedKind {
    switch kind {
    case .text(let text): return write(.text, text)
    case .code(let text): return write(.code, text)
    case .htmlInline(let text): return write(.htmlInline, text)
    case .htmlBlock(let text): return write(.htmlBlock, text)
    case .codeBlock(let info, let literal): return write(.codeBlock, info, literal)
    case .link(let destination, let title): return write(.link, destination, title)
    case .image(let destination, let title): return write(.image, destination, title)
    case .heading(let level, let anchor):
      defer { writer.write(anchor) }
      return write(.heading, number: level)
    case .list(let start?, let isTight): return write(isTight ? .tightList : .list, number: start)
    case .table(let alignments):
      defer { writer.write(alignments) { $0.write($1.rawValue) } }
      return write(.table)
    case .citation(let keys):
      defer { writer.write(keys) { $0.write($1) } }
      return write(.citation)
    case .inlineDirective(let name, let text):
      defer { [name, text].forEach { writer.write($0) } }
      return write(.inlineDirective)
    case .directive(let directive):
      directives.append(directive)
      return write(.directive)
    default: return write(plain: kind)
    }
  }

  /// Writes a kind to which nothing belongs.
  private mutating func write(plain kind: Document.Kind) -> PackedKind {
    switch kind {
    case .paragraph(let isTight): write(isTight ? .tightParagraph : .paragraph)
    case .list(_, let isTight): write(isTight ? .tightBulletList : .bulletList)
    case .item(let task): write(task.map { $0 ? .doneTask : .openTask } ?? .item)
    case .tableRow(let isHeader): write(isHeader ? .headerRow : .row)
    case .tableCell: write(.cell)
    case .thematicBreak: write(.thematicBreak)
    case .softBreak: write(.softBreak)
    case .lineBreak: write(.lineBreak)
    case .emphasis: write(.emphasis)
    case .strong: write(.strong)
    default: write(.blockQuote)
    }
  }

  private mutating func write(_ kind: PackedKind) -> PackedKind {
    writer.write(byte: kind.rawValue)
    return kind
  }

  private mutating func write(_ kind: PackedKind, number: Int) -> PackedKind {
    defer { writer.write(number) }
    return write(kind)
  }

  private mutating func write(_ kind: PackedKind, _ text: Document.Text) -> PackedKind {
    defer { write(text) }
    return write(kind)
  }

  private mutating func write(_ kind: PackedKind, _ first: Document.Text, _ second: Document.Text)
    -> PackedKind
  {
    defer { write(second) }
    return write(kind, first)
  }

  /// A length, and behind an odd one where the range begins.
  private mutating func write(_ range: Document.Text) {
    let follows = range.lowerBound == reached
    writer.write(range.count << 1 | (follows ? 0 : 1))
    if !follows { writer.write(range.lowerBound) }
    reached = range.upperBound
  }
}
