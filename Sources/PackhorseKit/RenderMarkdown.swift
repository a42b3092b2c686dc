package import PackhorseCore
import PackhorseLoading
import PackhorseParsing
import PackhorseRendering

/// Renders Markdown to an HTML fragment; `path` is what diagnostics call it.
///
/// With `commonMark` it is plain CommonMark, as the reference implementation renders it: no tables, directives or
/// citations. `unsafe` then keeps raw HTML and links of any scheme.
package func renderMarkdown(
  _ bytes: [UInt8], path: String, commonMark: Bool, unsafe: Bool
) async -> Outcome<[UInt8]> {
  let document = parseBody(bytes[...], options: BodyOptions(path: path, additions: !commonMark))
  if commonMark {
    return Outcome(renderCommonMark(document.value, unsafeHTML: unsafe), document.diagnostics)
  }
  let words = await load(FileTree(), theme: themeFiles, jobs: 1).value.words
  return Outcome(renderFragment(document.value, words: words), document.diagnostics)
}
