import PackhorseCore

/// Markdown in which `⟦` and `⟧` stand around each place where a problem is expected, or something else of interest.
struct MarkedText {
  let bytes: [UInt8]
  private(set) var spans: [SourceSpan] = []

  static let path = "content/page.md"
  /// The file's line on which the text begins.
  static let firstLine = 5

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var line = Self.firstLine
    var column = 1
    var starts: [SourcePosition] = []
    for character in marked.unicodeScalars {
      let here = SourcePosition(line: line, column: column)
      switch character {
      case "⟦": starts.append(here)
      case "⟧": spans.append(SourceSpan(path: Self.path, start: starts.removeLast(), end: here))
      default:
        bytes += Array(String(character).utf8)
        column = character == "\n" ? 1 : column + String(character).utf8.count
        line += character == "\n" ? 1 : 0
      }
    }
    self.bytes = bytes
  }
}
