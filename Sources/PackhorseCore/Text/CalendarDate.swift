/// A day of the Gregorian calendar, without a time or a zone.
package struct CalendarDate: Hashable, Sendable, Comparable {
  // Four bytes in all: a nation has a date for each of its groups.
  private let storedYear: Int16
  private let storedMonth: Int8
  private let storedDay: Int8

  package var year: Int { Int(storedYear) }
  package var month: Int { Int(storedMonth) }
  package var day: Int { Int(storedDay) }

  /// Nil where the calendar has no such day.
  ///
  /// Years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(in: month, of: year)
    else { return nil }
    storedYear = Int16(year)
    storedMonth = Int8(month)
    storedDay = Int8(day)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(iso text: some StringProtocol) {
    self.init(iso: Array(text.utf8)[...])
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(iso bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    func digits(_ range: Range<Int>) -> Int? {
      CalendarDate.digits(bytes[start + range.lowerBound..<start + range.upperBound])
    }
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    // At once, and of a length that a String holds in itself: a nation has a date for each of its groups.
    String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = (year * 100 + month) * 100 + day
      for place in (0..<10).reversed() {
        let isHyphen = place == 4 || place == 7
        bytes[place] = isHyphen ? UInt8(ascii: "-") : UInt8(ascii: "0") + UInt8(rest % 10)
        if !isHyphen { rest /= 10 }
      }
      return 10
    }
  }

  /// Days since 1970-01-01 (H.
  ///
  /// Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days later; nil beyond the year 9999.
  package func adding(days: Int) -> CalendarDate? {
    var (year, month, day) = (year, month, day + days)
    while day > CalendarDate.days(in: month, of: year), year <= 9999 {
      day -= CalendarDate.days(in: month, of: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  package static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.reduce(0 as Int?) { value, byte in
      guard let value, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      return value * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}

/// A number in decimal with leading zeros up to `width`.
package func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
