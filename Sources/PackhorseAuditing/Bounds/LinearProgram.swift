/// Finds the least and the greatest value that one of several unknowns may have, given sums of them that are known.
///
/// A bounded simplex on a dense table with Bland's rule (Chvátal 1983, chapters 3 and 8): small, exact enough for whole
/// numbers, and sure to end.
struct LinearProgram {
  /// The unknowns lie between these.
  private var lower: [Double]
  private var upper: [Double]
  private var table: [[Double]]
  /// The unknown that each row gives, and its value.
  private var basis: [Int]
  private var values: [Double]
  private var isAtUpper: [Bool]
  private let unknowns: Int
  /// The column of what each row lacked at first.
  private let lacking: [Int]

  private static let tiny = 1e-7

  /// An equation: the unknowns with their factors add up to 0.
  typealias Equation = [Int: Double]

  /// Nil where no numbers fit.
  init?(lower: [Double], upper: [Double], equations: [Equation]) {
    unknowns = lower.count
    self.lower = lower + equations.map { _ in 0 }
    self.upper = upper + equations.map { _ in Double.infinity }
    isAtUpper = Array(repeating: false, count: lower.count + equations.count)
    lacking = equations.indices.map { lower.count + $0 }
    basis = lacking
    values = []
    table = []
    for (row, equation) in equations.enumerated() {
      // With every unknown at its least, this much is lacking; the row is turned so that it is not negative.
      let lacks = -equation.reduce(0) { $0 + $1.value * lower[$1.key] }
      var line = [Double](repeating: 0, count: lower.count + equations.count)
      for (column, factor) in equation { line[column] = lacks < 0 ? -factor : factor }
      line[lower.count + row] = 1
      table.append(line)
      values.append(abs(lacks))
    }
    guard lower.indices.allSatisfy({ lower[$0] <= upper[$0] }) else { return nil }
    optimise((0..<self.lower.count).map { $0 < lower.count ? 0 : -1 })
    let missing = zip(basis, values).reduce(0) { $0 + ($1.0 >= lower.count ? $1.1 : 0) }
    guard missing < Self.tiny * 10 else { return nil }
    for column in lacking { self.upper[column] = 0 }
  }

  /// The greatest value of an unknown.
  mutating func greatest(_ column: Int) -> Double {
    var aim = [Double](repeating: 0, count: lower.count)
    aim[column] = 1
    optimise(aim)
    return value(column)
  }

  /// The least value of an unknown.
  mutating func least(_ column: Int) -> Double {
    var aim = [Double](repeating: 0, count: lower.count)
    aim[column] = -1
    optimise(aim)
    return value(column)
  }

  /// The equations that hold the unknown where it is, after `greatest` or `least` of it.
  mutating func reasons(for column: Int) -> [Int] {
    guard let row = basis.firstIndex(of: column) else { return [] }
    return lacking.indices.filter { abs(table[row][lacking[$0]]) > Self.tiny }
  }

  private func value(_ column: Int) -> Double {
    basis.firstIndex(of: column).map { values[$0] } ?? (isAtUpper[column] ? upper[column] : lower[column])
  }

  /// Moves to where the sum of the unknowns with the factors of `aim` is greatest.
  private mutating func optimise(_ aim: [Double]) {
    // Bland's rule ends by itself; the limit is for numbers that rounding has spoilt.
    for _ in 0..<(50 * (lower.count + 10)) {
      guard let (column, isRising) = improving(aim) else { return }
      step(column, isRising: isRising)
    }
  }

  /// The first unknown outside the basis whose change makes the sum greater.
  private func improving(_ aim: [Double]) -> (Int, Bool)? {
    let inBasis = Set(basis)
    let costs = basis.map { aim[$0] }
    for column in lower.indices where !inBasis.contains(column) && lower[column] < upper[column] {
      var gain = aim[column]
      for row in table.indices where costs[row] != 0 { gain -= costs[row] * table[row][column] }
      if gain > Self.tiny, !isAtUpper[column] { return (column, true) }
      if gain < -Self.tiny, isAtUpper[column] { return (column, false) }
    }
    return nil
  }

  /// Moves an unknown as far as the others let it.
  private mutating func step(_ column: Int, isRising: Bool) {
    let sign = isRising ? 1.0 : -1
    var length = upper[column] - lower[column]
    var leaving: (row: Int, isAtUpper: Bool)?
    for row in table.indices {
      let change = -table[row][column] * sign
      guard abs(change) > Self.tiny else { continue }
      let unknown = basis[row]
      let room = change > 0 ? upper[unknown] - values[row] : values[row] - lower[unknown]
      let reach = max(0, room) / abs(change)
      let isNearer = reach < length - Self.tiny
      let isFirst =
        leaving.map { abs(reach - length) <= Self.tiny && unknown < basis[$0.row] } ?? (reach <= length)
      if isNearer || isFirst {
        length = min(length, reach)
        leaving = (row, change > 0)
      }
    }
    for row in table.indices { values[row] -= table[row][column] * sign * length }
    let value = (isAtUpper[column] ? upper[column] : lower[column]) + sign * length
    guard let leaving else {
      isAtUpper[column].toggle()
      return
    }
    isAtUpper[basis[leaving.row]] = leaving.isAtUpper
    isAtUpper[column] = false
    basis[leaving.row] = column
    values[leaving.row] = value
    pivot(leaving.row, column)
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let factor = table[row][column]
    for other in table[row].indices { table[row][other] /= factor }
    let line = table[row]
    for other in table.indices where other != row && table[other][column] != 0 {
      let times = table[other][column]
      for index in line.indices where line[index] != 0 { table[other][index] -= times * line[index] }
      table[other][column] = 0
    }
  }
}
