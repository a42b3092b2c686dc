import PackhorseCore

/// Which columns of a file of records are read, and how.
struct RecordColumns: Sendable {
  /// The two scores of a measure.
  struct Scores: Sendable {
    var before: Int
    var after: Int
    var range: ClosedRange<Int>
    /// 1 where more is better, −1 where less is, 0 where neither is.
    var better: Int
    var important: Int?
  }

  var practice: Int
  var date: Int
  var id: Int?
  var status: Int?
  var statuses: [[UInt8]] = []
  /// False where a status that is no known word is a fault.
  var takesOtherStatuses = true
  var scores: [Scores] = []
  /// Groups are months; otherwise quarters, which take a third of the memory.
  var isByMonth = false
  /// Columns that nobody declared.
  var undeclared: [Int] = []

  /// Numbers kept for a group: people, people by status, and six for each pair of scores.
  var width: Int { 1 + statuses.count + 6 * scores.count }
}

/// Records about people, folded into sums by practice and period as they are read; no record is kept.
struct RecordFold: RowFold {
  let columns: RecordColumns
  private(set) var sums: RecordSums
  private(set) var rows = 0
  private(set) var order = IDOrder()
  /// The first and last month of any record, since the year 0.
  private(set) var first = Int.max
  private(set) var last = Int.min

  /// What each status begins with: most rows are told apart by that.
  private let beginnings: [WordBeginning]
  /// The scores of a row while it is taken, before and after for each measure.
  private var scores: [Int?]

  init(_ columns: RecordColumns) {
    self.columns = columns
    sums = RecordSums(columns)
    beginnings = columns.statuses.map { $0.withUnsafeBufferPointer(WordBeginning.init) }
    scores = Array(repeating: nil, count: 2 * columns.scores.count)
  }

  var keyColumn: Int { columns.practice }

  mutating func take(_ row: RowCells, at place: RowPlace) -> RowFault? {
    guard let code = packedCode(row[columns.practice]) else { return notPractice(row) }
    guard let day = readDay(row[columns.date]), Period.years.contains(day.year) else {
      return notDay(row)
    }
    for index in columns.undeclared.indices {
      if let found = Identifier(in: row[columns.undeclared[index]]) {
        return RowFault(column: columns.undeclared[index], kind: .identifier(found))
      }
    }
    if let id = columns.id, row[id].isEmpty { return RowFault(column: id, kind: .empty) }
    var status: Int?
    if let column = columns.status {
      status = number(ofStatus: row[column])
      if status == nil, !columns.takesOtherStatuses { return unknownStatus(row) }
    }
    if let fault = readScores(row) { return fault }
    rows += 1
    if let id = columns.id { order.take(row[id]) }
    let month = day.year * 12 + day.month - 1
    (first, last) = (min(first, month), max(last, month))
    let period = columns.isByMonth ? month : month / 3 * 3
    sums.add(
      GroupTable.Key(code: code, period: Int32(period)), at: place, status: status, scores: scores)
    return nil
  }

  mutating func merge(_ later: RecordFold, after lines: Int) {
    sums.merge(later.sums, after: lines)
    (first, last) = (min(first, later.first), max(last, later.last))
    rows += later.rows
    order.merge(later.order)
  }

  mutating func finish() { sums.settle() }

  private func number(ofStatus cell: UnsafeBufferPointer<UInt8>) -> Int? {
    let beginning = WordBeginning(cell)
    for index in beginnings.indices where beginnings[index] == beginning {
      if beginning.isWhole || equals(cell, columns.statuses[index]) { return index }
    }
    return nil
  }

  private mutating func readScores(_ row: RowCells) -> RowFault? {
    for index in columns.scores.indices {
      let pair = columns.scores[index]
      for (number, column) in [pair.before, pair.after].enumerated() {
        let cell = row[column]
        scores[2 * index + number] = nil
        if cell.isEmpty { continue }
        guard let score = wholeNumber(cell) else { return notScore(row, column) }
        if !pair.range.contains(score) { return RowFault(column: column, kind: .scoreOutOfRange) }
        if number == 1, scores[2 * index] == nil {
          return RowFault(column: column, kind: .afterWithoutBefore)
        }
        scores[2 * index + number] = score
      }
    }
    return nil
  }
}

/// How many bytes a word has, and the first eight of them.
private struct WordBeginning: Equatable {
  private let count: Int
  private var bytes: UInt64 = 0

  init(_ word: UnsafeBufferPointer<UInt8>) {
    count = word.count
    for byte in word.prefix(8) { bytes = bytes << 8 | UInt64(byte) }
  }

  /// True where it is all of the word.
  var isWhole: Bool { count <= 8 }
}

/// A whole number of at most six digits, with a minus or without.
func wholeNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
  guard let first = cell.first else { return nil }
  let isNegative = first == UInt8(ascii: "-")
  let start = isNegative ? 1 : 0
  guard cell.count > start, cell.count <= start + 6 else { return nil }
  var number = 0
  for index in start..<cell.count {
    guard isDigit(cell[index]) else { return nil }
    number = number * 10 + Int(cell[index] - UInt8(ascii: "0"))
  }
  return isNegative ? -number : number
}

extension RecordFold {
  private func notPractice(_ row: RowCells) -> RowFault { .notPractice(row, columns.practice) }

  private func notDay(_ row: RowCells) -> RowFault {
    .wrong(row, columns.date, due: "a day as 2026-03-31, from 1900 to 2100")
  }

  private func unknownStatus(_ row: RowCells) -> RowFault {
    let column = columns.status ?? 0
    let words = columns.statuses.map { "'\(String(decoding: $0, as: UTF8.self))'" }
    return .wrong(row, column, found: "another word", due: list(words, "or"))
  }

  private func notScore(_ row: RowCells, _ column: Int) -> RowFault {
    .wrong(row, column, due: "a score in whole points")
  }
}

extension RowFault {
  static func notPractice(_ row: RowCells, _ column: Int) -> RowFault {
    .wrong(row, column, due: "a practice code of 4 to 8 capital letters and digits")
  }

  /// A cell that is empty or holds something else than is due.
  static func wrong(
    _ row: RowCells, _ column: Int, found: String = "something else", due: String
  ) -> RowFault {
    if row[column].isEmpty { return RowFault(column: column, kind: .empty) }
    if let identifier = Identifier(in: row[column]) {
      return RowFault(column: column, kind: .identifier(identifier))
    }
    return RowFault(column: column, kind: .other(found: found, due: due))
  }
}
