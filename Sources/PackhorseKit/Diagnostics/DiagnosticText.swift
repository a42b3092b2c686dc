package import PackhorseCore

/// Diagnostics as people read them: what is wrong, where, the line with its fault underlined, why, and what instead.
package struct DiagnosticText {
  private let sources: [SourceFile]
  private let pathPrefix: String
  private let isColoured: Bool

  /// Makes the text form.
  ///
  /// - Parameters:
  ///   - sources: The files whose lines may be shown.
  ///   - pathPrefix: What leads from where the command runs to the site folder: `""` or `"my-site/"`.
  ///   - isColoured: True for a terminal.
  package init(sources: [SourceFile], pathPrefix: String = "", isColoured: Bool = false) {
    self.sources = sources
    self.pathPrefix = pathPrefix
    self.isColoured = isColoured
  }

  /// One paragraph for each diagnostic, in the given order.
  package func text(for diagnostics: [Diagnostic]) -> String {
    var lines = SourceLines(sources, for: diagnostics)
    return diagnostics.map { paragraph($0, &lines) }.joined(separator: "\n")
  }

  private func paragraph(_ diagnostic: Diagnostic, _ lines: inout SourceLines) -> String {
    let number = diagnostic.span.map { String($0.start.line) } ?? ""
    let margin = String(repeating: " ", count: max(2, number.utf8.count))
    let severity = coloured(diagnostic.severity.rawValue, diagnostic.severity)
    var text = "\(severity): \(shown(diagnostic.summary))  [\(shown(diagnostic.id))]\n"
    if let span = diagnostic.span {
      text += "\(margin)--> \(place(span))\n"
      if let excerpt = excerpt(span, &lines) {
        let gutter = String(repeating: " ", count: margin.utf8.count - number.utf8.count) + number
        text += "\(margin) |\n\(gutter) | \(excerpt.line)\n"
        text += "\(margin) | \(coloured(excerpt.underline, diagnostic.severity))\n"
      }
    }
    for line in remarks(diagnostic) { text += "\(margin) = \(line)\n" }
    return text
  }

  private func excerpt(_ span: SourceSpan, _ lines: inout SourceLines) -> Excerpt? {
    guard let line = lines.line(span.start.line, of: span.path) else { return nil }
    let end = span.end.line == span.start.line ? span.end.column : line.count + 1
    return Excerpt(line: line, columns: span.start.column..<max(span.start.column, end))
  }

  private func remarks(_ diagnostic: Diagnostic) -> [String] {
    let notes = diagnostic.notes.map { note in
      shown(note.text) + (note.span.map { ": " + place($0) } ?? "")
    }
    return [diagnostic.explanation].compactMap { $0.map(shown) } + notes
      + [diagnostic.suggestion].compactMap { $0.map(shown) }
  }

  private func place(_ span: SourceSpan) -> String {
    "\(shown(pathPrefix + span.path)):\(span.start.line):\(span.start.column)"
  }

  private func shown(_ text: String) -> String { TerminalText(text).text }

  private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard isColoured else { return text }
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}
