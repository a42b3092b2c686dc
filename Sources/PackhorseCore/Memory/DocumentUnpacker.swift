/// Reads what `DocumentPacker` wrote.
struct DocumentUnpacker {
  private var reader: PackedReader
  private var directives: ArraySlice<Directive>
  private let count: Int
  private let text: [UInt8]
  private var reached = 0

  init(_ bytes: [UInt8], _ directives: [Directive]) throws(DamagedNote) {
    reader = PackedReader(bytes[...])
    self.directives = directives[...]
    count = try reader.number()
    text = Array(try reader.bytes())
    // Every node takes a byte at least.
    guard count >= 0, count <= reader.left else { throw DamagedNote() }
  }

  mutating func document() throws(DamagedNote) -> Document {
    var document = Document(text: text)
    document.nodes.reserveCapacity(count)
    let nowhere = SourcePosition(line: 0, column: 0)
    for index in 0..<count {
      guard let packed = PackedKind(rawValue: try reader.byte()) else { throw DamagedNote() }
      let kind = try kind(packed)
      let length = packed.isLeaf ? 1 : try reader.number()
      guard length >= 1, length <= count - index else { throw DamagedNote() }
      document.nodes.append(Document.Node(kind, end: index + length, position: nowhere))
    }
    return document
  }

  private mutating func kind(_ kind: PackedKind) throws(DamagedNote) -> Document.Kind {
    switch kind {
    case .text: .text(try range())
    case .code: .code(try range())
    case .htmlInline: .htmlInline(try range())
    case .htmlBlock: .htmlBlock(try range())
    case .codeBlock: .codeBlock(info: try range(), literal: try range())
    case .link: .link(destination: try range(), title: try range())
    case .image: .image(destination: try range(), title: try range())
    case .heading: .heading(level: try reader.number(), anchor: try reader.text())
    case .list, .tightList: .list(start: try reader.number(), isTight: kind == .tightList)
    case .bulletList, .tightBulletList: .list(start: nil, isTight: kind == .tightBulletList)
    case .item: .item(task: nil)
    case .openTask, .doneTask: .item(task: kind == .doneTask)
    case .paragraph, .tightParagraph: .paragraph(isTight: kind == .tightParagraph)
    case .blockQuote: .blockQuote
    case .thematicBreak: .thematicBreak
    case .table: .table(alignments: try alignments())
    case .headerRow, .row: .tableRow(isHeader: kind == .headerRow)
    case .cell: .tableCell
    case .directive: .directive(try directive())
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .emphasis: .emphasis
    case .strong: .strong
    case .citation:
      .citation(keys: try reader.items { (reader) throws(DamagedNote) in try reader.text() })
    case .inlineDirective: .inlineDirective(name: try reader.text(), text: try reader.text())
    }
  }

  private mutating func directive() throws(DamagedNote) -> Directive {
    guard let directive = directives.popFirst() else { throw DamagedNote() }
    return directive
  }

  private mutating func alignments() throws(DamagedNote) -> [Document.ColumnAlignment] {
    try reader.items { (reader) throws(DamagedNote) in
      guard let alignment = Document.ColumnAlignment(rawValue: try reader.number()) else {
        throw DamagedNote()
      }
      return alignment
    }
  }

  private mutating func range() throws(DamagedNote) -> Document.Text {
    let number = try reader.number()
    let start = number & 1 == 0 ? reached : try reader.number()
    let length = number >> 1
    guard start >= 0, length >= 0, start <= text.count, length <= text.count - start else {
      throw DamagedNote()
    }
    reached = start + length
    return start..<reached
  }
}
