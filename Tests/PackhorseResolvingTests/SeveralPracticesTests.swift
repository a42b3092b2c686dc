import PackhorseCore
import PackhorseResolving
import Testing

/// A site of several practices: whom it is for, whose groups are whose, and where its links may lead.
@Suite struct SeveralPracticesTests {
  private func site(_ practices: SitePractices) -> SiteBuilder {
    var site = SiteBuilder()
    site.source.practice = Practice()
    site.source.settings.practices = practices
    let list = "content/data/practices.csv"
    let board = Area(level: .icb, code: "B1", name: "Board")
    for (code, network) in [("DEMO01", "N1"), ("DEMO02", "N2"), ("DEMO03", "N2")] {
      site.source.practices.append(
        ListedPractice(
          code: at(code, line: 2, path: list), name: "Practice \(code)",
          pcn: Area(level: .pcn, code: network, name: network), icb: board))
    }
    return site
  }

  private var all: SitePractices { .all(at: .file("content/site.yml")) }

  private func group(_ id: String, for area: String?) -> CommunityGroup {
    var group = CommunityGroup(id: at(id, line: 2, path: "content/data/groups.csv"))
    group.area = area.map { at($0, line: 2, path: "content/data/groups.csv") }
    return group
  }

  @Test func makesAHomeForEachInTheOrderOfTheList() async {
    let codes = ["DEMO03", "DEMO01"].map { at($0, line: 4, path: "content/site.yml") }
    let homes = await site(.several(codes)).resolved().value.publication.homes
    #expect(homes.map(\.folder) == ["practices/demo01/", "practices/demo03/"])
    #expect(homes.map(\.pcn?.code) == ["N1", "N2"])
    #expect(await site(all).resolved().value.publication.homes.count == 3)
  }

  @Test func reportsAPracticeThatIsNotListed() async {
    let codes = ["DEMO01", "DEMO30"].map { at($0, line: 4, path: "content/site.yml") }
    let diagnostics = await site(.several(codes)).diagnostics()
    #expect(diagnostics.map(\.id) == ["unknown-practice"])
    #expect(diagnostics.first?.span?.path == "content/site.yml")
  }

  @Test(arguments: [
    ("link-worker", "coach", nil), ("link-worker", "link worker", "override-without-effect"),
    ("link-wroker", "coach", "unknown-word"),
  ])
  func aPracticesOwnWordStandsInPlaceOfOneOfTheSite(id: String, word: String, problem: String?) async {
    var site = site(all)
    let forms = { LocalWord(singular: $0, plural: $0 + "s", article: "a") }
    site.source.settings.localWords["link-worker"] = forms("link worker")
    var own = Practice()
    own.localWords[id] = at(forms(word), line: 7, path: "content/practices/DEMO02/practice.yml")
    site.source.ownPractices["DEMO02"] = own
    site.source.ownWords["DEMO02"] = Words(["a": "b"])
    let resolved = await site.resolved()
    let found = resolved.diagnostics.filter { $0.span?.path.hasSuffix("DEMO02/practice.yml") == true }
    #expect(found.map(\.id) == [problem].compactMap(\.self))
    #expect(resolved.value.publication.homes.map { $0.words != nil } == [false, true, false])
  }

  @Test func reportsWordsOfAPracticeThatItIsNotFor() async {
    var site = site(.several(["DEMO01", "DEMO02"].map { at($0, line: 4, path: "content/site.yml") }))
    site.source.ownWords["DEMO03"] = Words([:])
    let diagnostics = await site.diagnostics()
    #expect(diagnostics.map(\.id) == ["unknown-practice"])
    #expect(diagnostics.first?.span?.path == "content/practices/DEMO03/words.yml")
  }

  @Test func reportsFactsOfAPracticeThatItIsNotFor() async {
    var site = site(.several(["DEMO01", "DEMO02"].map { at($0, line: 4, path: "content/site.yml") }))
    site.source.ownPractices["DEMO03"] = Practice()
    let diagnostics = await site.diagnostics()
    #expect(diagnostics.map(\.id) == ["unknown-practice"])
    #expect(diagnostics.first?.span?.path == "content/practices/DEMO03/practice.yml")
  }

