/// The groups of a fold by practice and period, each with its number in the order in which they were met.
///
/// A practice's code fits into eight bytes, so that looking a group up makes no text (open addressing, linear probing).
struct GroupTable: Sendable {
  struct Key: Hashable, Sendable {
    /// The bytes of the code, the first highest.
    var code: UInt64
    var period: Int32
  }

  private(set) var keys: [Key] = []
  /// Numbers of groups, -1 where none is; a power of two of them, at most half taken.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of a group, and whether it is new.
  mutating func number(of key: Key) -> (number: Int, isNew: Bool) {
    var slot = GroupTable.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return (Int(slots[slot]), false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return (keys.count - 1, true)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = GroupTable.hash(key) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// The finaliser of SplitMix64 over both parts.
  private static func hash(_ key: Key) -> Int {
    var z = key.code ^ (UInt64(UInt32(bitPattern: key.period)) &* 0x9E37_79B9_7F4A_7C15)
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (z ^ (z >> 31)) & 0x7FFF_FFFF)
  }
}

/// A practice's code in eight bytes; nil for what is none.
func packedCode(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64? {
  guard (4...8).contains(cell.count) else { return nil }
  var code: UInt64 = 0
  for byte in cell {
    guard isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
    code = code << 8 | UInt64(byte)
  }
  return code << (8 * UInt64(8 - cell.count))
}

/// The text of a code that was packed.
func unpackedCode(_ code: UInt64) -> String {
  let bytes = (0..<8).map { UInt8(truncatingIfNeeded: code >> (56 - 8 * UInt64($0))) }
  return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
}
