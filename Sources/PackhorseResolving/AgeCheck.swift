import PackhorseCore

/// Warns of reviews that are overdue and of groups that nobody has checked for long.
func checkAge(_ site: ParsedSite, date: CalendarDate) -> [Diagnostic] {
  let due =
    site.pages.compactMap(\.source.frontMatter.reviewDue) + site.source.criteria.compactMap(\.reviewDue)
  let overdue = due.filter { $0.value < date }.map(Diagnostic.reviewOverdue)
  let limit = site.source.settings.review.groupDays
  let stale = site.source.groups.filter { group in
    guard group.status == .active, let assured = group.assured else { return false }
    return date.dayNumber - assured.dayNumber > limit
  }
  return overdue + stale.map { .groupNotChecked($0, days: limit) }
}

extension Diagnostic {
  fileprivate static func reviewOverdue(_ due: Located<CalendarDate>) -> Diagnostic {
    Diagnostic(
      .warning, "review-overdue", "Review was due on \(due.value.iso)", at: due.span,
      because: "The page says so to its readers.", suggestion: "review the page and set new dates",
      isAboutAge: true)
  }

  fileprivate static func groupNotChecked(_ group: CommunityGroup, days: Int) -> Diagnostic {
    Diagnostic(
      .warning, "group-not-checked", "Group '\(group.id.value)' was last checked more than \(days) days ago",
      at: group.id.span, because: "Somebody may be sent to a group that has moved or ended.",
      suggestion: "ask the group and enter today's date under assured_date", isAboutAge: true)
  }
}
