import PackhorseCore
import PackhorseKit

/// What does not hold of the problems found in a file: each lies inside it, and each can be shown.
func problemFaults(_ diagnostics: [Diagnostic], in file: SourceFile) -> [String] {
  guard !diagnostics.isEmpty else { return [] }
  let lengths = lineLengths(of: file.bytes)
  let strays = diagnostics.filter { problem in
    ([problem.span] + problem.notes.map(\.span)).contains { span in
      span.map { $0.path == file.path && !isInside($0, lengths) } ?? false
    }
  }
  return strays.map { "a place outside the file: \($0)" } + shownFaults(Array(diagnostics.prefix(1)), file)
}

private func isInside(_ span: SourceSpan, _ lengths: [Int]) -> Bool {
  [span.start, span.end].allSatisfy { place in
    lengths.indices.contains(place.line - 1) && (1...lengths[place.line - 1] + 1).contains(place.column)
  }
}

/// The bytes of each line without its end, which is LF, CRLF or CR.
private func lineLengths(of bytes: [UInt8]) -> [Int] {
  var lengths = [0]
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "\n") where index > 0 && bytes[index - 1] == UInt8(ascii: "\r"): continue
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): lengths.append(0)
    default: lengths[lengths.count - 1] += 1
    }
  }
  return lengths
}

/// Nothing that moves a terminal's cursor is shown, whatever the file holds.
private func shownFaults(_ diagnostics: [Diagnostic], _ file: SourceFile) -> [String] {
  let text = DiagnosticText(sources: [file]).text(for: diagnostics)
  let forms = [text, diagnostics.json(), diagnostics.githubCommands()]
  return forms.filter(holdsControl).map { "a control character is shown: \(Array($0.utf8))" }
}

/// True for a control character other than LF.
private func holdsControl(_ text: String) -> Bool {
  var previous: UInt8 = 0
  return text.utf8.contains { byte in
    defer { previous = byte }
    return byte < 0x20 && byte != UInt8(ascii: "\n") || byte == 0x7F
      || previous == 0xC2 && (0x80..<0xA0).contains(byte)
  }
}
