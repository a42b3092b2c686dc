/// A stretch of time that figures are given for, as data files write it: `2025-Q3`, `2025-07`, `2025`, `2025/26`.
package struct Period: Hashable, Sendable, Comparable {
  package enum Length: String, Sendable, Hashable, CaseIterable {
    case month, quarter, year
    case financialYear = "financial-year"
  }

  // Four bytes in all: a nation has a million.
  private let storedYear: Int16
  private let storedPart: Int8
  package let length: Length
  /// The years of any data: one beyond them is a slip, and everything from it to the others would be a gap.
  package static let years = 1900...2100

  /// The calendar year in which it begins.
  package var year: Int { Int(storedYear) }
  /// 1 to 12 for a month, 1 to 4 for a quarter of the calendar year, 1 for a year.
  package var part: Int { Int(storedPart) }

  package init(length: Length, year: Int, part: Int = 1) {
    self.length = length
    storedYear = Int16(clamping: year)
    storedPart = Int8(clamping: part)
  }

  /// Reads the forms above and nothing else.
  ///
  /// A financial year begins on 1 April.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = Int(text.prefix(4)), Self.years.contains(year) else { return nil }
    let rest = String(text.dropFirst(4))
    if rest.isEmpty {
      self.init(length: .year, year: year)
    } else if rest.count == 3, rest.hasPrefix("-Q"), let quarter = Int(rest.suffix(1)),
      (1...4).contains(quarter)
    {
      self.init(length: .quarter, year: year, part: quarter)
    } else if rest.count == 3, rest.hasPrefix("-"), rest.dropFirst().allSatisfy(\.isASCIIDigit),
      let month = Int(rest.suffix(2)), (1...12).contains(month)
    {
      self.init(length: .month, year: year, part: month)
    } else if rest.count == 3, rest.hasPrefix("/"), rest.dropFirst().allSatisfy(\.isASCIIDigit),
      Int(rest.suffix(2)) == (year + 1) % 100
    {
      self.init(length: .financialYear, year: year)
    } else {
      return nil
    }
  }

  /// The form that data files use.
  package var code: String {
    switch length {
    case .month: "\(year)-\(padded(part, 2))"
    case .quarter: "\(year)-Q\(part)"
    case .year: "\(year)"
    case .financialYear: "\(year)/\(padded((year + 1) % 100, 2))"
    }
  }

  /// Months since the year 0 at which it begins.
  package var firstMonth: Int {
    switch length {
    case .month: year * 12 + part - 1
    case .quarter: year * 12 + (part - 1) * 3
    case .year: year * 12
    case .financialYear: year * 12 + 3
    }
  }

  /// Where it begins and how long it is tells it from others, sooner than the name of its length.
  package static func == (one: Period, other: Period) -> Bool {
    one.firstMonth == other.firstMonth && one.months == other.months
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(firstMonth << 4 | months) }

  /// Its length in months.
  package var months: Int {
    switch length {
    case .month: 1
    case .quarter: 3
    case .year, .financialYear: 12
    }
  }

  /// The months that it holds, counted from the year 0.
  package var monthNumbers: Range<Int> { firstMonth..<firstMonth + months }

  package func overlaps(_ other: Period) -> Bool { monthNumbers.overlaps(other.monthNumbers) }

  /// True of a period that lies within it, and of itself.
  package func holds(_ other: Period) -> Bool {
    monthNumbers.lowerBound <= other.monthNumbers.lowerBound
      && other.monthNumbers.upperBound <= monthNumbers.upperBound
  }

  /// The period of the given length that holds this one, or nil where it is shorter or they overlap only in part.
  package func containing(_ length: Length) -> Period? {
    let calendarYear = firstMonth / 12
    let month = firstMonth % 12
    let outer =
      switch length {
      case .month: Period(length: .month, year: calendarYear, part: month + 1)
      case .quarter: Period(length: .quarter, year: calendarYear, part: month / 3 + 1)
      case .year: Period(length: .year, year: calendarYear)
      case .financialYear: Period(length: .financialYear, year: month >= 3 ? calendarYear : calendarYear - 1)
      }
    let fits = outer.firstMonth <= firstMonth && firstMonth + months <= outer.firstMonth + outer.months
    return fits ? outer : nil
  }

  /// The periods from the first to the last, both of one length.
  package static func every(from first: Period, to last: Period) -> [Period] {
    stride(from: first.firstMonth, through: last.firstMonth, by: first.months).compactMap { month in
      Period(length: .month, year: month / 12, part: month % 12 + 1).containing(first.length)
    }
  }

  package static func < (one: Period, other: Period) -> Bool {
    (one.firstMonth, one.months) < (other.firstMonth, other.months)
  }
}

extension Character {
  /// True for 0 to 9 alone.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
