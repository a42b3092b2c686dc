import CCommonMark

extension [FenceLine] {
  /// The lines that do not lie in a block of code or HTML.
  ///
  /// A comment put into such a block is turned back into the author's line afterwards; but in an HTML comment or
  /// declaration it would end the block. Only a text that has one is parsed for this.
  func outsideVerbatim(of lines: Lines) -> [FenceLine] {
    guard !isEmpty, lines.bytes.firstIndex(of: "<!".utf8, from: 0) != nil else { return self }
    var blocks = verbatimBlocks(of: lines)[...]
    return filter { fence in
      while let first = blocks.first, first.upperBound < fence.line { blocks.removeFirst() }
      return blocks.first.map { !$0.contains(fence.line) } ?? true
    }
  }
}

/// The lines of each block of code or HTML, in order.
private func verbatimBlocks(of lines: Lines) -> [ClosedRange<Int>] {
  withCommonMark(lines.bytes[...]) { root in
    var blocks: [ClosedRange<Int>] = []
    root.forEachBlock(entering: { block in
      switch block.type {
      case CMARK_NODE_CODE_BLOCK: blocks.append(block.startLine...max(block.startLine, block.endLine))
      // libcmark ends some blocks of HTML before they begin; their text knows better.
      case CMARK_NODE_HTML_BLOCK:
        blocks.append(block.startLine...block.startLine + max(0, Lines(Array(block.literal)).count - 2))
      default: break
      }
    })
    return blocks
  } ?? []
}
