import PackhorseCore
import PackhorseResolving
import Testing

/// Modules that one of several practices wrote for itself.
@Suite struct OwnModulesTests {
  private static let own = "content/practices/DEMO02/modules/"

  /// Two practices with one module and one path in common.
  private func site(_ practices: SitePractices = .all(at: .file("content/site.yml"))) -> SiteBuilder {
    var site = SiteBuilder()
    site.source.practice = Practice()
    site.source.settings.practices = practices
    for code in ["DEMO01", "DEMO02"] {
      site.source.practices.append(
        ListedPractice(
          code: at(code, line: 2, path: "content/data/practices.csv"), name: "Practice \(code)", pcn: nil,
          icb: nil))
    }
    site.add("content/modules/skills/one.md", title: "One", frontMatter: { $0.minutes = 5 })
    site.add("content/modules/skills/two.md", title: "Two", frontMatter: { $0.minutes = 5 })
    let path = "content/pathways/gp.yml"
    var pathway = Pathway(
      path: path, role: at("gp", line: 3, path: path), minutes: at(10, line: 4, path: path))
    pathway.modules = ["skills/one", "skills/two"].map { at($0, line: 5, path: path) }
    site.source.pathways = [pathway]
    return site
  }

  private var alone: SitePractices { .one(at("DEMO02", line: 4, path: "content/site.yml")) }

  private func links(_ page: ResolvedPage?, from folder: String) -> [String] {
    let here = page?.address.inside(folder) ?? Address("")
    return page?.bindings.links.values.map { link in
      guard case .site(let address, _) = link else { return "" }
      return here.nearest(address).path
    }.sorted() ?? []
  }

