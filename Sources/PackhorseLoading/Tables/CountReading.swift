/// A cell read as a count.
enum CountReading: Equatable {
  case count(Int)
  case mark(FigureMark)
  /// What stands there instead, in words that give nothing away: "text".
  case other(String)

  /// The largest count that is read; no practice has more people.
  private static let largest = 1_000_000_000

  init(_ cell: ArraySlice<UInt8>) {
    guard let first = cell.first else {
      self = .other("nothing")
      return
    }
    if cell.count < 10, cell.allSatisfy(isDigit) {
      self = .count(cell.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    } else if let digits = CountReading.digits(of: cell) {
      self = CountReading.value(of: digits)
    } else if let mark = FigureMark(cell) {
      self = .mark(mark)
    } else if first == UInt8(ascii: "[") {
      self = .other("a mark for a missing figure")
    } else if first == UInt8(ascii: "-"), CountReading.digits(of: cell.dropFirst()) != nil {
      self = .other("a negative number")
    } else if cell.last == UInt8(ascii: "%") {
      self = .other("a percentage")
    } else if cell.allSatisfy({ isDigit($0) || [UInt8(ascii: "."), UInt8(ascii: ",")].contains($0) }) {
      self = .other("another number")
    } else {
      self = .other("text")
    }
  }

  private static func value(of digits: [UInt8]) -> CountReading {
    var value = 0
    for digit in digits {
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      if value > largest { return .other("a number beyond all counts") }
    }
    return .count(value)
  }

  /// The digits of a whole number; commas may stand where thousands end (`1,234,567`).
  private static func digits(of cell: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = cell.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    return groups.flatMap(\.self)
  }
}
