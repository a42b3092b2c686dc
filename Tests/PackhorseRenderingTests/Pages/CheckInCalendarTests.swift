import PackhorseCore
import Testing

@testable import PackhorseRendering

/// Calendar files of check-ins; Tests/Browser has a library read one.
struct CheckInCalendarTests {
  private func planned(starts: String?, title: String = "GP trainee path") -> [String: String] {
    var site = FixtureSite.site
    site.publication.pathways[0].source.starts = starts.map(FixtureSite.day)
    site.publication.pathways[0].source.title = title
    return plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
  }

  @Test func hasADayForEachWeekAfterTheStart() {
    let files = planned(starts: "2026-12-30")
    let file = files["pathways/gp-trainee.ics"] ?? ""
    #expect(
      file.matches(of: /DTSTART;VALUE=DATE:(\d+)\r\n/).map { String($0.1) } == [
        "20270113", "20270210", "20270324",
      ])
    #expect(file.contains("UID:check-in.2.pathways/gp-trainee.html@"))
    #expect(file.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.hasSuffix("END:VCALENDAR\r\n"))
    let page = files["pathways/gp-trainee.html"] ?? ""
    #expect(
      page.contains(
        "<a href=\"gp-trainee.ics\" download>Check-ins of everybody who starts on 30 December 2026"))
  }

  @Test func isNotMadeWhereEachStartsWhenTheyLike() {
    let files = planned(starts: nil)
    #expect(files["pathways/gp-trainee.ics"] == nil)
    #expect(files["pathways/gp-trainee.html"]?.contains(".ics") == false)
  }

  @Test func escapesAndFoldsWhatATitleHolds() {
    let title = "a,b;c\\d " + String(repeating: "é", count: 80)
    let file = planned(starts: "2026-12-30", title: title)["pathways/gp-trainee.ics"] ?? ""
    #expect(file.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let whole = file.replacing("\r\n ", with: "")
    #expect(
      whole.contains("SUMMARY:Check-in\\, week 2: a\\,b\\;c\\\\d \(String(repeating: "é", count: 80))\r\n"))
  }

  @Test func countsDaysAcrossMonthsAndLeapYears() {
    for (day, days, later) in [
      ("2027-12-30", 2, "2028-01-01"), ("2028-02-28", 1, "2028-02-29"), ("2026-01-01", 0, "2026-01-01"),
      ("2026-11-29", 3640, "2036-11-16"),
    ] { #expect(FixtureSite.day(day).adding(days: days)?.iso == later) }
    #expect(FixtureSite.day("9999-12-31").adding(days: 1) == nil)
  }
}
