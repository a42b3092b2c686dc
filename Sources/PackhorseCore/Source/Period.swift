/// A stretch of time that figures are given for, as data files write it: `2025-Q3`, `2025-07`, `2025`, `2025/26`.
package struct Period: Hashable, Sendable, Comparable {
  package enum Length: String, Sendable, Hashable, CaseIterable {
    case month, quarter, year
    case financialYear = "financial-year"
  }

  /// Its first month and, in the low four bits, its length in months: by these it is told from others, and put in order.
  ///
  /// Four bytes: a nation has a million.
  private let order: Int32

  /// The years of any data: one beyond them is a slip, and everything from it to the others would be a gap.
  package static let years = 1900...2100

  package init(length: Length, year: Int, part: Int = 1) {
    let start = Int(Int16(clamping: year)) * 12
    let part = Int(Int8(clamping: part)) - 1
    switch length {
    case .month: self.init(from: start + part, months: 1)
    case .quarter: self.init(from: start + part * 3, months: 3)
    case .year: self.init(from: start, months: 12)
    case .financialYear: self.init(from: start + 3, months: 12)
    }
  }

  private init(from firstMonth: Int, months: Int) { order = Int32(firstMonth << 4 | months) }

  /// Months since the year 0 at which it begins.
  package var firstMonth: Int { Int(order >> 4) }

  /// Its length in months.
  package var months: Int { Int(order & 15) }

  package var length: Length {
    switch months {
    case 1: .month
    case 3: .quarter
    default: firstMonth % 12 == 0 ? .year : .financialYear
    }
  }

  /// The calendar year in which it begins.
  package var year: Int { firstMonth / 12 }

  /// 1 to 12 for a month, 1 to 4 for a quarter of the calendar year, 1 for a year.
  package var part: Int { months == 12 ? 1 : firstMonth % 12 / months + 1 }

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
    let outer =
      switch length {
      case .month: Period(from: firstMonth, months: 1)
      case .quarter: Period(from: firstMonth - firstMonth % 3, months: 3)
      case .year: Period(from: firstMonth - firstMonth % 12, months: 12)
      // April is the fourth month.
      case .financialYear: Period(from: firstMonth - (firstMonth + 9) % 12, months: 12)
      }
    let fits = outer.firstMonth <= firstMonth && firstMonth + months <= outer.firstMonth + outer.months
    return fits ? outer : nil
  }

  /// The periods from the first to the last, both of one length.
  package static func every(from first: Period, to last: Period) -> [Period] {
    stride(from: first.firstMonth, through: last.firstMonth, by: first.months).map { month in
      Period(from: month, months: first.months)
    }
  }

  /// The one of the same length that begins when this one ends.
  package var next: Period { Period(from: firstMonth + months, months: months) }

  /// The one that begins first comes first, of two the shorter.
  package static func < (one: Period, other: Period) -> Bool { one.order < other.order }
}

extension Character {
  /// True for 0 to 9 alone.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
