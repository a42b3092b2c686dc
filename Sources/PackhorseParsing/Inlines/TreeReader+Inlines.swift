import CCommonMark
import PackhorseCore

extension TreeReader {
  /// Reads an inline that has nothing inside.
  mutating func enterInline(_ node: CommonMarkNode) {
    switch node.type {
    case CMARK_NODE_TEXT: readText(node)
    case CMARK_NODE_SOFTBREAK: tree.add(.softBreak, at: inlinePosition(node))
    case CMARK_NODE_LINEBREAK: tree.add(.lineBreak, at: inlinePosition(node))
    case CMARK_NODE_CODE: tree.add(.code(keep(node.literal)), at: inlinePosition(node))
    default: readInlineHTML(node)
    }
  }

  /// Notes where a link or image begins; the place of its destination is known at its end.
  mutating func openLink(_ node: CommonMarkNode) {
    let place = places.start(of: node, in: text.prepared)
    links.append((index: destinations.count, start: place.offset, line: place.line))
    destinations.append(text.span(text.position(ofPrepared: place.offset, line: place.line)))
  }

  mutating func closeLink(_ node: CommonMarkNode) {
    guard let link = links.popLast() else { return }
    let written = WrittenLink(node, from: (link.start, link.line), places: places, in: text.prepared)
    destinations[link.index] = SourceSpan(
      path: text.path, start: text.position(ofPrepared: written.destination.lowerBound, line: written.line),
      end: text.position(ofPrepared: written.destination.upperBound, line: written.line))
  }

  private mutating func readText(_ node: CommonMarkNode) {
    var literal = node.literal[...].dropFirst(cellPrefix)
    cellPrefix = 0
    guard !literal.isEmpty else { return }
    let place = places.start(of: node, in: text.prepared)
    guard options.additions else {
      tree.add(.text(keep(node.literal)), at: text.position(ofPrepared: place.offset, line: place.line))
      return
    }
    let task = readTask(literal)
    literal = literal.dropFirst(task)
    guard literal.contains(UInt8(ascii: "[")) else {
      return addText(literal, at: text.position(ofPrepared: place.offset + task, line: place.line))
    }
    var piece = TextPiece(start: place.offset + task, line: place.line, in: text.prepared)
    var beginning = position(piece)
    var marks = InlineMarks(literal)
    while let (range, mark) = marks.next() {
      piece.find(literal[range])
      let span = text.span(position(piece), length: range.count)
      piece.skip(range.count)
      guard let kind = kind(of: mark, at: span) else { continue }
      addText(literal[literal.startIndex..<range.lowerBound], at: beginning)
      tree.add(kind, at: span.start)
      literal = literal[range.upperBound...]
      beginning = position(piece)
    }
    addText(literal, at: beginning)
  }

  /// Takes a task's mark for what it is; gives how many bytes it fills.
  private mutating func readTask(_ literal: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    guard let paragraph = tree.open.last, paragraph + 1 == tree.document.nodes.count,
      let item = tree.open.dropLast().last, item + 1 == paragraph,
      case .item(nil) = tree.document.nodes[item].kind, let mark = TaskMark(literal)
    else { return 0 }
    tree.change(item, to: .item(task: mark.isDone))
    return mark.length
  }

  /// The node that an addition becomes; nil where it stays text, with a diagnostic where that is a mistake.
  private mutating func kind(of mark: InlineMark, at span: SourceSpan) -> Document.Kind? {
    switch mark {
    case .citation(let keys):
      guard !links.isEmpty else { return .citation(keys: keys) }
      diagnostics.append(.citationInLink(at: span))
    case .malformedCitation: diagnostics.append(.badCitation(at: span))
    case .directive("term", let words) where !links.isEmpty:
      diagnostics.append(.termInLink(at: span))
      return .text(tree.keep(words.utf8))
    case .directive(let name, let words):
      let names = InlineDirectiveName.allCases.map(\.rawValue)
      if names.contains(name) { return .inlineDirective(name: name, text: words) }
      if let near = nearMiss(for: name, in: names) {
        diagnostics.append(.unknownInlineDirective(name, near, at: span))
      }
    }
    return nil
  }

  private mutating func addText(_ literal: Slice<UnsafeBufferPointer<UInt8>>, at position: SourcePosition) {
    guard !literal.isEmpty else { return }
    tree.add(.text(keep(UnsafeBufferPointer(rebasing: literal))), at: position)
  }

  private func position(_ piece: TextPiece) -> SourcePosition {
    text.position(ofPrepared: piece.start, line: piece.line)
  }
}

/// Where the rest of a text stands.
///
/// Escapes make a text shorter than what was written; our additions hold none.
private struct TextPiece {
  private(set) var start: Int
  let line: Int
  private let lines: Lines

  init(start: Int, line: Int, in lines: Lines) {
    self.start = start
    self.line = line
    self.lines = lines
  }

  /// Goes on to where the bytes of an addition stand.
  mutating func find(_ written: some Collection<UInt8>) {
    start =
      lines.bytes.firstIndex(of: written, from: max(0, start), to: lines.whole(line).upperBound) ?? start
  }

  mutating func skip(_ count: Int) { start += count }
}

extension Diagnostic {
  fileprivate static func citationInLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "citation-in-link", "Citation inside a link or an image's description", at: span,
      because: "A citation is a link itself, and links do not nest.", suggestion: "move it behind the link")
  }

  fileprivate static func termInLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "term-in-link", "Glossary term inside a link or an image's description", at: span,
      because: "A term is a link itself, and links do not nest; its words are shown alone.",
      suggestion: "write the words alone")
  }

  fileprivate static func badCitation(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-citation", "Citation that is not a list of keys", at: span,
      because: "A key is made of letters, digits and _ : . -; several are parted by semicolons.",
      suggestion: "write [@key] or [@key; @other]")
  }

  fileprivate static func unknownInlineDirective(_ name: String, _ near: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "unknown-inline-directive", "':\(name)' is not known and stays as text", at: span,
      suggestion: "did you mean ':\(near)'?")
  }
}
