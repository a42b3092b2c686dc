import CCommonMark

/// Parses Markdown with libcmark, calls `body` with the root of its tree and releases the tree.
func withCommonMark<Result>(_ bytes: ArraySlice<UInt8>, _ body: (CommonMarkNode) -> Result) -> Result? {
  // Only with this option does libcmark count the line endings inside code and HTML.
  guard let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS) else { return nil }
  defer { cmark_parser_free(parser) }
  bytes.withUnsafeBytes { buffer in
    cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  let tree = cmark_parser_finish(parser)
  defer { cmark_node_free(tree) }
  return CommonMarkNode(tree).map(body)
}
