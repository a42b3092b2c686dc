/// A place on a line, as a byte and as a column: a tab goes on to the next multiple of four.
struct LineCursor {
  private(set) var index: Int
  private(set) var column = 0
  private let end: Int
  /// The columns that are left of a tab of which some were skipped.
  private var rest = 0

  init(_ line: Range<Int>) {
    index = line.lowerBound
    end = line.upperBound
  }

  /// The byte here; nil at the end of the line.
  func byte(in bytes: [UInt8]) -> UInt8? { index < end ? bytes[index] : nil }

  /// Goes past a byte that is no tab.
  mutating func step() {
    index += 1
    column += 1
  }

  /// Goes past blanks, up to a number of columns; gives how many it went.
  @discardableResult
  mutating func skip(columns limit: Int, in bytes: [UInt8]) -> Int {
    var skipped = 0
    while skipped < limit, let byte = byte(in: bytes), byte.isBlank {
      if rest == 0 { rest = byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1 }
      let step = min(rest, limit - skipped)
      skipped += step
      column += step
      rest -= step
      if rest == 0 { index += 1 }
    }
    return skipped
  }

  /// Goes to a byte of the line, as far as the line goes.
  mutating func go(to target: Int, in bytes: [UInt8]) {
    while index < min(target, end) {
      if skip(columns: 1, in: bytes) == 0 { step() }
    }
  }
}
