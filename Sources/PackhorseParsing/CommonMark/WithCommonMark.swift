import CCommonMark
import CMarkArena

/// Parses Markdown with libcmark, calls `body` with the root of its tree and releases the tree.
///
/// The tree lies in the thread's arena, so that releasing it is one step.
func withCommonMark<Result>(_ bytes: ArraySlice<UInt8>, _ body: (CommonMarkNode) -> Result) -> Result? {
  let mark = packhorse_arena_begin()
  defer { packhorse_arena_end(mark) }
  // Only with this option does libcmark count the line endings inside code and HTML.
  guard let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, packhorse_arena_allocator()) else {
    return nil
  }
  bytes.withUnsafeBytes { buffer in
    cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  return CommonMarkNode(cmark_parser_finish(parser)).map(body)
}
