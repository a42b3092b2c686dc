import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

/// `groups.json`: what is wrong with it is told with its place.
@Suite struct ServicesTests {
  private let path = "content/data/groups.json"

  private func read(_ marked: String) -> (Outcome<[CommunityGroup]>, SourceSpan) {
    let (text, span) = SiteSample.unmarked(marked, path: path)
    return (readServices(Array(text.utf8)[...], path: path, words: catalogue), span)
  }

  /// A whole service, with a part of it spoilt.
  private func service(_ change: (String, String)) -> String {
    """
    [
      {"id": "walk", "name": "Walkers", "description": "A walk.", "status": "active", "url": "https://walk.example/",
        "assured_date": "2026-10-01", "schedules": [{"byday": "TU", "opens_at": "10:00"}],
        "attributes": [{"value": "Ask for Jo.", "taxonomy_term": {"taxonomy": "Packhorse", "code": "first_visit"}}]}
    ]
    """.replacing(change.0, with: change.1)
  }

  @Test func readsAWholeService() {
    let (outcome, _) = read(service(("", "")))
    #expect(outcome.diagnostics == [])
    let group = outcome.value.first
    #expect(
      (group?.day, group?.time, group?.firstVisit, group?.transport) == (
        "Tuesday", "10:00", "Ask for Jo.", "unknown"
      )
        as (String?, String?, String?, String?))
    #expect(
      group?.assured?.iso == "2026-10-01" && group?.status == .active && group?.url == "https://walk.example/"
    )
  }

  @Test(arguments: [
    ("bad-json", "\"walk\", \"name\"", "\"walk\" «\"»name\""),
    ("missing-key", "{\"id\": \"walk\", ", "«»{"),
    ("missing-key", "\"Walkers\"", "null"),
    ("bad-id", "\"walk\"", "«\"../x\"»"),
    ("bad-value", "\"active\"", "«\"open\"»"),
    ("bad-url", "\"https://walk.example/\"", "«\"javascript:x\"»"),
    ("bad-date", "\"2026-10-01\"", "«\"yesterday\"»"),
    ("bad-value", "\"10:00\"", "«\"25:00\"»"),
    ("wrong-type", "[{\"byday\"", "[«7», {\"byday\""),
    ("identifier-found", "\"A walk.\"", "«\"Ring 943 476 5919\"»"),
  ])
  func reportsWhatIsWrongAtItsPlace(id: String, part: String, spoilt: String) {
    let (outcome, span) = read(service((part, spoilt)))
    #expect(outcome.diagnostics.map(\.id) == [id])
    if spoilt.contains("«") { #expect(outcome.diagnostics.first?.span?.start == span.start) }
    #expect(outcome.diagnostics.first?.summary.contains("943") != true)
  }

  @Test(arguments: ["7", "{}", "{\"contents\": {}}", "\"text\""])
  func asksForAListOfServices(text: String) {
    #expect(read(text).0.diagnostics.map(\.id) == ["wrong-type"])
  }

  @Test func readsAPageAListAndOneService() {
    let one = String(service(("", "")).dropFirst().dropLast())
    for text in [one, "[\(one)]", "{\"contents\": [\(one)]}", "{\"services\": [\(one)]}"] {
      #expect(read(text).0.value.map(\.id.value) == ["walk"])
    }
  }

  @Test func eachIDIsThatOfOneGroup() async {
    let one = String(service(("", "")).dropFirst().dropLast())
    #expect(
      read("[\(one), \(one.replacing("\"walk\"", with: "«\"WALK\"»"))]").0.diagnostics.map(\.id) == [
        "duplicate-group"
      ])
    let row =
      "id,name,activity,description,day,time,recurrence,place,postcode,cost,transport,step_free,first_visit,buddy,safety,contact,url,"
      + "assured_date,status,sessions,funding_end,source\nwalk,N,walking,D,,,,,,,bus,,hello,,S,,,2026-05-01,active,,,\n"
    let both = await SiteSample.load([path: "[\(one)]", "content/data/groups.csv": row])
    #expect(both.diagnostics.map(\.id) == ["duplicate-group"])
    #expect(both.value.groups.map(\.name) == ["N"])
  }

  @Test func givesUpAListThatIsNothingButProblems() {
    let diagnostics = read("[" + String(repeating: "{},\n", count: 20_000) + "1]").0.diagnostics
    #expect(diagnostics.last?.id == "too-many-problems")
  }
}
