import CCommonMark
import PackhorseCore

/// Walks libcmark's tree once, without recursion, and lays it flat.
struct TreeReader {
  var tree = TreeBuilder()
  let firstLine: Int

  mutating func read(_ root: CommonMarkNode) {
    let events = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(events) }
    while true {
      let event = cmark_iter_next(events)
      guard event != CMARK_EVENT_DONE, let node = CommonMarkNode(cmark_iter_get_node(events)) else { return }
      if node == root { continue }
      if event == CMARK_EVENT_ENTER {
        enter(node)
      } else {
        tree.close()
      }
    }
  }

  private mutating func enter(_ node: CommonMarkNode) {
    let position = SourcePosition(line: firstLine + node.startLine - 1, column: node.startColumn)
    switch node.type {
    case CMARK_NODE_TEXT: tree.add(.text(tree.keep(node.literal)), at: position)
    case CMARK_NODE_SOFTBREAK: tree.add(.softBreak, at: position)
    case CMARK_NODE_LINEBREAK: tree.add(.lineBreak, at: position)
    case CMARK_NODE_CODE: tree.add(.code(tree.keep(node.literal)), at: position)
    case CMARK_NODE_HTML_INLINE: tree.add(.htmlInline(tree.keep(node.literal)), at: position)
    case CMARK_NODE_HTML_BLOCK: tree.add(.htmlBlock(tree.keep(node.literal)), at: position)
    case CMARK_NODE_THEMATIC_BREAK: tree.add(.thematicBreak, at: position)
    case CMARK_NODE_CODE_BLOCK:
      tree.add(.codeBlock(info: tree.keep(node.fenceInfo), literal: tree.keep(node.literal)), at: position)
    default: tree.open(kind(ofContainer: node), at: position)
    }
  }

  private mutating func kind(ofContainer node: CommonMarkNode) -> Document.Kind {
    switch node.type {
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(destination: tree.keep(node.destination), title: tree.keep(title: node.title))
    case CMARK_NODE_IMAGE:
      .image(destination: tree.keep(node.destination), title: tree.keep(title: node.title))
    case CMARK_NODE_HEADING: .heading(level: node.headingLevel, anchor: "")
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list(start: node.listStart, isTight: node.isTight)
    case CMARK_NODE_ITEM: .item(task: nil)
    default: .paragraph(isTight: node.parent?.parent?.isTight ?? false)
    }
  }
}
