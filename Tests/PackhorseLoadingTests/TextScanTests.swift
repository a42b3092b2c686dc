import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

@Suite struct TextScanTests {
  /// The first fault of some bytes by the standard library's own decoder, with lines counted byte by byte.
  private func plainFault(_ bytes: [UInt8]) -> String? {
    var (line, lineStart, offset) = (1, 0, 0)
    while offset < bytes.count {
      let place = "\(line):\(offset - lineStart + 1)"
      if bytes[offset] == 0 { return "nulByte \(place)" }
      let width = (1...4).first { length in
        offset + length <= bytes.count
          && String(validating: bytes[offset..<offset + length], as: UTF8.self)?.unicodeScalars.count == 1
      }
      guard let width else { return "badUTF8 \(place)" }
      let scalar = String(decoding: bytes[offset..<offset + width], as: UTF8.self).unicodeScalars.first
      if let scalar, isUnseen(scalar) { return "hidden(\(scalar.value)) \(place)" }
      let isEnd =
        bytes[offset] == 10 || (bytes[offset] == 13 && (offset + 1 == bytes.count || bytes[offset + 1] != 10))
      offset += width
      if isEnd { (line, lineStart) = (line + 1, offset) }
    }
    return nil
  }

  private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isNoncharacterCodePoint { return true }
    return "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}".unicodeScalars.contains(scalar)
      || (scalar.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains(scalar))
  }

  private func fault(_ bytes: [UInt8], chunk: Int) -> String? {
    var scan = TextScan()
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      if let fault = scan.firstFault(in: bytes[start..<min(start + chunk, bytes.count)]) {
        return "\(fault.kind) \(fault.position.line):\(fault.position.column)"
      }
    }
    return scan.faultAtEnd().map { "\($0.kind) \($0.position.line):\($0.position.column)" }
  }

  @Test func findsTheFirstFaultHoweverTheBytesAreCut() {
    var random = Seeded(seed: 99)
    let pieces: [[UInt8]] = [
      Array("plain words of text".utf8), Array("\n".utf8), Array("\r\n".utf8), Array("\r".utf8),
      Array("é€😀".utf8),
      Array("12345678".utf8), Array("\u{2066}\u{200F}\t\u{FEFF}".utf8), Array("\u{7F}".utf8), [0xB],
      Array("\u{85}".utf8), Array("\u{202E}".utf8), [0xEF, 0xB7, 0x90], [0xF0, 0x9F, 0xBF, 0xBF], [0xC3],
      [0xE2, 0x82],
      [0x80], [0], [0xF0, 0x9F],
      [0xED, 0xA0, 0x80],
    ]
    for _ in 0..<5_000 {
      let length = 1 + random.below(12)
      let bytes = (0..<length).flatMap { _ in
        random.pick(random.below(4) == 0 ? pieces : Array(pieces.prefix(7)))
      }
      let due = plainFault(bytes)
      for chunk in [1, 3, 1_000] { #expect(fault(bytes, chunk: chunk) == due) }
    }
  }
}
