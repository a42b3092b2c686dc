import PackhorseCore

/// A day as readers see it: "6 August 2026".
func writtenDate(_ date: CalendarDate, words: Words) -> String {
  let months = words.list("date.months")
  let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : String(date.month)
  return words("date.form", ["day": String(date.day), "month": month, "year": String(date.year)])
}