  @Test func reportsAListWithoutPractices() async {
    var site = site(all)
    site.source.practices = []
    #expect(await site.diagnostics().map(\.id) == ["unknown-practice"])
  }

  @Test func givesEachTheGroupsOfItsAreas() async {
    var site = site(all)
    site.source.groups = [
      group("all", for: nil), group("north", for: "N2"), group("own", for: "DEMO03"),
      group("board", for: "B1"),
    ]
    let publication = await site.resolved().value.publication
    #expect(publication.groups.map(\.id.value) == ["all"])
    let local = publication.homes.map { home in home.groups.map { publication.localGroups[$0].id.value } }
    #expect(local == [["board"], ["north", "board"], ["north", "own", "board"]])
  }

  @Test func aSiteOfOneShowsTheGroupsNearIt() async {
    var site = site(.one(at("DEMO02", line: 4, path: "content/site.yml")))
    site.source.groups = [group("all", for: nil), group("north", for: "N2"), group("south", for: "N1")]
    #expect(await site.resolved().value.publication.groups.map(\.id.value) == ["all", "north"])
  }

  @Test func reportsAGroupForAnAreaThatNobodyKnows() async {
    var site = site(all)
    site.source.groups = [group("far", for: "N9")]
    #expect(await site.diagnostics().map(\.id) == ["unknown-area"])
  }

  /// What all practices have in common shows figures of the area that holds them all, and there may be none.
  @Test(arguments: [
    ("content/modules/skills/one.md", nil, ["figure-without-area"]),
    ("content/practice/own.md", nil, []), ("content/summaries/year.md", nil, []),
    ("content/summaries/year.md", AreaLevel.icb, []),
  ])
  func reportsFiguresOfNobody(path: String, level: AreaLevel?, ids: [String]) async {
    for (hasOtherBoard, expected) in [(true, ids), (false, [])] {
      var site = site(all)
      if hasOtherBoard {
        let practice = site.source.practices[2]
        site.source.practices[2] = ListedPractice(
          code: practice.code, name: practice.name, pcn: practice.pcn,
          icb: Area(level: .icb, code: "B2", name: "Board 2"))
      }
      let chart = Directive(
        name: .chart, arguments: ["measure": at("attended", line: 9, path: path)],
        span: SourceSpan(path: path, line: 9, column: 1, length: 3))
      site.add(path, outline: { $0.directives = [chart] }, frontMatter: { $0.level = level })
      #expect(await site.diagnostics().map(\.id) == expected)
    }
  }

  @Test func pagesOfAreasCanBeLinkedTo() async {
    var site = site(all)
    site.addModule(linkingTo: "/areas/n2.html#measure-attended")
    #expect(await site.diagnostics() == [])
  }

  /// The address that a practice's code holds is longer by the practice's folder.
  @Test func measuresACodeWithThePracticesFolder() async {
    for (length, ids) in [(longestCode - 11, ["code-too-long"]), (longestCode - 11 - 17, [])] {
      var site = site(all)
      site.source.settings.url = "https://a/" + String(repeating: "x", count: length - 11) + "/"
      let path = "content/practice/own.md"
      let poster = Directive(
        name: .poster, arguments: ["code": at("/groups.html", line: 9, path: path)],
        span: SourceSpan(path: path, line: 9, column: 1, length: 3))
      site.add(path, outline: { $0.directives = [poster] })
      #expect(await site.diagnostics().map(\.id) == ids)
    }
  }

  /// At the address of a page that each practice has stands a list; its headings are on the practices' own pages.
  @Test(arguments: ["/practice/form.md#consent", "/outcomes.html#measure-attended"])
  func onlyAPracticesPageLinksToHeadingsOfItsOwn(link: String) async {
    for (path, ids) in [
      ("content/modules/skills/one.md", ["unknown-anchor"]), ("content/practice/own.md", []),
    ] {
      var site = site(all)
      site.add("content/practice/form.md") { outline in
        outline.headings = [.init(level: 2, anchor: "consent", text: "Consent")]
      }
      site.add(path, outline: { $0.links = [at(link, line: 9, path: path)] })
      #expect(await site.diagnostics().map(\.id) == ids)
    }
  }
}
