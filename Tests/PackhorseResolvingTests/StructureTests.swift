import PackhorseCore
import PackhorseResolving
import Testing

struct StructureTests {
  private func pathway(_ modules: [String], role: String = "gp", minutes: Int = 30) -> Pathway {
    let path = "content/pathways/gp.yml"
    var pathway = Pathway(
      path: path, role: at(role, line: 3, path: path), minutes: at(minutes, line: 4, path: path))
    pathway.modules = modules.enumerated().map { at($1, line: 6 + $0, path: path) }
    return pathway
  }

  private func twoModules(requires: [String: [String]] = [:]) -> SiteBuilder {
    var site = SiteBuilder()
    for slug in ["listening", "offering"] {
      site.add("content/modules/skills/\(slug).md", title: slug) { _ in
      } frontMatter: {
        $0.minutes = 10
        $0.requires = requires[slug, default: []].map {
          at("skills/\($0)", line: 2, path: "content/modules/skills/\(slug).md")
        }
      }
    }
    return site
  }

  @Test func addsUpThePathwaysMinutes() async {
    var site = twoModules()
    site.source.pathways = [pathway(["skills/offering", "skills/listening"], minutes: 20)]
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    let made = resolved.value.publication.pathways[0]
    #expect(made.totalMinutes == 20)
    #expect(
      made.modules.map { resolved.value.publication.pages[$0].source.frontMatter.title } == [
        "offering", "listening",
      ])
  }

  @Test func reportsAPathwayThatDoesNotKeepItsPromises() async {
    var site = twoModules(requires: ["listening": ["offering"]])
    site.source.pathways = [
      pathway(
        ["skills/listening", "skills/offering", "skills/listening", "skills/ofering"], role: "gpp",
        minutes: 29)
    ]
    let found = await site.diagnostics()
    #expect(
      found.map(\.id) == [
        "unknown-role", "pathway-over-budget", "prerequisite-out-of-order", "module-twice-in-pathway",
        "unknown-module", "role-without-pathway",
      ])
    #expect(found[4].suggestion == "did you mean 'skills/offering'?")
  }

  @Test func notesARoleWithoutAPathwayWhereOthersHaveOne() async {
    var site = twoModules()
    site.source.settings.roles = [
      Role(id: "gp", title: "GP", plural: "GPs"), Role(id: "nurse", title: "Nurse", plural: "nurses"),
    ]
    #expect(await site.diagnostics().isEmpty)
    site.source.pathways = [pathway(["skills/offering"])]
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["role-without-pathway"] && found[0].severity == .warning)
    #expect(found[0].summary.contains("'nurse'"))
  }

  @Test func reportsModulesThatRequireEachOther() async {
    let site = twoModules(requires: ["listening": ["offering"], "offering": ["listening"]])
    #expect(await site.diagnostics().map(\.id) == ["prerequisite-circle", "prerequisite-circle"])
  }

  @Test func givesEverySectionItsModulesInOrder() async {
    var site = SiteBuilder()
    site.add("content/modules/skills/b.md", title: "B") { _ in
    } frontMatter: {
      $0.order = 1
    }
    site.add("content/modules/skills/a.md", title: "A") { _ in
    } frontMatter: {
      $0.order = 2
    }
    site.add("content/modules/referral-criteria/who.md", title: "Who")
    site.add("content/modules/skills/index.md", title: "Skills") { _ in
    } frontMatter: {
      $0.order = 1
    }
    let publication = await site.resolved().value.publication
    #expect(publication.sections.map(\.title) == ["Skills", "Referral criteria"])
    #expect(
      publication.sections[0].modules.map { publication.pages[$0].source.frontMatter.title } == ["B", "A"])
    #expect(publication.sections[1].page == nil)
  }

  @Test func namesBothFilesThatWouldBecomeOnePage() async {
    var site = SiteBuilder()
    site.add("content/evidence/trials.md")
    site.add("content/evidence/Trials.md")
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["duplicate-address"])
    let named = Set([found[0].span?.path] + found[0].notes.map(\.span?.path))
    #expect(named == ["content/evidence/trials.md", "content/evidence/Trials.md"])
  }

  @Test(arguments: ["content/stories/index.md", "content/evidence/index.md", "content/summaries/index.md"])
  func keepsTheAddressesOfListings(path: String) async {
    var site = SiteBuilder()
    site.add(path)
    #expect(await site.diagnostics().contains { $0.id == "duplicate-address" })
  }

  @Test func turnsAliasesIntoRedirects() async {
    var site = SiteBuilder()
    site.add("content/modules/skills/listening.md") { _ in
    } frontMatter: {
      $0.aliases = [at("modules/old.html", line: 3)]
    }
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    #expect(
      resolved.value.publication.redirects == [
        Redirect(from: Address("modules/old.html"), to: Address("modules/skills/listening.html"))
      ])
  }

  @Test(arguments: [
    ("../old.html", "bad-alias"), ("/old.html", "bad-alias"), ("old", "bad-alias"),
    ("a//b.html", "bad-alias"),
    (".hidden.html", "bad-alias"), ("a b.html", "bad-alias"), ("groups.html", "duplicate-address"),
    ("modules/skills/Listening.html", "duplicate-address"),
  ])
  func refusesAnAliasThatIsNoFreeAddress(alias: String, id: String) async {
    var site = SiteBuilder()
    site.add("content/modules/skills/listening.md") { _ in
    } frontMatter: {
      $0.aliases = [at(alias, line: 3)]
    }
    #expect(await site.diagnostics().map(\.id) == [id])
  }

  @Test func warnsOfOverdueReviewsAndOfGroupsThatNobodyChecked() async {
    var site = SiteBuilder()
    site.add("content/modules/skills/listening.md") { _ in
    } frontMatter: {
      $0.reviewDue = CalendarDate(iso: "2026-11-22").map { at($0, line: 8) }
    }
    var group = CommunityGroup(id: at("choir", line: 2, path: "content/data/groups.csv"))
    group.assured = CalendarDate(iso: "2026-05-26")
    site.source.groups = [group]
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["group-not-checked", "review-overdue"])
    #expect(found.allSatisfy { $0.isAboutAge && $0.severity == .warning })
    #expect(await site.diagnostics(on: "2026-11-22").isEmpty)
  }

  @Test(arguments: [
    ("Walk for the lonely", "walking", true), ("Mental Health Choir", "singing", true),
    ("Choir", "for isolated people", true), ("Wednesday lunch", "eating together", false),
    ("The Lonely Goatherd puppet club", "puppets", true), ("Isolde's choir", "singing", false),
  ])
  func warnsOfAGroupThatIsNamedForAProblem(name: String, activity: String, isNamed: Bool) async {
    var site = SiteBuilder()
    var group = CommunityGroup(id: at("choir", line: 2, path: "content/data/groups.csv"))
    (group.name, group.activity) = (name, activity)
    site.source.groups = [group]
    #expect(await site.diagnostics().map(\.id) == (isNamed ? ["group-named-for-a-problem"] : []))
    site.source.groups[0].status = .defunct
    #expect(await site.diagnostics().isEmpty)
  }

  @Test func headingsOfASummaryStandWhereItsAreasAre() async {
    var site = SiteBuilder()
    site.add("content/summaries/year.md") {
      $0.headings.append(Outline.Heading(level: 2, anchor: "over-time", text: "Over time"))
      $0.links = [at("#over-time", line: 9, path: "content/summaries/year.md")]
    } frontMatter: {
      $0.level = .pcn
    }
    site.add("content/summaries/other.md") {
      $0.links = [at("year.md#over-time", line: 9, path: "content/summaries/other.md")]
    } frontMatter: {
      $0.level = .site
    }
    func practice(_ code: String, _ network: String) -> ListedPractice {
      ListedPractice(
        code: at(code, line: 2, path: "content/data/practices.csv"), name: code,
        pcn: Area(level: .pcn, code: network, name: network))
    }
    site.source.practices = [practice("P81001", "N1")]
    #expect(await site.diagnostics().isEmpty)
    // With two networks the address is that of a list.
    site.source.practices.append(practice("P81002", "N2"))
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["unknown-anchor"])
    #expect(found.first?.span?.path == "content/summaries/other.md")
  }

  @Test func refusesASummaryForALevelThatTheSiteDoesNotHave() async {
    var site = SiteBuilder()
    site.add("content/summaries/year.md") { _ in
    } frontMatter: {
      $0.level = .pcn
    }
    #expect(await site.diagnostics().map(\.id) == ["level-without-area"])
    let area = Area(level: .pcn, code: "N1", name: "Elm")
    site.source.practices = [
      ListedPractice(code: at("P81001", line: 2, path: "content/data/practices.csv"), name: "P", pcn: area)
    ]
    #expect(await site.diagnostics().isEmpty)
  }
}
