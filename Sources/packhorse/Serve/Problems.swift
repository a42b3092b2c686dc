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
    id = Digest(of: html[...]).text
  }
}

/// Diagnostics' text as HTML: a paragraph for each line, with the lines of an excerpt kept together as they stand.
private func markedUp(_ text: String) -> [UInt8] {
  var page = ByteWriter()
  var excerpt: [Substring] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if let content = excerptLine(line) {
      if !content.isEmpty { excerpt.append(line) }
      continue
    }
    if !excerpt.isEmpty {
      page.write("<pre tabindex=\"0\">")
      page.write(text: excerpt.joined(separator: "\n"))
      page.write("</pre>\n")
      excerpt = []
    }
    let remark = line.drop { $0 == " " }
    if remark.isEmpty { continue }
    // Only the first line of a diagnostic is not set in.
    let kind = remark.startIndex == line.startIndex ? "summary" : remark.hasPrefix("-->") ? "place" : "remark"
    page.write("<p class=\"")
    page.write(text: kind)
    page.write("\">")
    page.write(text: String(remark))
    page.write("</p>\n")
  }
  return page.bytes
}

/// What stands behind the bar of ` 12 | text` or of a line under it; nil for other lines.
private func excerptLine(_ line: Substring) -> Substring? {
  let rest = line.drop { $0 == " " || $0.isNumber }
  return rest.first == "|" ? rest.dropFirst() : nil
}
