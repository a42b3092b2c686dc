extension ByteWriter {
  /// Appends a JSON string with its quotation marks (RFC 8259 section 7).
  ///
  /// DEL and C1 controls are escaped as well, for whoever looks at it on a terminal, and `<`, so that a script that
  /// holds it can stand in a page.
  package mutating func write(json text: ArraySlice<UInt8>) {
    write("\"")
    var isAfterC2 = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case UInt8(ascii: "\n"): write("\\n")
      case 0..<0x20, 0x7F, UInt8(ascii: "<"): write(escapeOf: byte)
      case 0x80...0x9F where isAfterC2:
        removeLast(1)
        write(escapeOf: byte)
      default: writeReady(byte)
      }
      isAfterC2 = byte == 0xC2
    }
    write("\"")
  }

  /// Appends a JSON string with its quotation marks.
  package mutating func write(json text: String) { write(json: Array(text.utf8)[...]) }

  private mutating func write(escapeOf codePoint: UInt8) {
    write(codePoint < 0x10 ? "\\u000" : "\\u00")
    for digit in String(codePoint, radix: 16).utf8 { writeReady(digit) }
  }
}
