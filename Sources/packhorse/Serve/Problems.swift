import PackhorseCore
import PackhorseKit

/// The errors of a build, as a page shows them.
struct Problems: Hashable, Sendable {
  /// "2 errors".
  let heading: String
  /// The text of the terminal, marked up.
  let html: [UInt8]
  /// Another one for other problems.
  let id: String

  /// Nil where nothing is in error; `pathPrefix` leads from where the command runs to the site folder.
  init?(_ diagnostics: [Diagnostic], sources: [SourceFile], pathPrefix: String) {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return nil }
    let text = DiagnosticText(sources: sources, pathPrefix: pathPrefix).text(for: errors)
    heading = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    html = markedUp(text)
    id = hexadecimal(sha256(html))
  }
}

/// Diagnostics' text as HTML: a paragraph for each line, with the lines of an excerpt kept together as they stand.
private func markedUp(_ text: String) -> [UInt8] {
  var page = ByteWriter()
  var excerpt: [Substring] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if isExcerpt(line) {
      excerpt.append(line)
      continue
    }
    if !excerpt.isEmpty {
      page.write("<pre>")
      page.write(text: excerpt.joined(separator: "\n"))
      page.write("</pre>\n")
      excerpt = []
    }
    if line.isEmpty { continue }
    // Only the first line of a diagnostic is not set in.
    page.write(line.hasPrefix(" ") ? "<p>" : "<p class=\"summary\">")
    page.write(text: String(line.drop { $0 == " " }))
    page.write("</p>\n")
  }
  return page.bytes
}

/// True for ` 12 | text` and for a line under it.
private func isExcerpt(_ line: Substring) -> Bool {
  line.drop { $0 == " " }.drop { $0.isNumber }.drop { $0 == " " }.first == "|" && line.hasPrefix(" ")
}
