import PackhorseCore

/// What stands on a line of three colons or more: a block's name with its arguments, or nothing.
struct OpeningLine {
  /// Where the name stands in the original bytes; empty on a closing line.
  let name: Range<Int>
  let arguments: Range<Int>

  init(_ fence: FenceLine, in bytes: [UInt8]) {
    let line = bytes[fence.range]
    let words = line.drop { $0 == UInt8(ascii: ":") }.drop(while: \.isBlank)
    let name = words.prefix { !$0.isBlank }
    self.name = name.startIndex..<name.endIndex
    arguments = name.endIndex..<line.endIndex
  }

  var closes: Bool { name.isEmpty }
}

extension TreeReader {
  /// The block that a line opens; nil, and a diagnostic, where no block has its name.
  mutating func directive(_ opening: OpeningLine, _ fence: FenceLine) -> Directive? {
    let written = String(decoding: text.original.bytes[opening.name], as: UTF8.self)
    let span = text.span(opening.name, line: fence.line)
    guard let name = DirectiveName(rawValue: written) else {
      diagnostics.append(.unknownDirective(written, at: span))
      return nil
    }
    var list = ArgumentList(of: name, line: fence.line, in: text)
    list.read(opening.arguments)
    list.requireAll(at: span)
    diagnostics += list.diagnostics
    return Directive(name: name, arguments: list.arguments, span: text.span(fence.range, line: fence.line))
  }
}

extension Diagnostic {
  fileprivate static func unknownDirective(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unknown-directive", "'\(name)' is not the name of a block", at: span,
      because: "What stands in it is shown as plain text.",
      suggestion: nearMiss(for: name, in: DirectiveName.allCases.map(\.rawValue)).map {
        "did you mean '\($0)'?"
      })
  }
}
