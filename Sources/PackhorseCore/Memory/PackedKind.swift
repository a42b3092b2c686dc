/// A kind of node as a number, with what in it is either so or not.
enum PackedKind: UInt8 {
  // Leaves: the next node lies just behind them.
  case text, softBreak, lineBreak, code, htmlInline, citation, inlineDirective, codeBlock, htmlBlock,
    thematicBreak
  // Nodes that others can lie in.
  case paragraph, tightParagraph, heading, blockQuote, bulletList, tightBulletList, list, tightList
  case item, openTask, doneTask, table, headerRow, row, cell, directive, emphasis, strong, link, image

  var isLeaf: Bool { rawValue <= PackedKind.thematicBreak.rawValue }

  init(_ kind: Document.Kind) {
    self =
      switch kind {
      case .paragraph(let isTight): isTight ? .tightParagraph : .paragraph
      case .heading: .heading
      case .blockQuote: .blockQuote
      case .list(nil, let isTight): isTight ? .tightBulletList : .bulletList
      case .list(.some, let isTight): isTight ? .tightList : .list
      case .item(let task): task.map { $0 ? .doneTask : .openTask } ?? .item
      case .codeBlock: .codeBlock
      case .htmlBlock: .htmlBlock
      case .thematicBreak: .thematicBreak
      case .table: .table
      case .tableRow(let isHeader): isHeader ? .headerRow : .row
      case .tableCell: .cell
      case .directive: .directive
      case .text: .text
      case .softBreak: .softBreak
      case .lineBreak: .lineBreak
      case .code: .code
      case .htmlInline: .htmlInline
      case .emphasis: .emphasis
      case .strong: .strong
      case .link: .link
      case .image: .image
      case .citation: .citation
      case .inlineDirective: .inlineDirective
      }
  }
}
