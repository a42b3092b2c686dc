import PackhorseCore

/// Looks through bytes, in chunks, for the first thing that makes them unreadable as text.
///
/// Lines end at LF, CRLF or a lone CR, as in CommonMark.
struct TextScan {
  /// What is wrong, with its place and its offset from the beginning of the text.
  struct Fault {
    enum Kind {
      case badUTF8, nulByte, longLine
      case hidden(UInt32)
    }

    var kind: Kind
    var position: SourcePosition
    var offset: Int
  }

  /// The longest line that is read, in bytes.
  static let longestLine = 16 * 1024 * 1024

  /// Bytes seen in earlier chunks.
  private(set) var seen = 0
  private var line = 1
  private var lineStart = 0
  private var endedWithCR = false
  /// Continuation bytes still due in the character that began at `start`, and the range of the next of them.
  private var due = 0
  private var next: ClosedRange<UInt8> = 0x80...0xBF
  private var start = 0
  /// The bits of that character so far.
  private var codePoint: UInt32 = 0

  /// Bytes seen, without those of a character that has not ended.
  var wholeCharacters: Int { due > 0 ? start : seen }

  /// The first fault of a chunk with its place; nothing after it may be fed.
  mutating func firstFault(in chunk: ArraySlice<UInt8>) -> Fault? {
    let fault = chunk.withUnsafeBytes { scan($0) }
    if fault == nil { seen += chunk.count }
    return fault
  }

  /// The fault of a text that ends inside a character or in a line without end.
  func faultAtEnd() -> Fault? {
    if due > 0 { return fault(.badUTF8, at: start) }
    return lineIsTooLong(at: seen) ? fault(.longLine, at: lineStart) : nil
  }

  private mutating func scan(_ bytes: UnsafeRawBufferPointer) -> Fault? {
    var index = 0
    while index < bytes.count {
      let offset = seen + index
      if index + 8 <= bytes.count,
        takeASCII(
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)), at: offset)
      {
        index += 8
      } else if let fault = take(bytes[index], at: offset) {
        return fault
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Takes eight bytes at once where they are ASCII without control characters but LF; false where they are not.
  private mutating func takeASCII(_ word: UInt64, at offset: Int) -> Bool {
    let lineEnds = zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
    let controls = zeroBytes(word & 0xE0E0_E0E0_E0E0_E0E0) | zeroBytes(word ^ 0x7F7F_7F7F_7F7F_7F7F)
    guard word & 0x8080_8080_8080_8080 == 0, controls == lineEnds, due == 0, !endedWithCR,
      !lineIsTooLong(at: offset + 8)
    else { return false }
    if lineEnds != 0 {
      line += lineEnds.nonzeroBitCount
      lineStart = offset + 8 - lineEnds.leadingZeroBitCount / 8
    }
    return true
  }

  private mutating func take(_ byte: UInt8, at offset: Int) -> Fault? {
    if endedWithCR, byte != UInt8(ascii: "\n") { beginLine(at: offset) }
    if due > 0 {
      guard next.contains(byte) else { return fault(.badUTF8, at: start) }
      due -= 1
      next = 0x80...0xBF
      codePoint = codePoint << 6 | UInt32(byte & 0x3F)
      return due == 0 && isHidden(codePoint) ? fault(.hidden(codePoint), at: start) : nil
    }
    switch byte {
    case 0: return fault(.nulByte, at: offset)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if lineIsTooLong(at: offset) { return fault(.longLine, at: lineStart) }
      endedWithCR = byte == UInt8(ascii: "\r")
      if !endedWithCR { beginLine(at: offset + 1) }
      return nil
    case ..<0x80: return isHidden(UInt32(byte)) ? fault(.hidden(UInt32(byte)), at: offset) : nil
    default:
      start = offset
      return begin(byte) ? nil : fault(.badUTF8, at: offset)
    }
  }

  /// Takes the first byte of a character (Unicode 15, table 3-7); false where no character begins so.
  private mutating func begin(_ lead: UInt8) -> Bool {
    switch lead {
    case 0xC2...0xDF: (due, next) = (1, 0x80...0xBF)
    case 0xE0: (due, next) = (2, 0xA0...0xBF)
    case 0xED: (due, next) = (2, 0x80...0x9F)
    case 0xE1...0xEF: (due, next) = (2, 0x80...0xBF)
    case 0xF0: (due, next) = (3, 0x90...0xBF)
    case 0xF1...0xF3: (due, next) = (3, 0x80...0xBF)
    case 0xF4: (due, next) = (3, 0x80...0x8F)
    default: return false
    }
    codePoint = UInt32(lead) & (0x7F >> UInt32(due + 1))
    return true
  }

  private mutating func beginLine(at offset: Int) {
    line += 1
    lineStart = offset
    endedWithCR = false
  }

  private func lineIsTooLong(at offset: Int) -> Bool { offset - lineStart > TextScan.longestLine }

  private func fault(_ kind: Fault.Kind, at offset: Int) -> Fault {
    Fault(kind: kind, position: SourcePosition(line: line, column: offset - lineStart + 1), offset: offset)
  }
}
