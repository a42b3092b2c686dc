package import PackhorseCore

/// Renders Markdown to an HTML fragment.
///
/// - Parameters:
///   - bytes: The text, UTF-8.
///   - path: What diagnostics call it.
///   - commonMark: Plain CommonMark, without tables, directives and citations.
///   - unsafe: Keeps raw HTML.
/// - Returns: The fragment, with what is wrong in the text.
package func renderMarkdown(
  _ bytes: [UInt8], path: String, commonMark: Bool, unsafe: Bool
) -> Outcome<[UInt8]> {
  Outcome([])
}
