import PackhorseCore

/// Modules, evidence, summaries and stories with the day from which they are new, the newest first.
func newestPages(of pages: [ResolvedPage], limit: Int = .max) -> [(
  page: ResolvedPage, since: CalendarDate
)] {
  let kinds: [PageKind] = [.module, .evidence, .summary, .story]
  let dated = pages.compactMap {
    page -> (page: ResolvedPage, since: CalendarDate, day: Int)? in
    guard kinds.contains(page.kind), let since = page.source.newSince else { return nil }
    return (page, since, since.dayNumber)
  }
  // Only days are sorted through; addresses are compared where they decide.
  let days = dated.map(\.day).sorted(by: >)
  let oldest = days.prefix(limit).last ?? 0
  return dated.filter { $0.day >= oldest }
    .sorted { $0.day == $1.day ? $0.page.address < $1.page.address : $0.day > $1.day }
    .prefix(limit).map { ($0.page, $0.since) }
}

extension Frame {
  /// Says on which day a page was changed, or reviewed where nobody says that it changed.
  func newness(of page: ResolvedPage, since day: CalendarDate) -> String {
    let key = page.source.frontMatter.changed == nil ? "reviewed" : "changed"
    return words("page.new.\(key)", ["date": writtenDate(day, words: words)])
  }
}
