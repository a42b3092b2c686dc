/// Reed–Solomon error correction over the field of 256 elements (ISO/IEC 18004:2015, 7.5.2 and annex A).
struct ReedSolomon: Sendable {
  /// The generator polynomial's coefficients below the highest, the highest of these first.
  private let generator: [UInt8]

  /// The generator is the product of (x − 2ⁱ) for each i below `degree`.
  init(degree: Int) {
    var generator = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in generator.indices {
        generator[index] = product(generator[index], root)
        if index + 1 < degree { generator[index] ^= generator[index + 1] }
      }
      root = product(root, 2)
    }
    self.generator = generator
  }

  /// What is left of a block, moved up by the degree, when it is divided by the generator.
  func remainder(of block: ArraySlice<UInt8>) -> [UInt8] {
    var rest = [UInt8](repeating: 0, count: generator.count)
    for byte in block {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for index in rest.indices { rest[index] ^= product(generator[index], factor) }
    }
    return rest
  }
}

/// The product of two elements modulo x⁸ + x⁴ + x³ + x² + 1.
private func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
  var result: UInt8 = 0
  for bit in (0..<8).reversed() {
    result = result << 1 ^ (result >> 7 == 1 ? 0x1D : 0)
    if other >> UInt8(bit) & 1 == 1 { result ^= one }
  }
  return result
}
