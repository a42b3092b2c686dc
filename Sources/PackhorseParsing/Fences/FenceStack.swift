import PackhorseCore

/// The blocks that authors opened and have not closed yet.
struct FenceStack {
  struct Opened {
    var fence: FenceLine
    /// The depth of the tree at which its content stands.
    var depth: Int
    /// Its node; nil where the block has no known name, and its content stands among its neighbours.
    var node: Int?
    /// Set when something else was said about its end.
    var isReported = false
  }

  /// Those whose content may still go on, the outermost first.
  var open: [Opened] = []
  /// Those that ended with the list item or quotation in which they began.
  var lost: [Opened] = []
}

extension TreeReader {
  /// Opens or closes a block.
  mutating func pass(_ fence: FenceLine) {
    let line = OpeningLine(fence, in: text.original.bytes)
    if line.closes {
      close(at: fence)
    } else {
      open(line, fence)
    }
  }

  /// Ends every block whose content stands deeper than a depth.
  mutating func endFences(deeperThan depth: Int) {
    while let last = fences.open.last, last.depth > depth {
      fences.open.removeLast()
      if last.node != nil { tree.close() }
      if !last.isReported { fences.lost.append(last) }
    }
  }

  /// Ends what is open at the end of the text, and reports what nobody closed.
  mutating func endAllFences() {
    endFences(deeperThan: -1)
    diagnostics += fences.lost.map { .unclosedDirective(at: span($0.fence)) }
  }

  private mutating func open(_ line: OpeningLine, _ fence: FenceLine) {
    let position = text.position(fence.range.lowerBound, line: fence.line)
    var node: Int?
    if let directive = directive(line, fence), hasRoom(at: position) {
      node = tree.document.nodes.count
      tree.open(.directive(directive), at: position)
    }
    fences.open.append(FenceStack.Opened(fence: fence, depth: tree.depth, node: node))
  }

  private mutating func close(at fence: FenceLine) {
    let here = span(fence)
    guard let last = fences.open.last, last.depth == tree.depth else {
      closeElsewhere(at: here)
      return
    }
    fences.open.removeLast()
    guard let node = last.node else { return }
    tree.close()
    if case .directive(let directive) = tree.document.nodes[node].kind, directive.name.isEmpty,
      tree.document.nodes[node].end > node + 1
    {
      let content = text.span(tree.document.nodes[node + 1].position)
      diagnostics.append(.directiveNotEmpty(directive, at: content))
    }
  }

  /// A closing line that has no opening line among its siblings.
  private mutating func closeElsewhere(at here: SourceSpan) {
    if let last = fences.lost.popLast() {
      diagnostics.append(.directiveCrossesBlock(at: here, opened: span(last.fence)))
    } else if let last = fences.open.last {
      fences.open[fences.open.count - 1].isReported = true
      diagnostics.append(.directiveCrossesBlock(at: here, opened: span(last.fence)))
    } else {
      diagnostics.append(.unopenedDirective(at: here))
    }
  }

  private func span(_ fence: FenceLine) -> SourceSpan { text.span(fence.range, line: fence.line) }
}

extension Diagnostic {
  fileprivate static func unclosedDirective(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unclosed-directive", "Block that nothing closes", at: span,
      because: "It takes in everything up to the end of what it stands in.",
      suggestion: "close it with a line ':::'")
  }

  fileprivate static func unopenedDirective(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unopened-directive", "Closing line without a block to close", at: span,
      suggestion: "remove the line, or open a block above it with ':::name'")
  }

  fileprivate static func directiveCrossesBlock(at span: SourceSpan, opened: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "directive-crosses-block",
      "Closing line in another list item or quotation than its opening line",
      at: span, because: "A block ends in the list item or quotation in which it began.",
      notes: [Note("opened here", at: opened)], suggestion: "indent both lines alike")
  }

  fileprivate static func directiveNotEmpty(_ directive: Directive, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "directive-not-empty", "'\(directive.name.rawValue)' has text in it", at: span,
      because: "It is made from the site's data; the text is not shown.",
      notes: [Note("opened here", at: directive.span)], suggestion: "move the text below the closing line")
  }
}
