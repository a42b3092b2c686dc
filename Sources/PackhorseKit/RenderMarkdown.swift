package import PackhorseCore
import PackhorseLoading
import PackhorseParsing
import PackhorseRendering

/// Renders Markdown to an HTML fragment; `path` is what diagnostics call it.
///
/// With `commonMark` it is plain CommonMark, as the reference implementation renders it: no tables, directives or
/// citations. `unsafe` then keeps raw HTML and links of any scheme. Otherwise front matter is passed over.
package func renderMarkdown(
  _ bytes: [UInt8], path: String, commonMark: Bool, unsafe: Bool
) async -> Outcome<[UInt8]> {
  if commonMark {
    let document = parseBody(bytes[...], options: BodyOptions(path: path, additions: false))
    return Outcome(renderCommonMark(document.value, unsafeHTML: unsafe), document.diagnostics)
  }
  let body = body(of: bytes, path: path)
  let document = parseBody(body.text, options: BodyOptions(path: path, firstLine: body.firstLine))
  let words = await load(FileTree(), theme: themeFiles, jobs: 1).value.words
  return Outcome(renderFragment(document.value, words: words), document.diagnostics)
}
