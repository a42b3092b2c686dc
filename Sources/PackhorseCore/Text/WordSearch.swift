/// Searches of bytes that look at eight of them at once.
///
/// Public, since only what is public is compiled into its callers.
extension UnsafeBufferPointer<UInt8> {
  /// The first index from `start` on whose byte `mark` marks.
  ///
  /// `mark` takes eight bytes, the first the lowest, and sets the high bit of each that is looked for.
  @inlinable public func firstIndex(from start: Int, marked mark: (UInt64) -> UInt64) -> Int? {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let found = mark(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    if index < count, count >= 8 {
      // The last eight bytes once more, without those that were looked at.
      let last = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      let found = mark(last) >> (8 * UInt64(8 - (count - index)))
      return found == 0 ? nil : index + found.trailingZeroBitCount / 8
    }
    while index < count {
      if mark(UInt64(self[index])) & 0x80 != 0 { return index }
      index += 1
    }
    return nil
  }

  /// The first index of a byte from `start` on.
  @inlinable public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    firstIndex(from: start) { places(of: byte, in: $0) }
  }
}

/// The high bit of each byte of a word that is `byte`.
@inlinable public func places(of byte: UInt8, in word: UInt64) -> UInt64 {
  zeroBytes(word ^ UInt64(byte) &* 0x0101_0101_0101_0101)
}

/// The high bit of each byte that is 0, after "Bit Twiddling Hacks" of Sean Anderson; the first byte is lowest.
@inlinable public func zeroBytes(_ word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~(((word & low) &+ low) | word | low)
}
