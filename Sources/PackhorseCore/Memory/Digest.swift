/// 128 bits that stand for bytes: where two digests are equal, so are the bytes.
///
/// SipHash-2-4 with 128 bits (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012). Its key is no secret: a
/// digest tells whether something changed and guards against nobody.
package struct Digest: Hashable, Sendable {
  package var low: UInt64
  package var high: UInt64

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The digest of bytes as they are.
  package init(of bytes: ArraySlice<UInt8>) {
    var builder = DigestBuilder()
    bytes.withUnsafeBytes { builder.take($0) }
    self = builder.digest
  }
}

/// A digest under construction, of values one after another.
///
/// Each value goes in with its length, so that "ab", "c" and "a", "bc" differ.
package struct DigestBuilder: Sendable {
  private var v0: UInt64 = 0x736f_6d65_7073_6575 ^ keyLow
  private var v1: UInt64 = 0x646f_7261_6e64_6f6d ^ keyHigh ^ 0xee
  private var v2: UInt64 = 0x6c79_6765_6e65_7261 ^ keyLow
  private var v3: UInt64 = 0x7465_6462_7974_6573 ^ keyHigh
  /// Bytes that do not fill a word yet, the first in the lowest place.
  private var rest: UInt64 = 0
  private var count = 0

  private static let keyLow: UInt64 = 0x0706_0504_0302_0100
  private static let keyHigh: UInt64 = 0x0f0e_0d0c_0b0a_0908

  package init() {}

  package mutating func add(_ number: Int) {
    take(UInt64(bitPattern: Int64(number)))
  }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(bytes.count)
      take(UnsafeRawBufferPointer(bytes))
    }
  }

  package mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    add(bytes.count)
    bytes.withUnsafeBytes { take($0) }
  }

  package mutating func add(_ digest: Digest) {
    take(digest.low)
    take(digest.high)
  }

  package mutating func add(_ state: FileState) {
    for number in [state.size, state.modified, state.changed] { add(number) }
    for number in [state.device, state.number] { add(Int(bitPattern: number)) }
  }

  /// Takes bytes without their length: pieces then count as the one text that they make up.
  package mutating func take(_ piece: [UInt8]) {
    piece.withUnsafeBytes { take($0) }
  }

  /// The digest of everything that went in.
  package var digest: Digest {
    var end = self
    end.compress(rest | UInt64(count & 0xff) << 56)
    end.v2 ^= 0xee
    for _ in 0..<4 { end.turn() }
    let low = end.v0 ^ end.v1 ^ end.v2 ^ end.v3
    end.v1 ^= 0xdd
    for _ in 0..<4 { end.turn() }
    return Digest(low: low, high: end.v0 ^ end.v1 ^ end.v2 ^ end.v3)
  }

  /// Takes eight bytes, the first in the lowest place.
  private mutating func take(_ word: UInt64) {
    take(word, shift: UInt64(count & 7) * 8)
    count &+= 8
  }

  /// The same behind so many bits that do not fill a word yet.
  @inline(__always) private mutating func take(_ word: UInt64, shift: UInt64) {
    compress(rest | word << shift)
    rest = shift == 0 ? 0 : word >> (64 - shift)
  }

  fileprivate mutating func take(_ bytes: UnsafeRawBufferPointer) {
    let shift = UInt64(count & 7) * 8
    count &+= bytes.count
    var index = 0
    while index &+ 8 <= bytes.count {
      take(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)), shift: shift)
      index &+= 8
    }
    var place = shift
    while index < bytes.count {
      rest |= UInt64(bytes[index]) << place
      index &+= 1
      place += 8
      if place == 64 {
        compress(rest)
        rest = 0
        place = 0
      }
    }
  }

  @inline(__always) private mutating func compress(_ word: UInt64) {
    v3 ^= word
    turn()
    turn()
    v0 ^= word
  }

  @inline(__always) private mutating func turn() {
    v0 &+= v1
    v2 &+= v3
    v1 = rotated(v1, 13) ^ v0
    v3 = rotated(v3, 16) ^ v2
    v0 = rotated(v0, 32)
    v2 &+= v1
    v0 &+= v3
    v1 = rotated(v1, 17) ^ v2
    v3 = rotated(v3, 21) ^ v0
    v2 = rotated(v2, 32)
  }

  @inline(__always) private func rotated(_ word: UInt64, _ by: UInt64) -> UInt64 {
    word << by | word >> (64 - by)
  }
}
