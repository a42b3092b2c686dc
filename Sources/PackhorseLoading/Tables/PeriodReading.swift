import PackhorseCore

/// Reads the dates and periods of data files, whose forms their signs tell apart.
///
/// They are `2025-07-01`, `01/07/2025` (day first), `20250701`, `01JUL2025`, `01-Jul-25`, `2025-07`, `2025_07`, `202507`,
/// `2025-Q3`, `2025` and `2025/26`. A day stands for its month.
func readPeriod(_ cell: UnsafeBufferPointer<UInt8>) -> Period? {
  switch cell.count {
  case 6: return month(year: digits(cell, 0..<4), month: digits(cell, 4..<6))
  case 7 where cell[4] == UInt8(ascii: "_"):
    return month(year: digits(cell, 0..<4), month: digits(cell, 5..<7))
  case 4...7: return Period(String(decoding: cell, as: UTF8.self))
  default: return readDay(cell).flatMap { month(year: $0.year, month: $0.month) }
  }
}

/// Reads a day in the forms above.
func readDay(_ cell: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
  func date(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
  let (hyphen, slash) = (UInt8(ascii: "-"), UInt8(ascii: "/"))
  switch cell.count {
  case 8: return date(digits(cell, 0..<4), digits(cell, 4..<6), digits(cell, 6..<8))
  case 9 where cell[2] == hyphen && cell[6] == hyphen:
    // Two digits of a year are of this century: the files are of the years since 2000.
    return date(digits(cell, 7..<9).map { 2000 + $0 }, monthName(cell, at: 3), digits(cell, 0..<2))
  case 9: return date(digits(cell, 5..<9), monthName(cell, at: 2), digits(cell, 0..<2))
  case 10 where cell[4] == hyphen && cell[7] == hyphen:
    return date(digits(cell, 0..<4), digits(cell, 5..<7), digits(cell, 8..<10))
  case 10 where cell[2] == slash && cell[5] == slash:
    return date(digits(cell, 6..<10), digits(cell, 3..<5), digits(cell, 0..<2))
  default: return nil
  }
}

private func month(year: Int?, month: Int?) -> Period? {
  guard let year, let month, Period.years.contains(year), (1...12).contains(month) else { return nil }
  return Period(length: .month, year: year, part: month)
}

private func digits(_ cell: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  var number = 0
  for index in range {
    guard isDigit(cell[index]) else { return nil }
    number = number * 10 + Int(cell[index] - UInt8(ascii: "0"))
  }
  return number
}

/// `JAN` or `Jan` as 1.
private func monthName(_ cell: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
  let name = (start..<start + 3).map { cell[$0] | 0x20 }
  return monthNames.firstIndex { $0 == name }.map { $0 + 1 }
}

private let monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  .map { Array($0.utf8) }

extension Period {
  /// The period in four bytes, in the order of beginnings; nil where it lies outside the years of any data.
  var packed: Int32? {
    guard Period.years.contains(year) else { return nil }
    let lengths = Period.Length.allCases
    return Int32(firstMonth * 4 + (lengths.firstIndex(of: length) ?? 0))
  }

  init?(packed: Int32) {
    let (month, length) = (Int(packed) / 4, Period.Length.allCases[Int(packed) % 4])
    guard let period = Period(length: .month, year: month / 12, part: month % 12 + 1).containing(length)
    else {
      return nil
    }
    self = period
  }
}
