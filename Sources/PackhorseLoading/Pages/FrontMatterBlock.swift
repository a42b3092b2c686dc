import PackhorseCore

/// The body of a Markdown file and the line on which it begins, whether or not it has front matter.
package func body(of text: [UInt8], path: String) -> (text: ArraySlice<UInt8>, firstLine: Int) {
  guard let block = FrontMatterBlock.cut(text[...], path: path).value else { return (text[...], 1) }
  return (block.body, block.bodyLine)
}

/// A page's text cut in two: the YAML between two lines `---`, and the body.
struct FrontMatterBlock {
  var yaml: ArraySlice<UInt8>
  var body: ArraySlice<UInt8>
  /// The file's line on which the body begins; the front matter begins on line 2.
  var bodyLine: Int

  /// Nil, with a report, where the text does not begin with front matter or the front matter does not end.
  static func cut(_ text: ArraySlice<UInt8>, path: String) -> Outcome<FrontMatterBlock?> {
    guard let start = fenceEnd(at: text.startIndex, in: text) else {
      return Outcome(nil, [.missingFrontMatter(path)])
    }
    var (lineStart, line) = (start, 2)
    while lineStart < text.endIndex {
      if let bodyStart = fenceEnd(at: lineStart, in: text) {
        return Outcome(
          FrontMatterBlock(yaml: text[start..<lineStart], body: text[bodyStart...], bodyLine: line + 1))
      }
      lineStart = lineEnd(from: lineStart, in: text)
      line += 1
    }
    return Outcome(nil, [.unclosedFrontMatter(path)])
  }

  /// Where the line after a line of three hyphens begins; nil where the line is another.
  private static func fenceEnd(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard text[start...].starts(with: "---".utf8) else { return nil }
    let rest = text[(start + 3)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let next = rest.first else { return text.endIndex }
    guard next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") else { return nil }
    return lineEnd(from: rest.startIndex, in: text)
  }

  /// Where the next line begins: after LF, CRLF or CR.
  private static func lineEnd(from start: Int, in text: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < text.endIndex, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") {
      index += 1
    }
    guard index < text.endIndex else { return index }
    let isPair = text[index] == UInt8(ascii: "\r") && text[(index + 1)...].first == UInt8(ascii: "\n")
    return index + (isPair ? 2 : 1)
  }
}

extension Diagnostic {
  fileprivate static func missingFrontMatter(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "missing-front-matter", "Front matter is missing", at: .file(path),
      because: "A page begins with its title and more between two lines '---'.",
      suggestion: "write '---' in line 1")
  }

  fileprivate static func unclosedFrontMatter(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "unclosed-front-matter", "Front matter has no end",
      at: SourceSpan(path: path, line: 1, column: 1, length: 3),
      suggestion: "write a line '---' above the text")
  }
}