  @Test func standInThePlaceOfSharedOnesForTheirPracticeAlone() async throws {
    var site = site()
    site.add(Self.own + "skills/one.md", title: "Ours", frontMatter: { $0.minutes = 4 })
    let resolved = await site.resolved()
    #expect(resolved.diagnostics == [])
    let publication = resolved.value.publication
    #expect(publication.pages.map(\.source.frontMatter.title) == ["One", "Two"])
    #expect(publication.homes.map { $0.training == nil } == [true, false])
    let training = try #require(publication.homes[1].training)
    #expect(training.pages.map(\.source.frontMatter.title) == ["Ours", "Two"])
    #expect(training.pages.map(\.address.isOfPractice) == [true, false])
    #expect(training.sections.map(\.address.isOfPractice) == [true])
    #expect(training.pathways.map(\.totalMinutes) == [9])
    #expect(training.pathways.map(\.address.isOfPractice) == [true])
    #expect(publication.pathways.map(\.totalMinutes) == [10])
    #expect(
      publication.allPages.map(\.address.path)
        == ["modules/skills/one.html", "modules/skills/two.html", "practices/demo02/modules/skills/one.html"])
  }

  @Test func oneWithoutASharedCounterpartIsInASectionOfThePractice() async throws {
    var site = site()
    site.add(Self.own + "rooms/booking.md", title: "Booking")
    let publication = await site.resolved().value.publication
    let training = try #require(publication.homes[1].training)
    #expect(training.sections.map(\.id) == ["rooms", "skills"])
    #expect(training.sections.map(\.address.isOfPractice) == [true, false])
    #expect(training.pathways.map(\.address.isOfPractice) == [false])
    #expect(publication.sections.map(\.id) == ["skills"])
  }

  @Test func linksBetweenAPracticesPagesReachItsOwnModules() async throws {
    var site = site()
    site.add(
      Self.own + "skills/one.md",
      outline: { $0.links = [at("two.md", line: 9), at("../rooms/booking.md", line: 9)] })
    site.add(Self.own + "rooms/booking.md", outline: { $0.links = [at("../skills/one.md", line: 9)] })
    site.add("content/practice/form.md", outline: { $0.links = [at("/modules/skills/one.md", line: 9)] })
    site.add(
      "content/modules/skills/three.md",
      outline: { $0.links = [at("one.md", line: 9), at("/practice/form.md", line: 9)] })
    let resolved = await site.resolved()
    #expect(resolved.diagnostics == [])
    let pages = try #require(resolved.value.publication.homes[1].training).pages
    func reached(_ slug: String) -> [String] {
      links(pages.first { $0.source.slug == slug }, from: "practices/demo02/")
    }
    let folder = "practices/demo02/modules/"
    #expect(
      reached("modules/skills/one")
        == ["modules/skills/two.html", folder + "rooms/booking.html"])
    #expect(reached("modules/rooms/booking") == [folder + "skills/one.html"])
    #expect(reached("practice/form") == [folder + "skills/one.html"])
    let shared = resolved.value.publication.pages.first { $0.source.slug == "modules/skills/three" }
    #expect(shared?.bindings.links["one.md"] == .site(Address("modules/skills/one.html"), fragment: nil))
  }

  @Test func aPageOfAllCannotLinkToThem() async {
    var site = site()
    site.add(Self.own + "rooms/booking.md")
    site.addModule(linkingTo: "/modules/rooms/booking.md")
    #expect(await site.diagnostics().map(\.id) == ["unknown-link"])
  }

  @Test func reportsAHeadingThatIsMissingInOneOfThem() async {
    var site = site()
    let page = "content/practice/form.md"
    site.add("content/modules/skills/three.md") {
      $0.headings = [.init(level: 2, anchor: "ask", text: "Ask")]
    }
    site.add(Self.own + "skills/three.md")
    site.add(page, outline: { $0.links = [at("/modules/skills/three.md#ask", line: 9, path: page)] })
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["unknown-anchor"] && found.first?.span?.path == page)
    #expect(found.first?.notes.first?.text.contains("'DEMO02'") == true)
  }

  @Test func reportsAPathThatTheyMakeTooLong() async {
    var site = site()
    site.add(Self.own + "skills/one.md", frontMatter: { $0.minutes = 9 })
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["pathway-over-budget"])
    #expect(found.first?.notes.first?.text.contains("'DEMO02'") == true)
  }

  @Test func reportsAProblemOfAllPracticesOnce() async {
    var site = site()
    site.add(Self.own + "skills/one.md", frontMatter: { $0.minutes = 5 })
    site.add("content/practice/form.md", outline: { $0.links = [at("nowhere.md", line: 9)] })
    #expect(await site.diagnostics().map(\.id) == ["unknown-link"])
  }

  @Test func reportsOneThatSaysWhatTheSharedOneSays() async throws {
    var site = site()
    let path = Self.own + "skills/one.md"
    let shared = try #require(site.pages.first).source
    let copy = SourcePage(
      path: path, kind: .module, frontMatter: shared.frontMatter, body: try shared.body.bytes(), bodyLine: 5)
    let other = SourcePage(
      path: Self.own + "skills/two.md", kind: .module, frontMatter: shared.frontMatter,
      body: Array("Other text.".utf8)[...], bodyLine: 5)
    site.pages += [copy, other].map { ParsedPage(source: $0, outline: Outline()) }
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["override-without-effect"] && found.first?.span?.path == path)
  }

  @Test func reportsThoseOfAPracticeThatItIsNotFor() async {
    var site = site()
    let path = "content/practices/DEMO09/modules/skills/one.md"
    site.add(path)
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["unknown-practice"] && found.first?.span == .file(path))
  }

  @Test func reportsWhatTheyClaimAndDoNotDeliver() async {
    var site = site()
    site.add(
      Self.own + "skills/one.md",
      frontMatter: {
        $0.minutes = 5
        $0.roles = [at("nobody", line: 4)]
        $0.reviewDue = CalendarDate(iso: "2026-01-01").map { at($0, line: 5) }
      })
    #expect(await site.diagnostics().map(\.id) == ["unknown-role", "review-overdue"])
  }

  /// A practice that starts from a copy of the shared module leaves its former addresses in.
  @Test func theirFormerAddressesAreThePractices() async {
    var site = site()
    for path in ["content/modules/skills/three.md", Self.own + "skills/three.md"] {
      site.add(path, frontMatter: { $0.aliases = [at("modules/old.html", line: 6, path: path)] })
    }
    let resolved = await site.resolved()
    #expect(resolved.diagnostics == [])
    #expect(
      resolved.value.publication.redirects.map { "\($0.from.path) \($0.to.path)" } == [
        "modules/old.html modules/skills/three.html",
        "practices/demo02/modules/old.html practices/demo02/modules/skills/three.html",
      ])
  }

  @Test func reportsAnAddressThatTwoWouldHave() async {
    var site = site()
    let path = Self.own + "skills/three.md"
    site.add(Self.own + "rooms/booking.md")
    site.add(path, frontMatter: { $0.aliases = [at("modules/rooms/booking.html", line: 6, path: path)] })
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["duplicate-address"])
    #expect(found.first?.span?.path == path && found.first?.span?.start.line == 6)
  }

  @Test func picturesBesideThemLieWhereTheyDo() async {
    for (practices, place) in [
      (SitePractices.all(at: .file("content/site.yml")), "practices/demo02/"), (alone, ""),
    ] {
      var site = site(practices)
      site.source.assets = ["content/modules/skills/map.png", Self.own + "skills/map.png"]
      site.add(Self.own + "skills/one.md", outline: { $0.images = [at("map.png", line: 9)] })
      let resolved = await site.resolved()
      #expect(resolved.diagnostics.filter { $0.severity == .error } == [])
      let copies = resolved.value.publication.copies
      #expect(copies.map(\.source) == [Self.own + "skills/map.png"])
      #expect(copies.map(\.address.path) == [place + "modules/skills/map.png"])
    }
  }

  @Test func aSiteForOnePracticeHasThemInThePlaceOfTheShared() async {
    var site = site(alone)
    site.add(Self.own + "skills/one.md", title: "Ours", frontMatter: { $0.minutes = 4 })
    site.add("content/practices/DEMO01/modules/skills/two.md", title: "Theirs")
    let resolved = await site.resolved()
    #expect(resolved.diagnostics == [])
    let publication = resolved.value.publication
    #expect(publication.homes.isEmpty)
    #expect(publication.pages.map(\.source.frontMatter.title) == ["Ours", "Two"])
    #expect(publication.pages.map(\.address.path) == ["modules/skills/one.html", "modules/skills/two.html"])
    #expect(publication.pathways.map(\.totalMinutes) == [9])
  }
}
