/// How hard a symbol is to read (ISO/IEC 18004:2015, 7.8.3): the mask with the lowest penalty is taken.
///
/// A line of at most 57 modules is a word, the first module in the lowest place: a bit is set where a module is dark.
extension QRModules {
  var penalty: Int {
    let (rows, columns) = lines
    return (rows + columns).reduce(0) { $0 + penalty(ofLine: $1) } + squarePenalty(of: rows)
      + balancePenalty(of: rows)
  }

  private var lines: (rows: [UInt64], columns: [UInt64]) {
    var rows = Array(repeating: UInt64(0), count: side)
    var columns = rows
    for row in 0..<side {
      for column in 0..<side where self[row, column] {
        rows[row] |= 1 << UInt64(column)
        columns[column] |= 1 << UInt64(row)
      }
    }
    return (rows, columns)
  }

  /// The modules of a line that have a module behind them.
  private var followed: UInt64 { 1 << UInt64(side - 1) - 1 }

  /// 3 for a run of five modules of one colour and 1 for each more; 40 for what looks like a finder pattern.
  private func penalty(ofLine line: UInt64) -> Int {
    let same = ~(line ^ line >> 1) & followed
    // Where five modules of one colour begin: a run of six has two such places.
    let fives = same & same >> 1 & same >> 2 & same >> 3
    let runs = fives & ~(fives << 1)
    return fives.nonzeroBitCount + 2 * runs.nonzeroBitCount + 40 * finderLikes(in: line)
  }

  /// Dark, light, three dark, light, dark, with four light modules before or after; outside the symbol all is light.
  private func finderLikes(in line: UInt64) -> Int {
    func light(_ places: ClosedRange<Int>) -> UInt64 { ~places.reduce(0) { $0 | line >> $1 } }
    let pattern =
      line & light(1...1) & line >> 2 & line >> 3 & line >> 4 & light(5...5) & line >> 6
    return (pattern & (light(-4 ... -1) | light(7...10))).nonzeroBitCount
  }

  /// 3 for each square of two by two modules of one colour.
  private func squarePenalty(of rows: [UInt64]) -> Int {
    let squares = zip(rows, rows.dropFirst()).map { row, next in
      let same = ~(row ^ next)
      return (same & same >> 1 & ~(row ^ row >> 1) & followed).nonzeroBitCount
    }
    return 3 * squares.reduce(0, +)
  }

  /// 10 for each 5 per cent by which the dark part differs from a half.
  private func balancePenalty(of rows: [UInt64]) -> Int {
    let all = side * side
    let dark = rows.reduce(0) { $0 + $1.nonzeroBitCount }
    return 10 * (abs(2 * dark - all) * 10 / all)
  }
}
