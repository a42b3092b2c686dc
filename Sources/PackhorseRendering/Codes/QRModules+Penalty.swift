/// How hard a symbol is to read (ISO/IEC 18004:2015, 7.8.3): the mask with the lowest penalty is taken.
extension QRModules {
  var penalty: Int { lines.map(penalty(ofLine:)).reduce(0, +) + squarePenalty + balancePenalty }

  /// All rows, then all columns.
  private var lines: [[Bool]] {
    (0..<side).map { row in (0..<side).map { self[row, $0] } }
      + (0..<side).map { column in (0..<side).map { self[$0, column] } }
  }

  /// 3 for a run of five modules of one colour and 1 for each more; 40 for what looks like a finder pattern.
  private func penalty(ofLine line: [Bool]) -> Int {
    var penalty = 0
    var run = 0
    for index in line.indices {
      run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
      if run >= 5 { penalty += run == 5 ? 3 : 1 }
    }
    return penalty + 40 * finderLikes(in: line)
  }

  /// Dark, light, three dark, light, dark, with four light modules before or after; outside the symbol all is light.
  private func finderLikes(in line: [Bool]) -> Int {
    // The pattern and four modules on either side, the last one lowest.
    var window = 0
    return (0..<line.count + 4).count { index in
      window = (window << 1 | (index < line.count && line[index] ? 1 : 0)) & 0x7FFF
      return window >> 4 & 0x7F == 0b1011101 && (window >> 11 == 0 || window & 0xF == 0)
    }
  }

  /// 3 for each square of two by two modules of one colour.
  private var squarePenalty: Int {
    var count = 0
    for row in 1..<side {
      for column in 1..<side {
        let colour = self[row, column]
        if self[row - 1, column] == colour, self[row, column - 1] == colour,
          self[row - 1, column - 1] == colour
        {
          count += 1
        }
      }
    }
    return 3 * count
  }

  /// 10 for each 5 per cent by which the dark part differs from a half.
  private var balancePenalty: Int {
    let all = side * side
    let dark = (0..<all).count { self[$0 / side, $0 % side] }
    return 10 * (abs(2 * dark - all) * 10 / all)
  }
}
