@testable import PackhorseRendering

/// Reads the text of a symbol back, as the standard describes the way; it shares no table with what draws symbols.
struct QRReader {
  private let modules: QRModules
  private var side: Int { modules.side }
  private var version: Int { (side - 17) / 4 }

  init(_ modules: QRModules) { self.modules = modules }

  /// The 15 bits beside the finder pattern at the upper left, without what covers them.
  var format: Int {
    let places =
      (0..<6).map { ($0, 8) } + [(7, 8), (8, 8), (8, 7)] + (0..<6).reversed().map { (8, $0) }
    return places.enumerated().reduce(0) { $0 | (modules[$1.element.0, $1.element.1] ? 1 << $1.offset : 0) }
      ^ 0b101_0100_0001_0010
  }

  /// The same bits from the two other corners.
  var secondFormat: Int {
    let places = (0..<8).map { (8, side - 1 - $0) } + (8..<15).map { (side - 15 + $0, 8) }
    return places.enumerated().reduce(0) { $0 | (modules[$1.element.0, $1.element.1] ? 1 << $1.offset : 0) }
      ^ 0b101_0100_0001_0010
  }

  /// The bytes of the text; `blocks` are the data and correction codewords of each, in order.
  func text(blocks: [(data: Int, corrections: Int)]) -> String? {
    let words = codewords
    var data = blocks.map { _ in [UInt8]() }
    var whole = data
    var next = words.makeIterator()
    for round in 0..<(blocks.map(\.data).max() ?? 0) {
      for (index, block) in blocks.enumerated() where round < block.data {
        guard let word = next.next() else { return nil }
        data[index].append(word)
      }
    }
    whole = data
    for _ in 0..<(blocks.first?.corrections ?? 0) {
      for index in blocks.indices { if let word = next.next() { whole[index].append(word) } }
    }
    for (index, block) in blocks.enumerated() where !isUnharmed(whole[index], block.corrections) {
      return nil
    }
    return text(of: data.flatMap(\.self))
  }

  private func text(of data: [UInt8]) -> String? {
    let bits = data.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0) & 1) } }
    func number(_ start: Int, _ count: Int) -> Int { bits[start..<start + count].reduce(0) { $0 * 2 + $1 } }
    guard number(0, 4) == 4 else { return nil }
    let countBits = version < 10 ? 8 : 16
    let count = number(4, countBits)
    guard 4 + countBits + 8 * count <= bits.count else { return nil }
    return String(
      decoding: (0..<count).map { UInt8(number(4 + countBits + 8 * $0, 8)) }, as: UTF8.self)
  }

  /// All codewords in the order of their places, the mask taken off.
  private var codewords: [UInt8] {
    let mask = format >> 10 & 7
    var bits: [Bool] = []
    var column = side - 1
    var isUpward = true
    while column > 0 {
      if column == 6 { column -= 1 }
      for step in 0..<side {
        let row = isUpward ? side - 1 - step : step
        for column in [column, column - 1] where !isFunction(row, column) {
          bits.append(modules[row, column] != isCovered(row, column, mask))
        }
      }
      isUpward.toggle()
      column -= 2
    }
    return stride(from: 0, to: bits.count - 7, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }

  private func isFunction(_ row: Int, _ column: Int) -> Bool {
    if row == 6 || column == 6 { return true }
    if row < 9 && column < 9 || row < 9 && column >= side - 8 || row >= side - 8 && column < 9 { return true }
    if version >= 7, row < 6 && column >= side - 11 || column < 6 && row >= side - 11 { return true }
    let middles: [Int] =
      switch version {
      case 1: []
      case 2...6: [6, side - 7]
      default: [6, (side - 1) / 2, side - 7]
      }
    return middles.contains { middle in
      middles.contains { other in
        let isFinder =
          [middle, other] == [6, 6] || [middle, other] == [6, side - 7] || [middle, other] == [side - 7, 6]
        return !isFinder && abs(row - middle) <= 2 && abs(column - other) <= 2
      }
    }
  }

  private func isCovered(_ row: Int, _ column: Int, _ mask: Int) -> Bool {
    let (i, j) = (row, column)
    let values = [
      i + j, i, j % 3, (i + j) % 3, i / 2 + j / 3, (i * j) % 2 + (i * j) % 3, (i * j) % 2 + (i * j) % 3,
      (i + j) % 2 + (i * j) % 3,
    ]
    return [0, 1, 4, 6, 7].contains(mask) ? values[mask] % 2 == 0 : values[mask] == 0
  }

  /// The powers of two in the field of 256 elements, and the power that each element is.
  private static let powers: [Int] = {
    var powers = [1]
    while powers.count < 255 {
      let next = powers[powers.count - 1] * 2
      powers.append(next > 255 ? next ^ 0b1_0001_1101 : next)
    }
    return powers
  }()
  private static let logs = Dictionary(uniqueKeysWithValues: powers.enumerated().map { ($1, $0) })

  /// True where each root of the generator is a root of the block: nothing was changed.
  private func isUnharmed(_ block: [UInt8], _ corrections: Int) -> Bool {
    let (powers, logs) = (Self.powers, Self.logs)
    return (0..<corrections).allSatisfy { root in
      block.reduce(0) { value, word in
        let product = logs[value].map { powers[($0 + root) % 255] } ?? 0
        return product ^ Int(word)
      } == 0
    }
  }
}
