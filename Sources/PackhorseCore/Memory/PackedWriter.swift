/// Values as bytes for a note that a later run reads: numbers in as few bytes as they need, texts with their length.
package struct PackedWriter: Sendable, Hashable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a number, seven bits a byte, the lowest first; small negative numbers are short too.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func write(_ number: UInt) { write(Int(bitPattern: number)) }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  package mutating func write(_ digest: Digest) {
    write(UInt(digest.low))
    write(UInt(digest.high))
  }

  package mutating func write(_ state: FileState) {
    write(state.size)
    write(state.modified)
    write(state.changed)
    write(state.device)
    write(state.number)
  }

  package mutating func write<Item>(_ items: [Item], each: (inout PackedWriter, Item) -> Void) {
    write(items.count)
    for item in items { each(&self, item) }
  }

  package mutating func write<Value>(_ value: Value?, each: (inout PackedWriter, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { each(&self, value) }
  }

  /// Writes bytes together with their digest, which tells later whether they were changed.
  mutating func write(sealed bytes: [UInt8]) {
    write(Digest(of: bytes[...]))
    write(bytes)
  }

  mutating func write(_ bytes: [UInt8]) {
    write(bytes.count)
    append(bytes[...])
  }

  /// Appends what another writer made.
  package mutating func append(_ packed: ArraySlice<UInt8>) {
    bytes.append(contentsOf: packed)
  }
}
