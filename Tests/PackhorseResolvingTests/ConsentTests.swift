import PackhorseCore
import PackhorseResolving
import Testing

struct ConsentTests {
  private let path = "private/consent.csv"

  private func site(_ record: ConsentRecord?) -> SiteBuilder {
    var site = SiteBuilder()
    site.add("content/stories/maya.md", title: "Maya and the garden")
    if let record { site.source.consent = [record] }
    return site
  }

  private func record(
    basis: ConsentRecord.Basis = .real, consent: String? = "2026-01-10", release: String? = nil,
    scope: Set<ConsentRecord.Scope> = [.publicWeb], expires: String? = nil, withdrawn: String? = nil,
    digest: String? = nil
  ) -> ConsentRecord {
    ConsentRecord(
      storyID: at("maya", line: 2, path: path), teller: .patient, basis: basis,
      consentDate: consent.flatMap { CalendarDate(iso: $0) },
      releaseDate: release.flatMap { CalendarDate(iso: $0) },
      scope: scope, expires: expires.flatMap { CalendarDate(iso: $0) },
      withdrawnOn: withdrawn.flatMap { CalendarDate(iso: $0) }, checkedBy: "AB", textDigest: digest)
  }

  @Test func showsAStoryWithValidConsentAndSaysWhoseItIs() async {
    let resolved = await site(record()).resolved()
    #expect(resolved.diagnostics.isEmpty)
    let provenance = resolved.value.publication.pages[0].provenance
    #expect(
      provenance
        == StoryProvenance(teller: .patient, basis: .real, consentDate: CalendarDate(iso: "2026-01-10")))
  }

  @Test func refusesAStoryWithoutARecord() async {
    let resolved = await site(nil).resolved()
    #expect(resolved.diagnostics.map(\.id) == ["missing-consent"])
    #expect(resolved.diagnostics.hasErrors)
    #expect(resolved.value.publication.pages.isEmpty)
  }

  @Test func leavesOutAStoryOnTheDayItIsWithdrawnAndKeepsItsPlace() async {
    let resolved = await site(record(withdrawn: "2026-11-23")).resolved()
    #expect(resolved.diagnostics.map(\.id) == ["story-withdrawn"])
    #expect(!resolved.diagnostics.hasErrors)
    #expect(resolved.value.publication.pages.isEmpty)
    #expect(resolved.value.publication.tombstones == [Address("stories/maya.html")])
  }

  @Test func leavesOutAStoryThatWasWithdrawnByHand() async {
    var site = site(record())
    site.source.withdrawnStories = ["maya"]
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.map(\.id) == ["story-withdrawn"])
    #expect(resolved.value.publication.pages.isEmpty)
  }

  @Test func showsAStoryOnTheLastDayOfItsConsentAndNotAfter() async {
    let site = site(record(expires: "2026-11-23"))
    #expect(await site.diagnostics(on: "2026-11-23").isEmpty)
    #expect(await site.diagnostics(on: "2026-11-24").map(\.id) == ["story-consent-expired"])
  }

  @Test func leavesOutAStoryWhoseConsentDoesNotCoverThePublic() async {
    var site = site(record(scope: [.staffOnly, .print]))
    #expect(await site.diagnostics().map(\.id) == ["story-out-of-scope"])
    site.source.settings.audience = .practice
    #expect(await site.diagnostics().isEmpty)
  }

  @Test(arguments: [("2026-11-24", nil as String?), ("2026-01-01", "2026-12-01")])
  func refusesDatesInTheFuture(consent: String, release: String?) async {
    #expect(
      await site(record(consent: consent, release: release)).diagnostics().map(\.id) == [
        "contradictory-consent"
      ])
  }

  @Test func refusesATextThatItsTellerDidNotRelease() async {
    let released = hexadecimal(sha256(Array("Text.".utf8)[...]))
    #expect(await site(record(digest: released)).diagnostics().isEmpty)
    let other = hexadecimal(sha256(Array("Other text.".utf8)[...]))
    #expect(await site(record(digest: other)).diagnostics().map(\.id) == ["story-text-changed"])
  }

  @Test func linksToAStoryThatIsLeftOutLeadToItsTombstone() async throws {
    var site = site(record(withdrawn: "2026-02-02"))
    site.addModule(linkingTo: "/stories/maya.md")
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.map(\.id) == ["story-withdrawn"])
    let link = resolved.value.publication.pages[0].bindings.links["/stories/maya.md"]
    #expect(link == .site(Address("stories/maya.html"), fragment: nil))
  }

  @Test(arguments: ["mayas-illness", "mayas-ilness"])
  func saysNothingOfTheHeadingsOfAStoryThatIsLeftOut(fragment: String) async throws {
    var site = SiteBuilder()
    site.add(
      "content/stories/maya.md",
      outline: {
        $0.headings = [
          Outline.Heading(
            level: 2, anchor: "mayas-illness", text: "Mayas illness")
        ]
      })
    site.source.consent = [record(withdrawn: "2026-02-02")]
    site.addModule(linkingTo: "/stories/maya.md#\(fragment)")
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.map(\.id) == ["story-withdrawn"])
    let link = resolved.value.publication.pages[0].bindings.links["/stories/maya.md#\(fragment)"]
    #expect(link == .site(Address("stories/maya.html"), fragment: nil))
  }

  @Test func warnsOfARecordWithoutAStory() async {
    var site = SiteBuilder()
    site.add("content/stories/mayas.md")
    var second = record()
    second.storyID = at("mayas", line: 3, path: path)
    site.source.consent = [record(), second]
    let diagnostics = await site.diagnostics()
    #expect(diagnostics.map(\.id) == ["consent-without-story"])
    #expect(diagnostics[0].suggestion == "did you mean 'mayas'?")
  }
}
