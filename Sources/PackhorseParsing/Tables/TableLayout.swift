import PackhorseCore

/// A table found in a paragraph: what may be markup in it is a fragment, to be parsed apart.
struct TableLayout {
  struct Row {
    var start: (offset: Int, line: Int)
    /// The cells written, never more than there are columns.
    var cells: [Cell]
  }

  struct Cell {
    var content: Content
    var start: (offset: Int, line: Int)
  }

  enum Content {
    /// A range of the prepared bytes that is text as it stands: nearly every cell is.
    case text(Range<Int>)
    /// The number of a fragment.
    case fragment(Int)
  }

  /// The lines of the paragraph above the header row.
  var leading: Cell?
  var alignments: [Document.ColumnAlignment]
  var rows: [Row] = []
  /// A line of hyphens below, which CommonMark alone takes for the underline of a heading.
  var thematicBreak: (offset: Int, line: Int)?
}
