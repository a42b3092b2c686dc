import CCommonMark
import PackhorseCore

/// Walks libcmark's tree once, without recursion, and lays it flat; recognises what we add to CommonMark on the way.
struct TreeReader {
  /// How deep a document with additions may nest.
  static let depthLimit = 100

  let text: BodyText
  let options: BodyOptions
  var tree: TreeBuilder
  var diagnostics: [Diagnostic] = []
  /// Where the destination of each link and image is written, in reading order.
  var destinations: [SourceSpan] = []

  var prefixes = ContainerPrefixes()
  var places = InlinePlaces()
  var fences = FenceStack()
  var tables = Tables()
  var anchors = Anchors()
  /// The depth outside each container of libcmark's that is open.
  private var depths: [Int] = []
  /// The links and images that are open: their places in `destinations`, and where they begin in the prepared bytes.
  var links: [(index: Int, start: Int, line: Int)] = []
  /// How many bytes of the next text are the beginning of a cell's paragraph, and not of the cell.
  var cellPrefix = 0

  init(_ text: BodyText, options: BodyOptions) {
    self.text = text
    self.options = options
    tree = TreeBuilder(expecting: text.prepared.bytes.count)
  }

  /// Reads what is inside a node.
  mutating func read(_ root: CommonMarkNode) {
    let events = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(events) }
    while true {
      let event = cmark_iter_next(events)
      guard event != CMARK_EVENT_DONE, let node = CommonMarkNode(cmark_iter_get_node(events)) else { return }
      if node == root { continue }
      if event == CMARK_EVENT_EXIT {
        leave(node)
      } else if !enter(node) {
        cmark_iter_reset(events, node.pointer, CMARK_EVENT_EXIT)
      }
    }
  }

  /// False passes over what is inside the node, and its end.
  private mutating func enter(_ node: CommonMarkNode) -> Bool {
    switch node.type {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      enterInline(node)
      places.pass(node, in: text.prepared)
    case CMARK_NODE_HTML_BLOCK: enterHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK: tree.add(.thematicBreak, at: blockPosition(node))
    case CMARK_NODE_CODE_BLOCK:
      tree.add(.codeBlock(info: keep(node.fenceInfo), literal: keep(node.literal)), at: blockPosition(node))
    default: return enterContainer(node)
    }
    return true
  }

  private mutating func enterContainer(_ node: CommonMarkNode) -> Bool {
    let position = beginning(of: node)
    guard hasRoom(at: position) else { return false }
    if node.holdsInlines, node.endLine > node.startLine, let table = tables[node] {
      read(table, isTight: isTight(node))
      return false
    }
    prefixes.enter(node, in: text.prepared)
    if node.type == CMARK_NODE_LINK || node.type == CMARK_NODE_IMAGE { openLink(node) }
    depths.append(tree.depth)
    tree.open(kind(ofContainer: node), at: position)
    return true
  }

  private mutating func leave(_ node: CommonMarkNode) {
    prefixes.leave(node)
    if node.type == CMARK_NODE_LINK || node.type == CMARK_NODE_IMAGE { closeLink(node) }
    if !node.isBlock { places.pass(node, in: text.prepared) }
    guard let depth = depths.popLast() else { return }
    endFences(deeperThan: depth)
    guard let index = tree.close(), node.type == CMARK_NODE_HEADING, options.additions else { return }
    tree.change(
      index, to: .heading(level: node.headingLevel, anchor: anchors.anchor(of: index, in: tree.document)))
  }

  /// Whether a container may still begin here; says so where it may not.
  mutating func hasRoom(at position: SourcePosition) -> Bool {
    guard options.additions, tree.depth >= Self.depthLimit else { return true }
    diagnostics.append(.nestingTooDeep(at: text.span(position)))
    return false
  }

  /// The place at which a container begins.
  ///
  /// Inlines of a paragraph or heading are found from here on.
  private mutating func beginning(of node: CommonMarkNode) -> SourcePosition {
    guard node.isBlock else { return inlinePosition(node) }
    if node.holdsInlines {
      let lines = ContentLines(of: node, in: text.prepared, prefixes: prefixes)
      places = InlinePlaces(lines.segments, origin: lines.origin)
    }
    return blockPosition(node)
  }

  private mutating func kind(ofContainer node: CommonMarkNode) -> Document.Kind {
    switch node.type {
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(destination: keep(node.destination), title: keep(title: node.title))
    case CMARK_NODE_IMAGE: .image(destination: keep(node.destination), title: keep(title: node.title))
    case CMARK_NODE_HEADING: .heading(level: node.headingLevel, anchor: "")
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list(start: node.listStart, isTight: node.isTight)
    case CMARK_NODE_ITEM: .item(task: nil)
    default: .paragraph(isTight: isTight(node))
    }
  }

  /// Whether a paragraph lies directly in an item of a tight list; in a block of ours it does not.
  private func isTight(_ node: CommonMarkNode) -> Bool {
    guard node.parent?.parent?.isTight == true, let parent = tree.open.last else { return false }
    return if case .item = tree.document.nodes[parent].kind { true } else { false }
  }
}

extension TreeReader {
  func blockPosition(_ node: CommonMarkNode) -> SourcePosition {
    let start = text.prepared.whole(node.startLine).lowerBound
    return text.position(ofPrepared: start + node.startColumn - 1, line: node.startLine)
  }

  func inlinePosition(_ node: CommonMarkNode) -> SourcePosition {
    let place = places.start(of: node, in: text.prepared)
    return text.position(ofPrepared: place.offset, line: place.line)
  }

  mutating func keep(_ literal: UnsafeBufferPointer<UInt8>) -> Document.Text {
    text.undisguised(literal).map { tree.keep($0) } ?? tree.keep(literal)
  }

  private mutating func keep(title: UnsafeBufferPointer<UInt8>?) -> Document.Text {
    guard let title else { return Document.absent }
    return tree.keep(title: text.undisguised(title) ?? Array(title))
  }
}

extension CommonMarkNode {
  var isBlock: Bool { type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue }
}

extension Diagnostic {
  fileprivate static func nestingTooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "nesting-too-deep", "Nesting deeper than \(TreeReader.depthLimit) levels", at: span,
      because: "What lies deeper is left out.", suggestion: "take some of the lists and quotations apart")
  }
}
