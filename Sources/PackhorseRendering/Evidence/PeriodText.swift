import PackhorseCore

extension EvidenceText {
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

  /// A date in full: "31 March 2027".
  func date(_ date: CalendarDate) -> String { writtenDate(date, words: words) }

}

/// What a period is called.
///
/// A class, because everything that is said of the period asks for it.
final class PeriodNames: Sendable {
  /// In a sentence: "July 2025", "July to September 2025", "2025", "2025/26".
  let full: String
  /// Below an axis.
  let mark: PeriodMark
  /// In data files.
  let code: String

  init(of period: Period, _ words: Words, evidence: Words) {
    code = period.code
    let length = period.length.rawValue
    full = evidence.filled("period.\(length)") {
      place($0, of: period, months: words.list("date.months"))
    }
    guard period.months < 12 else {
      mark = PeriodMark(full, year: nil)
      return
    }
    let name = evidence.filled("period.mark.\(length)") {
      place($0, of: period, months: evidence.list("months"))
    }
    mark = PeriodMark(name, year: String(period.year))
  }
}

/// The mark of a period below an axis: its short name, and for parts of a year the year in a second line or not.
struct PeriodMark: Sendable {
  let year: String?
  let full: LabelText
  let short: LabelText

  init(_ name: String, year: String?) {
    self.year = year
    short = LabelText(.mark, [name])
    full = year.map { LabelText(.mark, [name, $0]) } ?? short
  }
}

extension PublishedSeries {
  /// The periods of its points, and the parts that their range is named by.
  var namedPeriods: [Period] {
    guard let first = points.first?.period, let last = points.last?.period else { return [] }
    return points.map(\.period) + [first.firstPart, last.lastPart]
  }
}

/// What stands in a place of a period's form; `months` are the names of all months.
private func place(_ name: String, of period: Period, months: [String]) -> String? {
  func month(_ index: Int) -> String { months.indices.contains(index) ? months[index] : String(index + 1) }
  let first = period.firstMonth % 12
  return switch name {
  case "month": month(first)
  case "end": month((first + period.months - 1) % 12)
  case "year": String(period.year)
  case "next": padded((period.year + 1) % 100, 2)
  default: nil
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
