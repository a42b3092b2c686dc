import PackhorseCore

/// The groups of a fold by practice and period, each with its number in the order in which they were met.
///
/// A practice's code fits into eight bytes, so that looking a group up makes no text (open addressing, linear probing).
struct GroupTable: Sendable {
  struct Key: Hashable, Sendable {
    /// The bytes of the code, the first highest.
    var code: UInt64
    var period: Int32

    init(code: UInt64, period: Int32) { (self.code, self.period) = (code, period) }

    /// Nil for what is no code and no period of any data.
    init?(practice: String, period: Period) {
      var practice = practice
      guard let code = practice.withUTF8({ packedCode($0) }), let period = period.packed else { return nil }
      self.init(code: code, period: period)
    }
  }

  private struct Slot {
    var key: Key
    /// −1 where no group is.
    var number: Int32
  }

  private(set) var keys: [Key] = []
  /// A power of two of them, at most half taken; each holds its key, so that one look is enough.
  private var slots = [Slot](repeating: Slot(key: Key(code: 0, period: 0), number: -1), count: 64)

  /// The number of a group, and whether it is new.
  mutating func number(of key: Key) -> (number: Int, isNew: Bool) {
    let slot = freeSlot(for: key)
    if slots[slot].number >= 0 { return (Int(slots[slot].number), false) }
    slots[slot] = Slot(key: key, number: Int32(keys.count))
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return (keys.count - 1, true)
  }

  /// The slot of a key, or the empty one that it would take.
  private func freeSlot(for key: Key) -> Int {
    let last = slots.count - 1
    var slot = GroupTable.hash(key) & last
    while slots[slot].number >= 0, slots[slot].key.code != key.code || slots[slot].key.period != key.period {
      slot = (slot + 1) & last
    }
    return slot
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(key: Key(code: 0, period: 0), number: -1), count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      slots[freeSlot(for: key)] = Slot(key: key, number: Int32(number))
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
