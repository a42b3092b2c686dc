/// The dark and light modules of a symbol, row by row (ISO/IEC 18004:2015, 6.3 and 7.7 to 7.10).
struct QRModules: Sendable {
  let side: Int
  private let version: QRVersion
  private var dark: [Bool]
  /// Finder, timing and alignment patterns, and what says version, level and mask: no data lie there.
  private var isFixed: [Bool]

  subscript(row: Int, column: Int) -> Bool { dark[row * side + column] }

  /// The fixed patterns and the codewords, not masked yet.
  init(version: QRVersion, codewords: [UInt8]) {
    (self.version, side) = (version, version.side)
    dark = Array(repeating: false, count: side * side)
    isFixed = dark
    placePatterns()
    place(codewords)
  }

  /// The symbol with a mask over its data, and the level and mask written in.
  func masked(with mask: Int, level: QRCode.Level) -> QRModules {
    var masked = self
    for row in 0..<side {
      for column in 0..<side where !isFixed[row * side + column] && isInverted(row, column, by: mask) {
        masked.dark[row * side + column].toggle()
      }
    }
    masked.placeFormat(level: level, mask: mask)
    return masked
  }

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    dark[row * side + column] = isDark
    isFixed[row * side + column] = true
  }

  private mutating func placePatterns() {
    for index in 0..<side {
      fix(6, index, index % 2 == 0)
      fix(index, 6, index % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { placeFinder(row, column) }
    for row in version.alignment {
      for column in version.alignment where !isCorner(row, column) { placeAlignment(row, column) }
    }
    placeFormat(level: .medium, mask: 0)
    if version.number >= 7 { placeVersion() }
  }

  /// A finder pattern stands there, and alignment patterns give way.
  private func isCorner(_ row: Int, _ column: Int) -> Bool {
    (row == 6 && (column == 6 || column == side - 7)) || (row == side - 7 && column == 6)
  }

  /// A finder pattern about its middle, with the light line around it.
  private mutating func placeFinder(_ middleRow: Int, _ middleColumn: Int) {
    for row in middleRow - 4...middleRow + 4 where (0..<side).contains(row) {
      for column in middleColumn - 4...middleColumn + 4 where (0..<side).contains(column) {
        let distance = max(abs(row - middleRow), abs(column - middleColumn))
        fix(row, column, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func placeAlignment(_ middleRow: Int, _ middleColumn: Int) {
    for row in middleRow - 2...middleRow + 2 {
      for column in middleColumn - 2...middleColumn + 2 {
        fix(row, column, max(abs(row - middleRow), abs(column - middleColumn)) != 1)
      }
    }
  }

  /// Level and mask twice, with the module beside them that is always dark (7.9).
  private mutating func placeFormat(level: QRCode.Level, mask: Int) {
    let data = (level == .medium ? 0b00 : 0b11) << 3 | mask
    let bits = (data << 10 | remainder(of: data, places: 10, by: 0x537)) ^ 0x5412
    for bit in 0..<15 {
      let isDark = bits >> bit & 1 == 1
      // Past the timing pattern, which takes row and column 6.
      let row = bit < 6 ? bit : bit < 8 ? bit + 1 : side - 15 + bit
      let column = bit < 8 ? side - 1 - bit : bit == 8 ? 7 : 14 - bit
      fix(row, 8, isDark)
      fix(8, column, isDark)
    }
    fix(side - 8, 8, true)
  }

  /// The version twice, from 7 on (7.10).
  private mutating func placeVersion() {
    let bits = version.number << 12 | remainder(of: version.number, places: 12, by: 0x1F25)
    for bit in 0..<18 {
      let (far, near) = (side - 11 + bit % 3, bit / 3)
      fix(far, near, bits >> bit & 1 == 1)
      fix(near, far, bits >> bit & 1 == 1)
    }
  }

  /// Codewords from the lower right, two columns at a time, up and down in turn (7.7.3).
  private mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    var isUpward = true
    for right in stride(from: side - 1, to: 0, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
      for step in 0..<side {
        let row = isUpward ? side - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * side + column] && bit < codewords.count * 8 {
          dark[row * side + column] = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
      isUpward.toggle()
    }
  }
}

/// The error correction of format and version: what is left of a number, moved up, when it is divided by a polynomial.
private func remainder(of number: Int, places: Int, by divisor: Int) -> Int {
  var rest = number << places
  for bit in (places..<places + 6).reversed() where rest >> bit & 1 == 1 { rest ^= divisor << (bit - places) }
  return rest
}

/// True where a mask turns a module about (7.8.2).
private func isInverted(_ row: Int, _ column: Int, by mask: Int) -> Bool {
  switch mask {
  case 0: (row + column) % 2 == 0
  case 1: row % 2 == 0
  case 2: column % 3 == 0
  case 3: (row + column) % 3 == 0
  case 4: (row / 2 + column / 3) % 2 == 0
  case 5: row * column % 2 + row * column % 3 == 0
  case 6: (row * column % 2 + row * column % 3) % 2 == 0
  default: ((row + column) % 2 + row * column % 3) % 2 == 0
  }
}
