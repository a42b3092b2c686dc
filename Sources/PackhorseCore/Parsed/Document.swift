/// A Markdown text as a tree laid flat: nodes in reading order, each with the index just past its subtree.
///
/// Flat, because a deep tree of references costs an allocation a node and overflows the stack when it is released.
/// The children of node `i` begin at `i + 1`; the next sibling of `j` is at `nodes[j].end`.
package struct Document: Sendable {
  package struct Node: Sendable {
    package var kind: Kind
    /// The index just past the last node of this subtree.
    package var end: Int
    /// Where it begins in the file; line 0 where the parser gives no place.
    package var position: SourcePosition

    package init(_ kind: Kind, end: Int, position: SourcePosition) {
      self.kind = kind
      self.end = end
      self.position = position
    }
  }

  /// A range of `Document.text`.
  package typealias Text = Range<Int>

  /// Stands for a title that nobody wrote.
  ///
  /// An empty title that somebody wrote (`""`) is an empty range elsewhere.
  package static let absent: Text = 0..<0

  package enum Kind: Sendable {
    // Blocks
    case paragraph(isTight: Bool)
    case heading(level: Int, anchor: String)
    case blockQuote
    /// `start` is nil for a bullet list.
    case list(start: Int?, isTight: Bool)
    /// A list item; `task` is nil without a mark, true for `[x]`, false for `[ ]`.
    case item(task: Bool?)
    case codeBlock(info: Text, literal: Text)
    case htmlBlock(Text)
    case thematicBreak
    /// A GFM pipe table: its children are rows, the first of them the header.
    case table(alignments: [ColumnAlignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case directive(Directive)
    // Inlines
    case text(Text)
    case softBreak
    case lineBreak
    case code(Text)
    case htmlInline(Text)
    case emphasis
    case strong
    /// The title is `Document.absent` where none is written.
    case link(destination: Text, title: Text)
    case image(destination: Text, title: Text)
    /// `[@key]` or `[@key; @other]`: the keys in order.
    case citation(keys: [String])
    /// `:name[text]`; the text as written.
    case inlineDirective(name: String, text: String)
  }

  package enum ColumnAlignment: Int, Sendable { case none, left, center, right }

  package var nodes: [Node]
  /// The text of every literal, one after another, in UTF-8.
  package var text: [UInt8]

  package init(nodes: [Node] = [], text: [UInt8] = []) {
    self.nodes = nodes
    self.text = text
  }

  /// The bytes of a literal.
  package subscript(_ range: Text) -> ArraySlice<UInt8> { text[range] }

  package func string(_ range: Text) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The indices of the nodes that lie directly in a range of siblings.
  package func siblings(in range: Range<Int>) -> [Int] {
    var indices: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      indices.append(index)
      index = nodes[index].end
    }
    return indices
  }

  /// The indices of a node's children.
  package func children(of index: Int) -> [Int] { siblings(in: index + 1..<nodes[index].end) }

  /// The text inside a range of nodes without its markup, soft breaks as spaces.
  package func plainText(in range: Range<Int>) -> String {
    String(decoding: plainBytes(in: range), as: UTF8.self)
  }

  /// The same text in UTF-8.
  package func plainBytes(in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in range {
      switch nodes[index].kind {
      case .text(let literal), .code(let literal): bytes.append(contentsOf: text[literal])
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      case .inlineDirective(_, let text): bytes.append(contentsOf: text.utf8)
      default: break
      }
    }
    return bytes
  }
}
