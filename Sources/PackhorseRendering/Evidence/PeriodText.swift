import PackhorseCore

extension EvidenceText {
  /// A period as a sentence names it: "July 2025", "July to September 2025", "2025", "2025/26".
  func period(_ period: Period) -> String {
    filled("period.\(period.length.rawValue)") { place($0, of: period, months: "date.months") }
  }

  /// A period of which the data cover only some months, as "part of 2025".
  func coveredPeriod(_ point: PublishedPoint) -> String {
    let name = period(point.period)
    return point.isPartial ? filled("period.part", ["period": name]) : name
  }

  /// From the first to the last of the points, in the words of one period where they are the same.
  func range(_ points: [PublishedPoint]) -> String {
    guard let first = points.first?.period, let last = points.last?.period else { return "" }
    if first == last { return period(first) }
    return filled("period.range", ["first": period(first.firstPart), "last": period(last.lastPart)])
  }

  /// What stands below a chart's axis: a period's short name, and for parts of a year the year.
  func mark(_ period: Period) -> (name: String, year: String?) {
    switch period.length {
    case .year, .financialYear: (self.period(period), nil)
    case .month, .quarter:
      (
        filled("period.mark.\(period.length.rawValue)") {
          place($0, of: period, months: "evidence.months")
        },
        String(period.year)
      )
    }
  }

  /// A date in full: "31 March 2027".
  func date(_ date: CalendarDate) -> String { writtenDate(date, words: words) }

  /// What stands in a place of a period's form; the words of `months` are the names of all months.
  private func place(_ name: String, of period: Period, months: String) -> String? {
    let first = period.firstMonth % 12
    return switch name {
    case "month": month(first, months)
    case "end": month((first + period.months - 1) % 12, months)
    case "year": String(period.year)
    case "next": padded((period.year + 1) % 100, 2)
    default: nil
    }
  }

  private func month(_ index: Int, _ months: String) -> String {
    let names = words.list(months)
    return names.indices.contains(index) ? names[index] : String(index + 1)
  }
}

extension Period {
  /// The month a part of a year begins with; a year itself.
  fileprivate var firstPart: Period { months == 12 ? self : month(firstMonth) }

  /// The month a part of a year ends with; a year itself.
  fileprivate var lastPart: Period { months == 12 ? self : month(firstMonth + months - 1) }

  private func month(_ number: Int) -> Period {
    Period(length: .month, year: number / 12, part: number % 12 + 1)
  }
}
