import PackhorseCore

/// The tables of a text with the parsed texts of their cells.
struct Tables {
  private var layouts: [CommonMarkNode: TableLayout] = [:]
  /// How many cells that nobody wrote may still be added.
  ///
  /// Short rows under a wide header would cost its width each.
  fileprivate var padding = 100_000
  private var segments: [[Segment]] = []
  /// The paragraph of each fragment.
  private var paragraphs: [CommonMarkNode] = []

  init() {}

  init(_ found: TableFinder, parsed fragments: CommonMarkNode) {
    layouts = found.layouts
    segments = found.fragments.segments
    var next = fragments.firstChild
    while let paragraph = next, paragraphs.count < segments.count {
      paragraphs.append(paragraph)
      next = paragraph.next
    }
  }

  subscript(_ node: CommonMarkNode) -> TableLayout? { layouts.isEmpty ? nil : layouts[node] }

  fileprivate func fragment(_ number: Int) -> (paragraph: CommonMarkNode, segments: [Segment])? {
    number < paragraphs.count ? (paragraphs[number], segments[number]) : nil
  }
}

extension TreeReader {
  /// Lays a table flat, with the lines of its paragraph that stand above it.
  mutating func read(_ table: TableLayout, isTight: Bool) {
    if let leading = table.leading {
      tree.open(.paragraph(isTight: isTight), at: position(leading.start))
      read(leading)
      tree.close()
    }
    tree.open(
      .table(alignments: table.alignments),
      at: table.rows.first.map { position($0.start) } ?? position((0, 1)))
    for (index, row) in table.rows.enumerated() {
      tree.open(.tableRow(isHeader: index == 0), at: position(row.start))
      read(row, columns: table.alignments.count)
      tree.close()
    }
    tree.close()
    if let rule = table.thematicBreak { tree.add(.thematicBreak, at: position(rule)) }
  }

  private mutating func read(_ row: TableLayout.Row, columns: Int) {
    for cell in row.cells {
      tree.open(.tableCell, at: position(cell.start))
      read(cell)
      tree.close()
    }
    let missing = min(columns - row.cells.count, tables.padding)
    for _ in 0..<missing { tree.add(.tableCell, at: position(row.start)) }
    tables.padding -= missing
  }

  private mutating func read(_ cell: TableLayout.Cell) {
    switch cell.content {
    case .text(let range):
      if !range.isEmpty { tree.add(.text(tree.keep(text.prepared.bytes[range])), at: position(cell.start)) }
    case .fragment(let number): read(fragment: number)
    }
  }

  private mutating func read(fragment number: Int) {
    guard let (paragraph, segments) = tables.fragment(number) else { return }
    places = InlinePlaces(segments, origin: 0)
    cellPrefix = Fragments.prefix.read
    read(paragraph)
    cellPrefix = 0
  }

  private func position(_ place: (offset: Int, line: Int)) -> SourcePosition {
    text.position(ofPrepared: place.offset, line: place.line)
  }
}
