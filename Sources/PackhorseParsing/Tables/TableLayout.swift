import PackhorseCore

/// A table found in a paragraph: its texts are fragments, to be parsed apart.
struct TableLayout {
  struct Row {
    var start: (offset: Int, line: Int)
    /// The cells written, never more than there are columns.
    var cells: [Cell]
  }

  struct Cell {
    var fragment: Int
    var start: (offset: Int, line: Int)
  }

  /// The lines of the paragraph above the header row.
  var leading: Cell?
  var alignments: [Document.ColumnAlignment]
  var rows: [Row] = []
  /// A line of hyphens below, which CommonMark alone takes for the underline of a heading.
  var thematicBreak: (offset: Int, line: Int)?
}
