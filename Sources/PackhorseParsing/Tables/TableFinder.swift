import CCommonMark
import PackhorseCore

/// Finds the tables in the paragraphs of a text.
struct TableFinder {
  private let lines: Lines
  private var prefixes = ContainerPrefixes()
  private(set) var fragments = Fragments()
  private(set) var layouts: [CommonMarkNode: TableLayout] = [:]

  init(_ root: CommonMarkNode, in lines: Lines) {
    self.lines = lines
    guard lines.bytes.mayHoldTable else { return }
    root.forEachBlock(
      entering: { node in
        prefixes.enter(node, in: lines)
        if node.holdsInlines, node.endLine > node.startLine { find(in: node) }
      }, leaving: { prefixes.leave($0) })
  }

  private mutating func find(in node: CommonMarkNode) {
    let text = ContentLines(of: node, in: lines, prefixes: prefixes)
    let content = text.segments
    guard let (header, alignments) = header(content) else { return }
    var table = TableLayout(alignments: alignments)
    if header > 0 {
      let start = (offset: content[0].offset, line: content[0].line)
      table.leading = TableLayout.Cell(
        content: .fragment(fragments.add(lines: content[..<header], of: lines)), start: start)
    }
    table.rows.append(row(content[header], columns: alignments.count))
    for segment in content[(header + 2)...] { table.rows.append(row(segment, columns: alignments.count)) }
    if let underline = text.underline { add(underline, to: &table) }
    layouts[node] = table
  }

  /// The first line with a delimiter row of as many cells below it.
  private func header(_ content: [Segment]) -> (index: Int, alignments: [Document.ColumnAlignment])? {
    for index in content.indices.dropLast() {
      guard let alignments = TableRow.alignments(text(content[index + 1])) else { continue }
      if TableRow(text(content[index])).cells.count == alignments.count { return (index, alignments) }
    }
    return nil
  }

  private mutating func row(_ segment: Segment, columns: Int) -> TableLayout.Row {
    let cells = TableRow(text(segment)).cells.prefix(columns).map { cell in
      TableLayout.Cell(
        content: content(of: cell, line: segment.line), start: (offset: cell.lowerBound, line: segment.line))
    }
    return TableLayout.Row(start: (offset: segment.offset, line: segment.line), cells: cells)
  }

  private mutating func content(of cell: Range<Int>, line: Int) -> TableLayout.Content {
    lines.bytes[cell].allSatisfy(\.isPlain)
      ? .text(cell) : .fragment(fragments.add(cell: cell, line: line, of: lines))
  }

  /// A table is no text of a heading: what would underline it is a line of its own.
  private mutating func add(_ underline: Segment, to table: inout TableLayout) {
    let marks = text(underline).trimmed
    if marks.first == UInt8(ascii: "-"), marks.count > 2 {
      table.thematicBreak = (offset: underline.offset, line: underline.line)
    } else {
      table.rows.append(row(underline, columns: table.alignments.count))
    }
  }

  private func text(_ segment: Segment) -> ArraySlice<UInt8> {
    lines.bytes[segment.offset..<max(segment.offset, lines.content(segment.line).upperBound)]
  }
}

extension UInt8 {
  /// True for ASCII that means nothing to CommonMark or to us inside a line.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "["),
      UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      false
    default: (0x20..<0x7F).contains(self)
    }
  }
}

extension [UInt8] {
  /// Every delimiter row has a pipe, or a colon beside a hyphen.
  fileprivate var mayHoldTable: Bool {
    withUnsafeBufferPointer { bytes in
      var next = 0
      while let sign = bytes.firstIndex(
        from: next, marked: { places(of: UInt8(ascii: "|"), in: $0) | places(of: UInt8(ascii: ":"), in: $0) })
      {
        if bytes[sign] == UInt8(ascii: "|") { return true }
        next = sign + 1
        if sign > 0, bytes[sign - 1] == UInt8(ascii: "-") { return true }
        if next < bytes.count, bytes[next] == UInt8(ascii: "-") { return true }
      }
      return false
    }
  }
}
