import CCommonMark

extension CommonMarkNode {
  /// Calls `body` with each block below this one on entering it, and with containers again on leaving them.
  func forEachBlock(entering body: (CommonMarkNode) -> Void, leaving: (CommonMarkNode) -> Void = { _ in }) {
    let events = cmark_iter_new(pointer)
    defer { cmark_iter_free(events) }
    while true {
      let event = cmark_iter_next(events)
      guard event != CMARK_EVENT_DONE, let node = CommonMarkNode(cmark_iter_get_node(events)) else { return }
      if node == self { continue }
      if event == CMARK_EVENT_EXIT {
        leaving(node)
      } else {
        body(node)
        if node.holdsInlines { cmark_iter_reset(events, node.pointer, CMARK_EVENT_EXIT) }
      }
    }
  }

  /// True for paragraphs and headings.
  var holdsInlines: Bool { type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING }
}
