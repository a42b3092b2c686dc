import PackhorseCore

/// A number as a page prints it: "1,245", "86%", "−0.6", "under 0.1%".
struct PrintedNumber: Sendable {
  /// A percentage as a share.
  let value: Double
  /// Half a unit of its last digit.
  let rounding: Double

  /// The first number of a text; nil where there is none.
  init?(_ text: String) {
    let characters = Array(text)
    guard let start = characters.firstIndex(where: \.isASCIIDigit) else { return nil }
    var end = start
    while end < characters.count, characters[end].isASCIIDigit || Self.joins(characters, end) { end += 1 }
    let written = characters[start..<end]
    let groups = written.split { !$0.isASCIIDigit }
    let whole: [Character]
    let decimals: [Character]
    // A group of three after the last sign sets thousands apart, unless nothing but a 0 stands before it.
    if groups.count > 1, let last = groups.last, last.count != 3 || groups[0] == ["0"] {
      (whole, decimals) = (groups.dropLast().flatMap(\.self), Array(last))
    } else {
      (whole, decimals) = (groups.flatMap(\.self), [])
    }
    let places = decimals.reduce(1.0) { places, _ in places * 10 }
    guard let digits = Double(String(whole + decimals)) else { return nil }
    let isNegative = start > 0 && (characters[start - 1] == "−" || characters[start - 1] == "-")
    let rest = characters[end...].drop { $0 == " " || $0 == "\u{A0}" }
    let scale = rest.first == "%" ? 100.0 : 1
    value = digits / places / scale * (isNegative ? -1 : 1)
    rounding = 0.5 / places / scale
  }

  /// Whether it may be printed for a number that is nearer to nothing or to all: "under 0.1%", "over 99.9%".
  func bounds(_ number: Double) -> Bool {
    value == 0.001 && (0...0.001).contains(number) || value == 0.999 && (0.999...1).contains(number)
  }

  /// A sign between digits that belongs to the number.
  private static func joins(_ characters: [Character], _ index: Int) -> Bool {
    guard index + 1 < characters.count, characters[index + 1].isASCIIDigit else { return false }
    return [",", ".", "\u{A0}", "\u{202F}", "'", "’"].contains(characters[index])
  }
}
