/// The codewords of a text in the order in which they are placed (ISO/IEC 18004:2015, 7.4 to 7.6).
func qrCodewords(_ bytes: [UInt8], version: QRVersion, level: QRCode.Level) -> [UInt8] {
  let data = dataCodewords(bytes, version: version, level: level)
  let blocks = version.blocks(at: level)
  let short = data.count / blocks.count
  let firstLong = blocks.count - data.count % blocks.count
  let correction = ReedSolomon(degree: blocks.corrections)
  var parts: [ArraySlice<UInt8>] = []
  var rest = data[...]
  for block in 0..<blocks.count {
    parts.append(rest.prefix(block < firstLong ? short : short + 1))
    rest = rest.dropFirst(parts[block].count)
  }
  return interleaved(parts) + interleaved(parts.map { correction.remainder(of: $0)[...] })
}

/// The mode, the length, the bytes, and what fills the rest.
private func dataCodewords(_ bytes: [UInt8], version: QRVersion, level: QRCode.Level) -> [UInt8] {
  let room = version.dataCodewords(at: level)
  var bits = QRBits()
  bits.append(0b0100, count: 4)
  bits.append(bytes.count, count: version.countBits)
  for byte in bytes { bits.append(Int(byte), count: 8) }
  bits.append(0, count: min(4, room * 8 - bits.count))
  bits.append(0, count: (8 - bits.count % 8) % 8)
  var filled = bits.bytes
  while filled.count < room { filled.append((filled.count - bits.bytes.count) % 2 == 0 ? 0xEC : 0x11) }
  return filled
}

/// The first of each part, then the second of each, and so on.
private func interleaved(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
  (0..<(parts.map(\.count).max() ?? 0)).flatMap { offset in
    parts.compactMap { offset < $0.count ? $0[$0.startIndex + offset] : nil }
  }
}

/// Bits in a row, the highest first.
private struct QRBits {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ value: Int, count added: Int) {
    for bit in (0..<added).reversed() {
      if count % 8 == 0 { bytes.append(0) }
      bytes[count / 8] |= UInt8(value >> bit & 1) << UInt8(7 - count % 8)
      count += 1
    }
  }
}
