import PackhorseCore

extension TreeReader {
  /// Reads a block of HTML, which may stand for a line that opens or closes one of our blocks.
  mutating func enterHTMLBlock(_ node: CommonMarkNode) {
    if let fence = text.fence(of: node.literal) {
      pass(fence)
    } else if keepsHTML(node, at: blockPosition(node)) {
      tree.add(.htmlBlock(keep(node.literal)), at: blockPosition(node))
    }
  }

  mutating func readInlineHTML(_ node: CommonMarkNode) {
    let position = inlinePosition(node)
    if text.fence(of: node.literal) != nil {
      tree.add(.text(keep(node.literal)), at: position)
    } else if keepsHTML(node, at: position) {
      tree.add(.htmlInline(keep(node.literal)), at: position)
    }
  }

  /// Whether raw HTML stays.
  ///
  /// Comments are dropped without a word, since nobody would have seen them.
  private mutating func keepsHTML(_ node: CommonMarkNode, at position: SourcePosition) -> Bool {
    guard options.additions, !options.allowsHTML else { return true }
    if !node.literal.isComment {
      let tag = text.rest(from: position).prefix { $0 != UInt8(ascii: ">") }.count + 1
      diagnostics.append(.rawHTML(at: text.span(position, length: min(tag, text.rest(from: position).count))))
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True for one HTML comment and nothing else.
  fileprivate var isComment: Bool {
    var html = self[...].drop(while: \.isSpace)
    while let last = html.last, last.isSpace { html.removeLast() }
    guard html.starts(with: "<!--".utf8), html.count >= 7 else { return false }
    return html.firstIndex(of: "-->".utf8, from: html.startIndex + 4) == html.endIndex - 3
  }
}

extension Diagnostic {
  fileprivate static func rawHTML(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "raw-html", "HTML is dropped here", at: span,
      because: "It can carry scripts and break a page; this site does not allow it.",
      suggestion: "write Markdown, or set 'html: allow' in content/site.yml")
  }
}
