import PackhorseCore

/// The byte-order mark that some editors put before UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// A file's bytes without a byte-order mark, or why they cannot be read as text.
func checkedText(_ file: SourceFile) -> Outcome<ArraySlice<UInt8>?> {
  let text = file.bytes.starts(with: byteOrderMark) ? file.bytes.dropFirst(3) : file.bytes[...]
  var scan = TextScan()
  guard let (fault, position) = scan.firstFault(in: text) ?? scan.faultAtEnd() else { return Outcome(text) }
  return Outcome(nil, [.unreadable(fault, in: file.path, at: position)])
}

extension Diagnostic {
  /// What makes a file unreadable as text, at its first such place.
  static func unreadable(_ fault: TextScan.Fault, in path: String, at position: SourcePosition) -> Diagnostic
  {
    let span = SourceSpan(path: path, line: position.line, column: position.column, length: 1)
    return switch fault {
    case .badUTF8:
      Diagnostic(
        .error, "bad-utf8", "UTF-8 ends here: a byte that is no character", at: span,
        because:
          "files are text in UTF-8; in a spreadsheet choose 'CSV UTF-8', in an editor 'Save with encoding'")
    case .nulByte:
      Diagnostic(
        .error, "nul-byte", "NUL byte in a text file", at: span,
        because:
          "text never holds one; the file may be a picture or a document with the wrong ending, or UTF-16")
    case .longLine:
      Diagnostic(
        .error, "line-too-long", "Line of more than 16 MiB", at: span,
        because: "no line that somebody wrote is so long")
    }
  }
}
