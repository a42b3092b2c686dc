/// How large a symbol is, and how its codewords are shared out (ISO/IEC 18004:2015, tables 1 and 9, annex E).
struct QRVersion: Sendable {
  /// From 1 to 10.
  let number: Int
  /// Data and error correction together.
  let codewords: Int
  /// Where the middles of alignment patterns lie, in rows as in columns.
  let alignment: [Int]
  private let medium: Blocks
  private let quartile: Blocks

  /// How data are divided, each block with its own error correction.
  struct Blocks: Sendable {
    var count: Int
    /// Codewords for error correction in each block.
    var corrections: Int
  }

  private init(
    _ number: Int, _ codewords: Int, _ medium: (Int, Int), _ quartile: (Int, Int), _ alignment: [Int]
  ) {
    (self.number, self.codewords, self.alignment) = (number, codewords, alignment)
    self.medium = Blocks(count: medium.0, corrections: medium.1)
    self.quartile = Blocks(count: quartile.0, corrections: quartile.1)
  }

  /// The versions that are made here, the smallest first.
  static let all = [
    QRVersion(1, 26, (1, 10), (1, 13), []),
    QRVersion(2, 44, (1, 16), (1, 22), [6, 18]),
    QRVersion(3, 70, (1, 26), (2, 18), [6, 22]),
    QRVersion(4, 100, (2, 18), (2, 26), [6, 26]),
    QRVersion(5, 134, (2, 24), (4, 18), [6, 30]),
    QRVersion(6, 172, (4, 16), (4, 24), [6, 34]),
    QRVersion(7, 196, (4, 18), (6, 18), [6, 22, 38]),
    QRVersion(8, 242, (4, 22), (6, 22), [6, 24, 42]),
    QRVersion(9, 292, (5, 22), (8, 20), [6, 26, 46]),
    QRVersion(10, 346, (5, 26), (8, 24), [6, 28, 50]),
  ]

  /// Modules a side.
  var side: Int { 17 + 4 * number }

  func blocks(at level: QRCode.Level) -> Blocks {
    switch level {
    case .medium: medium
    case .quartile: quartile
    }
  }

  /// Codewords for data.
  func dataCodewords(at level: QRCode.Level) -> Int {
    codewords - blocks(at: level).count * blocks(at: level).corrections
  }

  /// Bits of the number that says how many bytes follow.
  var countBits: Int { number < 10 ? 8 : 16 }

  /// How many bytes of text fit.
  func room(at level: QRCode.Level) -> Int { (dataCodewords(at: level) * 8 - 4 - countBits) / 8 }
}
