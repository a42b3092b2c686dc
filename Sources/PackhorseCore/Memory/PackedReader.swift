/// Reads what `PackedWriter` wrote.
///
/// Bytes that nothing of ours wrote end in `DamagedNote`, never in a wrong place in memory or a giant allocation.
package struct PackedReader {
  /// The path of the page that is being read; places in it go without.
  var path = ""
  private let packed: ArraySlice<UInt8>
  /// The index of the byte to read next.
  private var next: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    packed = bytes
    next = bytes.startIndex
  }

  package var isAtEnd: Bool { left == 0 }

  /// How many bytes are left to read.
  var left: Int { packed.endIndex - next }

  mutating func byte() throws(DamagedNote) -> UInt8 {
    guard next < packed.endIndex else { throw DamagedNote() }
    defer { next += 1 }
    return packed[next]
  }

  package mutating func number() throws(DamagedNote) -> Int {
    let (bits, end) = try PackedReader.number(in: packed.span, from: next - packed.startIndex)
    next = packed.startIndex + end
    return Int(truncatingIfNeeded: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
  }

  private static func number(
    in bytes: Span<UInt8>, from start: Int
  ) throws(DamagedNote) -> (bits: UInt64, end: Int) {
    var bits: UInt64 = 0
    var shift: UInt64 = 0
    for place in start..<bytes.count {
      guard shift < 64 else { break }
      bits |= UInt64(bytes[place] & 0x7F) << shift
      if bytes[place] < 0x80 { return (bits, place + 1) }
      shift += 7
    }
    throw DamagedNote()
  }

  package mutating func unsigned() throws(DamagedNote) -> UInt { UInt(bitPattern: try number()) }

  package mutating func bytes() throws(DamagedNote) -> ArraySlice<UInt8> {
    let count = try count()
    defer { next += count }
    return packed[next..<next + count]
  }

  /// Bytes that went in together with their digest.
  mutating func sealed() throws(DamagedNote) -> ArraySlice<UInt8> {
    let digest = try digest()
    let bytes = try bytes()
    guard Digest(of: bytes) == digest else { throw DamagedNote() }
    return bytes
  }

  package mutating func text() throws(DamagedNote) -> String {
    String(decoding: try bytes(), as: UTF8.self)
  }

  package mutating func digest() throws(DamagedNote) -> Digest {
    Digest(low: UInt64(try unsigned()), high: UInt64(try unsigned()))
  }

  package mutating func state() throws(DamagedNote) -> FileState {
    FileState(
      size: try number(), modified: try number(), changed: try number(), device: try unsigned(),
      number: try unsigned())
  }

  /// How many items follow.
  package mutating func count() throws(DamagedNote) -> Int {
    let count = try number()
    // Every item takes a byte at least.
    guard count >= 0, count <= left else { throw DamagedNote() }
    return count
  }

  package mutating func items<Item>(
    _ each: (inout PackedReader) throws(DamagedNote) -> Item
  ) throws(DamagedNote) -> [Item] {
    let count = try count()
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try each(&self)) }
    return items
  }

  package mutating func optional<Value>(
    _ each: (inout PackedReader) throws(DamagedNote) -> Value
  ) throws(DamagedNote) -> Value? {
    try number() == 0 ? nil : try each(&self)
  }
}

/// A note whose bytes are not what Packhorse wrote.
package struct DamagedNote: Error {
  package init() {}
}
