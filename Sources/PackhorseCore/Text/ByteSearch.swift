extension [UInt8] {
  /// The number that `count` bytes at `offset` hold, or nil past the end.
  func number(at offset: Int, bytes count: Int, isLittleEndian: Bool) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    let digits = self[offset..<(offset + count)]
    return isLittleEndian
      ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where `needle` begins, the first `limit` times.
  package func offsets(of needle: [UInt8], limit: Int) -> [Int] {
    self[...].offsets(of: needle, limit: limit)
  }

  /// True where the text occurs, byte by byte.
  package func has(_ text: String) -> Bool { self[...].has(text) }
}

extension ArraySlice<UInt8> {
  /// Where `needle` begins, the first `limit` times, as indices of this slice.
  package func offsets(of needle: [UInt8], limit: Int) -> [Int] {
    guard let first = needle.first, needle.count <= count else { return [] }
    var found: [Int] = []
    let start = startIndex
    withUnsafeBufferPointer { bytes in
      var at = 0
      while at <= bytes.count - needle.count, found.count < limit {
        if bytes[at] == first, (1..<needle.count).allSatisfy({ bytes[at + $0] == needle[$0] }) {
          found.append(start + at)
        }
        at += 1
      }
    }
    return found
  }

  /// True where the text occurs, byte by byte.
  package func has(_ text: String) -> Bool { !offsets(of: Array(text.utf8), limit: 1).isEmpty }
}
