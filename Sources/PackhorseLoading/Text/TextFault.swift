import PackhorseCore

/// The byte-order mark that some editors put before UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// A file's bytes without a byte-order mark, or why they cannot be read as text.
func checkedText(_ file: SourceFile) -> Outcome<ArraySlice<UInt8>?> {
  let text = file.bytes.starts(with: byteOrderMark) ? file.bytes.dropFirst(3) : file.bytes[...]
  var scan = TextScan()
  guard let fault = scan.firstFault(in: text) ?? scan.faultAtEnd() else { return Outcome(text) }
  return Outcome(nil, [.unreadable(fault, in: file.path)])
}

extension Diagnostic {
  /// What makes a file unreadable as text, at its first such place.
  static func unreadable(_ fault: TextScan.Fault, in path: String) -> Diagnostic {
    let span = SourceSpan(path: path, line: fault.position.line, column: fault.position.column, length: 1)
    return switch fault.kind {
    case .badUTF8:
      Diagnostic(
        .error, "bad-utf8", "Byte that is no UTF-8", at: span,
        because: "Every file is text in UTF-8; a spreadsheet saves it as 'CSV UTF-8', an editor as 'UTF-8'.")
    case .nulByte:
      Diagnostic(
        .error, "nul-byte", "NUL byte in a text file", at: span,
        because: "Text never holds one; the file may be UTF-16, or a picture with the wrong ending.")
    case .hidden(let codePoint): .hiddenCharacter(codePoint, at: span)
    case .longLine:
      Diagnostic(
        .error, "line-too-long", "Line of more than 16 MiB", at: span, because: "Nobody wrote a line so long."
      )
    }
  }
}
