import PackhorseCore
import Testing

@testable import PackhorseRendering

struct GroupsTests {
  private func group(_ name: String, day: String = "", time: String = "") -> CommunityGroup {
    var group = CommunityGroup(id: Located(name, at: .file("content/data/groups.csv")))
    group.name = name
    group.day = day
    group.time = time
    group.activity = "walking"
    group.description = "A slow walk."
    group.safety = "A trained leader."
    group.assured = CalendarDate(iso: "2026-09-01")
    return group
  }

  private func html(_ groups: [CommunityGroup], on date: String = "2026-10-01") throws -> String {
    let date = try #require(CalendarDate(iso: date))
    return renderGroups(groups, at: Address("groups.html"), in: BodyFixture().publication, date: date).source
  }

  private func order(_ html: String) -> [String] {
    html.matches(of: /<p class="group-name"><a href="[^"]+">([^<]*)</).map { String($0.1) }
  }

  @Test func writesEverythingThatIsKnown() throws {
    var walk = group("Canal walk", day: "Tuesday", time: "10:00")
    walk.recurrence = "weekly"
    walk.place = "Lock cottage"
    walk.postcode = "ZZ1 1ZZ"
    walk.cost = "Free"
    walk.transport = "Bus 7"
    walk.stepFree = true
    walk.firstVisit = "Anna meets you."
    walk.buddy = "Yes, ask."
    walk.contact = "01234 567 890"
    walk.url = "https://example.org/walk"
    walk.sessions = 12
    walk.fundingEnd = CalendarDate(iso: "2027-03-31")
    #expect(
      try html([walk]) == """
        <ol class="groups">
        <li class="group" id="group-Canal walk" data-activity="walking" data-days="Tuesday" data-place="Lock cottage" data-free="yes" data-step-free="yes" data-checked="2026-09-01">
        <p class="group-name"><a href="groups/Canal%20walk.html">Canal walk</a></p>
        <p class="group-description">A slow walk.</p>
        <dl>
        <div><dt>What kind</dt><dd>walking</dd></div>
        <div><dt>When</dt><dd>Tuesday, 10:00, weekly</dd></div>
        <div><dt>Where</dt><dd>Lock cottage, ZZ1 1ZZ</dd></div>
        <div><dt>Cost</dt><dd>Free</dd></div>
        <div><dt>Getting there</dt><dd>Bus 7</dd></div>
        <div><dt>Step-free</dt><dd>Yes</dd></div>
        <div><dt>The first visit</dt><dd>Anna meets you.</dd></div>
        <div><dt>Somebody to go with</dt><dd>Yes, ask.</dd></div>
        <div><dt>Safety</dt><dd>A trained leader.</dd></div>
        <div><dt>Limit</dt><dd>One person can come to 12 sessions.</dd></div>
        <div><dt>Funded until</dt><dd>31 March 2027</dd></div>
        <div><dt>Contact</dt><dd><a href="tel:01234567890">01234 567 890</a><br>\
        <a href="https://example.org/walk">Website of Canal walk</a></dd></div>
        </dl>
        <p class="group-checked">Details last checked on 1 September 2026.</p>
        </li>
        </ol>

        """)
  }

  @Test func tellsOfGroupsThatMayNotBeThereForLong() throws {
    var (ended, ends, limited) = (group("Ended"), group("Ends"), group("Limited"))
    ended.fundingEnd = CalendarDate(iso: "2026-09-30")
    ends.fundingEnd = CalendarDate(iso: "2027-09-30")
    limited.sessions = 6
    var later = group("Later")
    later.fundingEnd = CalendarDate(iso: "2028-09-30")
    let date = try #require(CalendarDate(iso: "2026-10-01"))
    func table(_ groups: [CommunityGroup]) -> String {
      var publication = BodyFixture().publication
      publication.groups = groups
      return renderFragileGroups(in: publication, at: Address("summaries/year.html"), date: date).source
    }
    let text = table([limited, later, ends, ended])
    #expect(
      text.matches(of: /groups\.html#group-([A-Za-z]+)/).map { String($0.1) } == ["Ended", "Ends", "Limited"])
    #expect(text.contains("<td>30 September 2026, which is past</td>"))
    #expect(text.contains("<td>no end known</td><td>6</td>"))
    #expect(table([later]).contains("No group has an end"))
  }

  @Test func goesByWeekdayThenTimeThenName() throws {
    let groups = [
      group("Z", day: "Sunday"), group("No day"), group("Late", day: "Monday", time: "2pm"),
      group("B", day: "Mondays", time: "9.30am"), group("a", day: "Mon", time: "09:30"),
      group("Noon", day: "Monday", time: "12:15"), group("Untimed", day: "monday and Friday"),
    ]
    #expect(order(try html(groups)) == ["a", "B", "Noon", "Late", "Untimed", "Z", "No day"])
  }

  @Test func leavesOutWhatNoLongerRunsAndMarksWhatIsClosedForNow() throws {
    var closed = group("Closed", day: "Monday")
    closed.status = .temporarilyClosed
    var gone = group("Gone")
    gone.status = .defunct
    var inactive = group("Inactive")
    inactive.status = .inactive
    let text = try html([closed, gone, inactive])
    #expect(order(text) == ["Closed"])
    #expect(text.contains("<li class=\"group group-closed\" id=\"group-Closed\" "))
    #expect(text.contains("<p class=\"group-status\">Closed for now</p>"))
  }

  @Test(arguments: [("2027-02-28", false), ("2027-03-01", true)])
  func saysThatDetailsAreStale(date: String, isStale: Bool) throws {
    let text = try html([group("A")], on: date)
    #expect(text.contains("class=\"group-stale\"") == isStale)
    #expect(text.contains("too long ago to rely on") == isStale)
  }

  @Test func saysThatNobodyChecked() throws {
    var unchecked = group("A")
    unchecked.assured = nil
    #expect(try html([unchecked]).contains("Nobody has checked these details"))
    #expect(try html([unchecked]).contains("<dt>Step-free</dt><dd>Not known</dd>"))
  }

  @Test func saysWhomToAskWhereNobodyKnows() throws {
    var unknown = group("A", day: "unknown", time: "10:00")
    (unknown.transport, unknown.firstVisit, unknown.place) = ("unknown", "Unknown", "unknown")
    let text = try html([unknown])
    for label in ["Getting there", "The first visit", "Where"] {
      #expect(text.contains("<dt>\(label)</dt><dd>Not known: ask the link worker</dd>"))
    }
    #expect(text.contains("<dt>When</dt><dd>10:00</dd>") && !text.contains("data-place"))
  }

  @Test func escapesEveryCell() throws {
    var hostile = group("<script>alert(1)</script>", day: "<b>", time: "\"")
    hostile.activity = "<i>"
    hostile.description = "<img src=x>"
    hostile.safety = "&"
    hostile.contact = "javascript:alert(1)"
    hostile.url = "javascript:alert(2)"
    let text = try html([hostile])
    #expect(
      !text.contains("<script") && !text.contains("<img") && !text.contains("<b>") && !text.contains("<i>"))
    #expect(text.matches(of: /href="(.*?)"/).allSatisfy { $0.1.hasPrefix("groups/%3Cscript%3E") })
  }

  @Test func leadsToTheDirectoryWhereNothingFits() throws {
    var publication = BodyFixture().publication
    publication.groups = [group("A", day: "Monday")]
    let date = try #require(CalendarDate(iso: "2026-10-01"))
    let chosen = groups(of: "knitting", on: nil, in: publication)
    let text = renderGroups(chosen, at: Address("modules/a/b.html"), in: publication, date: date).source
    #expect(
      text
        == "<p class=\"empty\">No group is listed here yet. <a href=\"../../groups.html\">See all groups</a></p>\n"
    )
  }

  @Test(
    arguments: [
      (nil, nil, ["Mo", "TuTh", "Sometimes"]), ("Walking", nil, ["Mo", "TuTh", "Sometimes"]), ("x", nil, []),
      (nil, "thursday", ["TuTh"]), (nil, "Tue", ["TuTh"]), (nil, "by appointment", ["Sometimes"]),
    ] as [(String?, String?, [String])])
  func choosesByActivityAndDay(activity: String?, day: String?, expected: [String]) {
    var publication = BodyFixture().publication
    publication.groups = [
      group("Mo", day: "Monday"), group("TuTh", day: "Tuesdays and Thursdays"),
      group("Sometimes", day: "By appointment"),
    ]
    #expect(groups(of: activity, on: day, in: publication).map(\.name) == expected)
  }

  @Test(
    arguments: [
      ("01234 567890", "tel:01234567890"), ("+44 (0)1234-567890", "tel:+4401234567890"),
      ("a.b+c@example.org", "mailto:a.b+c@example.org"), ("https://example.org/x", "https://example.org/x"),
      ("Ring Ann on 01234 567890", nil), ("a@b", nil), ("a@b@c.d", nil), ("a b@c.de", nil), ("12345", nil),
      ("https://example.org/x or ring", nil), ("1234567890123456", nil), ("", nil),
      ("?subject=x@example.org", nil),
    ] as [(String, String?)])
  func linksAContactThatIsOneThing(contact: String, url: String?) {
    #expect(contactURL(Array(contact.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } == url)
  }

  @Test(
    arguments: [
      ("14:00", 840), ("9.30am to 11", 570), ("2 pm", 840), ("12am", 0), ("12pm", 720), ("9", 540),
      ("25:00", nil),
      ("10:75", nil), ("noon", nil), ("", nil), ("123:00", nil),
    ] as [(String, Int?)])
  func readsWhenAGroupBegins(text: String, minutes: Int?) {
    #expect(startMinutes(of: Array(text.utf8)[...]) == minutes)
  }
}
