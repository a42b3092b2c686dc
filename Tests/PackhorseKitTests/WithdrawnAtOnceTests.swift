import PackhorseCore
import Testing

@testable import PackhorseKit

@Suite struct WithdrawnAtOnceTests {
  let today: CalendarDate

  init() throws { today = try #require(CalendarDate(iso: "2026-10-31")) }

  func withdrawn(on day: String?, listed: [String]) -> Outcome<SourceSite> {
    var source = SourceSite()
    let place = SourceSpan(path: "private/consent.csv", line: 2, column: 1, length: 6)
    source.consent = [
      ConsentRecord(
        storyID: Located("garden", at: place), teller: .patient, basis: .real,
        withdrawnOn: day.flatMap { CalendarDate(iso: $0) })
    ]
    return withdrawing(listed, from: source, on: today)
  }

  @Test func aStoryWithdrawnAtOnceCountsAsWithdrawnToday() {
    let outcome = withdrawn(on: nil, listed: ["garden"])
    #expect(outcome.value.consent.map(\.withdrawnOn) == [today])
    #expect(outcome.diagnostics.map(\.id) == ["unrecorded-withdrawal"])
    #expect(outcome.diagnostics.first?.severity == .warning)
    #expect(outcome.diagnostics.first?.span?.start.line == 2)
  }

  @Test func aRegisterThatSaysSoItselfIsEnough() {
    let outcome = withdrawn(on: "2026-10-01", listed: ["garden"])
    #expect(outcome.value.consent.map(\.withdrawnOn) == [CalendarDate(iso: "2026-10-01")])
    #expect(outcome.diagnostics == [])
  }

  @Test func aDayToComeDoesNotBringItBack() {
    #expect(withdrawn(on: "2027-01-01", listed: ["garden"]).value.consent.map(\.withdrawnOn) == [today])
  }

  @Test func otherStoriesStay() {
    let outcome = withdrawn(on: nil, listed: ["walk"])
    #expect(outcome.value.consent.map(\.withdrawnOn) == [nil])
    #expect(outcome.diagnostics == [])
  }
}
