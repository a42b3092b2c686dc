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
    guard count >= 0, count <= reader.rest.count else { throw DamagedNote() }
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
    case .text: return .text(try range())
    case .code: return .code(try range())
    case .htmlInline: return .htmlInline(try range())
    case .htmlBlock: return .htmlBlock(try range())
    case .codeBlock: return .codeBlock(info: try range(), literal: try range())
    case .link: return .link(destination: try range(), title: try range())
    case .image: return .image(destination: try range(), title: try range())
    case .heading: return .heading(level: try reader.number(), anchor: try reader.text())
    case .list, .tightList: return .list(start: try reader.number(), isTight: kind == .tightList)
    case .table: return .table(alignments: try alignments())
    case .citation:
      return .citation(keys: try reader.items { (reader) throws(DamagedNote) in try reader.text() })
    case .inlineDirective: return .inlineDirective(name: try reader.text(), text: try reader.text())
    case .directive:
      guard let directive = directives.popFirst() else { throw DamagedNote() }
      return .directive(directive)
    default: return plain(kind)
    }
  }

  /// A kind to which nothing belongs.
  private func plain(_ kind: PackedKind) -> Document.Kind {
    switch kind {
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .thematicBreak: .thematicBreak
    case .paragraph, .tightParagraph: .paragraph(isTight: kind == .tightParagraph)
    case .bulletList, .tightBulletList: .list(start: nil, isTight: kind == .tightBulletList)
    case .item: .item(task: nil)
    case .openTask, .doneTask: .item(task: kind == .doneTask)
    case .headerRow, .row: .tableRow(isHeader: kind == .headerRow)
    case .cell: .tableCell
    case .emphasis: .emphasis
    case .strong: .strong
    default: .blockQuote
    }
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
