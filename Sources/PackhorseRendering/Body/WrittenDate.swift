import PackhorseCore

/// A day as readers see it: "6 August 2026".
func writtenDate(_ date: CalendarDate, words: Words) -> String {
  words(
    "date.form",
    ["day": String(date.day), "month": monthName(of: date, words), "year": String(date.year)])
}

private func monthName(of date: CalendarDate, _ words: Words) -> String {
  let months = words.list("date.months")
  return months.indices.contains(date.month - 1) ? months[date.month - 1] : String(date.month)
}

extension ByteWriter {
  /// Writes a day as readers see it.
  mutating func write(_ date: CalendarDate, _ words: Words) {
    words.write("date.form", to: &self) { place, writer in
      switch place {
      case "day": writer.write(date.day)
      case "month": writer.write(text: monthName(of: date, words))
      case "year": writer.write(date.year)
      default: return false
      }
      return true
    }
  }
}
