import Foundation
import Testing

/// What a page shows of another besides its neighbours: a build after an edit makes it again.
@Suite struct ShownElsewhereTests {
  private static let module = "content/modules/whole-practice/three.md"

  @Test func aPosterShowsTheTitleOfThePageThatItsCodeLeadsTo() async throws {
    let site = try IncrementalSite(copying: ["links", "pathways"])
    let settings = "content/site.yml"
    try site.write(site.text(settings) + "url: https://golden.example/\n", to: settings)
    let page = "content/modules/apart/one.md"
    let text = try site.text(Self.module)
    try site.write(text, to: page)
    let poster = "\n:::poster size=\"a4\" for=\"patients\" code=\"/modules/apart/one.md\"\n## Come in\n:::\n"
    try site.write(text + poster, to: Self.module)
    try await expectFaithful(site)
    try site.write(text.replacing("title: Third module", with: "title: Another title"), to: page)
    try await expectFaithful(site)
  }

  @Test func everyPageLeadsToTheCoverageOnceAPageClaimsAPartOfIt() async throws {
    let site = try IncrementalSite(copying: ["pathways"])
    try await expectFaithful(site)
    let claim = "interventions: [1]\nminutes:"
    try site.write(
      site.text(Self.module).replacing("minutes:", with: claim, maxReplacements: 1), to: Self.module)
    try await expectFaithful(site)
  }

  private func expectFaithful(_ site: IncrementalSite) async throws {
    try #require(try await site.build() != nil)
    let (written, clean) = (try site.written(), try await site.clean())
    #expect(Set(written.keys).union(clean.keys).filter { written[$0] != clean[$0] } == [])
  }
}
