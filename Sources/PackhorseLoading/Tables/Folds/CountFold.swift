import PackhorseCore

/// Which columns of a table of counts are read, and how.
struct CountColumns: Sendable {
  var practice: Int
  /// The column of periods, or the period of every row.
  var period: Int?
  var fixedPeriod: Int32?
  var length: Int?
  var numerator: Int
  var denominator: Int?
  /// A part of its denominator, which it cannot exceed.
  var isShare = false
  var conditions: [Condition] = []
  var hidden: [UInt8]?
  var addsUp = false
  /// True for a file as it is published: it has rows of other bodies than practices, and whole numbers as `12.0`.
  var isPublished = false
  /// Columns that nobody declared.
  var undeclared: [Int] = []
  /// The packed codes of the practices that count; nil for all.
  var practices: Set<UInt64>?

  /// What a column has to hold for a row to count: one of some words, or of some beginnings.
  struct Condition: Sendable {
    var column: Int
    var words: [[UInt8]] = []
    var beginnings: [[UInt8]] = []

    func holds(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
      words.contains { equals(cell, $0) }
        || beginnings.contains { start in
          cell.count >= start.count && start.indices.allSatisfy { cell[$0] == start[$0] }
        }
    }
  }
}

/// Rows of counts, folded into sums by practice and period.
struct CountFold: RowFold {
  struct Group: Sendable {
    var place: RowPlace
    var numerator = 0
    var denominator = 0
    /// A figure that the file hides is part of it.
    var isHidden = false
  }

  let columns: CountColumns
  private(set) var table = GroupTable()
  private(set) var groups: [Group] = []
  private(set) var rows = 0
  private(set) var otherRows = 0
  private(set) var hiddenCells = 0
  private(set) var disagrees = false

  init(_ columns: CountColumns) { self.columns = columns }

  var keyColumn: Int { columns.practice }

  mutating func take(_ row: RowCells, at place: RowPlace) -> RowFault? {
    for column in columns.undeclared {
      if let found = Identifier(in: row[column]) {
        return RowFault(column: column, kind: .identifier(found))
      }
    }
    for condition in columns.conditions where !condition.holds(row[condition.column]) {
      otherRows += 1
      return nil
    }
    guard let code = packedCode(row[columns.practice]) else {
      guard columns.isPublished else { return .notPractice(row, columns.practice) }
      otherRows += 1
      return nil
    }
    if let practices = columns.practices, !practices.contains(code) {
      otherRows += 1
      return nil
    }
    guard let period = period(row) else { return notPeriod(row) }
    return add(row, to: GroupTable.Key(code: code, period: period), at: place)
  }

  private mutating func add(_ row: RowCells, to key: GroupTable.Key, at place: RowPlace) -> RowFault? {
    var counts: [Int?] = [nil, nil]
    for (index, column) in [columns.numerator, columns.denominator].enumerated() {
      guard let column else { continue }
      if let hidden = columns.hidden, equals(row[column], hidden) { continue }
      switch count(row[column]) {
      case .count(let count): counts[index] = count
      case .mark(let mark): return RowFault(column: column, kind: .mark(mark))
      case .other(let kind): return .wrong(row, column, found: kind, due: "a whole number")
      }
    }
    if columns.isShare, let part = counts[0], let whole = counts[1], part > whole {
      return RowFault(column: columns.numerator, kind: .numeratorExceedsDenominator)
    }
    let (number, isNew) = table.number(of: key)
    if isNew { groups.append(Group(place: place)) }
    if !isNew, !columns.addsUp {
      return RowFault(column: columns.practice, kind: .duplicate(Int(groups[number].place.line)))
    }
    rows += 1
    let isHidden = counts[0] == nil || (columns.denominator != nil && counts[1] == nil)
    if isHidden { hiddenCells += 1 }
    groups[number].isHidden = groups[number].isHidden || isHidden
    groups[number].numerator += counts[0] ?? 0
    groups[number].denominator += counts[1] ?? 0
    return nil
  }

  mutating func merge(_ later: CountFold, after lines: Int) {
    for (number, key) in later.table.keys.enumerated() {
      var group = later.groups[number]
      group.place = RowPlace(line: Int(group.place.line) + lines, column: Int(group.place.column))
      let (mine, isNew) = table.number(of: key)
      if isNew {
        groups.append(group)
        continue
      }
      if !columns.addsUp { disagrees = true }
      groups[mine].numerator += group.numerator
      groups[mine].denominator += group.denominator
      groups[mine].isHidden = groups[mine].isHidden || group.isHidden
    }
    rows += later.rows
    otherRows += later.otherRows
    hiddenCells += later.hiddenCells
  }

  private func count(_ cell: UnsafeBufferPointer<UInt8>) -> CountReading {
    if cell.count < 7, let number = wholeNumber(cell), number >= 0 { return .count(number) }
    var text = Array(cell)
    if columns.isPublished, let point = text.firstIndex(of: UInt8(ascii: ".")),
      text[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    {
      text.removeSubrange(point...)
    }
    return CountReading(text[...])
  }

  private func period(_ row: RowCells) -> Int32? {
    if let fixed = columns.fixedPeriod { return fixed }
    guard let column = columns.period, let period = readPeriod(row[column]) else { return nil }
    guard let length = columns.length else { return period.packed }
    guard let word = periodLength(row[length]), let whole = period.containing(word),
      whole.firstMonth == period.firstMonth
    else { return nil }
    return whole.packed
  }

  private func notPeriod(_ row: RowCells) -> RowFault {
    .wrong(
      row, columns.period ?? columns.practice,
      due: columns.length == nil
        ? "a period as 2025-07, 2025-Q3, 2025 or 2025/26, or a day of its month"
        : "the first day of the period that the row names")
  }
}

/// The words of published files for the length of a period.
private func periodLength(_ cell: UnsafeBufferPointer<UInt8>) -> Period.Length? {
  switch String(decoding: cell, as: UTF8.self).lowercased() {
  case "month", "monthly", "calendar_month": .month
  case "quarter", "quarterly", "calendar_quarter": .quarter
  case "year", "calendar", "calendar_year": .year
  case "financial", "financial_year", "financial-year": .financialYear
  default: nil
  }
}
