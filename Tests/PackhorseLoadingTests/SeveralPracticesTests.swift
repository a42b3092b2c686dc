import PackhorseCore
import Testing

@testable import PackhorseLoading

/// A site of several practices: what all have in common, and what each says of itself.
@Suite struct SeveralPracticesTests {
  private static let files: [String: String?] = [
    "content/site.yml": SiteSample.texts["content/site.yml"]?.replacing(
      "practices: DEMO01", with: "practices: [DEMO01, DEMO02]\nid: valley"),
    "content/practice.yml": """
    link-worker:
      name: Sam Shared
      introduction: I am Sam.
      contact: 01632 960000
      how-to-refer: [Ask at reception]
    """,
    "content/practices/DEMO02/practice.yml": """
    address: [2 Mill Lane]
    link-worker:
      name: Alex Own
      days: [Monday]
    """,
    "content/data/practices.csv": """
    practice_code,practice_name
    DEMO01,Demo Surgery
    DEMO02,Mill Lane Practice

    """,
  ]

  private func load(_ files: [String: String?] = [:]) async -> Outcome<LoadedSample> {
    await SiteSample.load(Self.files.merging(files) { $1 })
  }

  private func practice(_ code: String, of site: SourceSite) throws -> Practice {
    site.practice(try #require(site.practices.first { $0.code.value == code }))
  }

  @Test func eachHasWhatItSaysItselfAndElseWhatHoldsForAll() async throws {
    let loaded = await load()
    #expect(loaded.diagnostics == [])
    let first = try practice("DEMO01", of: loaded.value.site)
    #expect(first.name == "Demo Surgery" && first.address.isEmpty)
    #expect(first.linkWorker.name == "Sam Shared" && first.linkWorker.introduction == "I am Sam.")
    let second = try practice("DEMO02", of: loaded.value.site)
    #expect(second.name == "Mill Lane Practice" && second.address == ["2 Mill Lane"])
    #expect(second.linkWorker.name == "Alex Own" && second.linkWorker.days == ["Monday"])
    #expect(
      second.linkWorker.contact == "01632 960000" && second.linkWorker.howToRefer == ["Ask at reception"])
  }

  @Test func nobodyIsIntroducedInAnothersWords() async throws {
    let second = try practice("DEMO02", of: await load().value.site)
    #expect(second.linkWorker.introduction == nil)
  }

  @Test func takesThemAllAndNeedsNoFileAboutThem() async {
    let site = SiteSample.texts["content/site.yml"]?.replacing("DEMO01", with: "all\nid: valley")
    let loaded = await load([
      "content/site.yml": site, "content/practice.yml": nil, "content/practices/DEMO02/practice.yml": nil,
    ])
    #expect(loaded.diagnostics == [])
    #expect(
      loaded.value.settings.chosen(from: loaded.value.practices).map(\.code.value) == ["DEMO01", "DEMO02"])
    #expect(!loaded.value.settings.isKeptOffline)
  }

  @Test func becomesTheSiteOfOneOfThem() async {
    var site = await load().value.site
    #expect(site.narrow(to: "DEMO02") == [])
    #expect(site.settings.practice?.value == "DEMO02")
    #expect(site.practice.name == "Mill Lane Practice" && site.practice.linkWorker.name == "Alex Own")
    site.nameThePractice()
    #expect(site.settings.localWords["practice"]?.singular == "Mill Lane Practice")
  }

  @Test func isNotForAPracticeThatItDoesNotName() async {
    var site = await load().value.site
    #expect(site.narrow(to: "DEMO99").map(\.id) == ["unknown-practice"])
    #expect(site.settings.practice == nil)
  }

  @Test(arguments: [
    ("missing-key", "id: valley", ""),
    ("duplicate-practice", "[DEMO01, DEMO02]", "[DEMO01, DEMO02, DEMO01]"),
    ("bad-value", "[DEMO01, DEMO02]\nid: valley", "[]"),
    ("several-practices", "id: valley", "id: valley\naudience: practice"),
    ("reserved-word", "words:\n", "words:\n  practice: {singular: a, plural: b, article: c}\n"),
  ])
  func reportsFaultsOfItsSettings(id: String, part: String, replacement: String) async throws {
    let site = try #require(Self.files["content/site.yml"] ?? nil)
    let loaded = await load(["content/site.yml": site.replacing(part, with: replacement)])
    #expect(loaded.diagnostics.map(\.id).contains(id))
  }

  @Test(arguments: [
    ("content/practice.yml", "name: Demo Surgery", "misplaced-practice"),
    ("content/practice.yml", "phone: 01632 960000", "misplaced-practice"),
    ("content/practices/DEMO02/practice.yml", "code: DEMO02\nname: Mill Lane", "misplaced-practice"),
    ("content/practices/mill-lane/practice.yml", "phone: 01632 960000", "bad-value"),
    ("content/practices/DEMO02/practise.yml", "phone: 01632 960000", "unknown-file"),
    ("content/practices/DEMO02/data/groups.csv", "id\nwalk\n", "unknown-file"),
  ])
  func reportsWhatDoesNotBelongThere(path: String, text: String, id: String) async {
    #expect(await load([path: text]).diagnostics.map(\.id) == [id])
  }

  @Test func eachMayHaveWordsOfItsOwn() async throws {
    let own = "date:\n  title: What is new at the mill\n"
    let loaded = await load([
      "content/practices/DEMO02/words.yml": own,
      "content/practices/DEMO02/practice.yml": """
      words:
        link-worker: {singular: wellbeing coach, plural: wellbeing coaches, article: a}
      """,
    ])
    #expect(loaded.diagnostics == [])
    var site = loaded.value.site
    #expect(site.ownWords.keys.sorted() == ["DEMO02"])
    #expect(site.ownWords["DEMO02"]?("date.title") == "What is new at the mill")
    #expect(site.words("date.title") != "What is new at the mill")
    #expect(site.narrow(to: "DEMO02") == [])
    site.takeItsOwn()
    #expect(site.words("date.title") == "What is new at the mill")
    #expect(site.settings.localWords["link-worker"]?.singular == "wellbeing coach")
  }

  @Test func aSiteForOneTakesWhatLiesInItsFolder() async throws {
    let settings = try #require(Self.files["content/site.yml"] ?? nil)
    let loaded = await load([
      "content/site.yml": settings.replacing("[DEMO01, DEMO02]\nid: valley", with: "DEMO02"),
      "content/practice.yml": """
      name: Mill Lane
      code: DEMO02
      address: [2 Mill Lane]
      phone: 01632 960002
      link-worker: {name: Alex, days: [Monday], how-to-refer: [Ask.]}
      """,
      "content/practices/DEMO02/practice.yml": """
      phone: 01632 960009
      words:
        link-worker: {singular: wellbeing coach, plural: wellbeing coaches, article: a}
      """,
    ])
    #expect(loaded.diagnostics == [])
    let site = loaded.value.site
    #expect(site.practice.name == "Mill Lane" && site.practice.address == ["2 Mill Lane"])
    #expect(site.practice.phone == "01632 960009" && site.practice.linkWorker.name == "Alex")
    #expect(site.settings.localWords["link-worker"]?.singular == "wellbeing coach")
  }

  @Test(arguments: [
    ("DEMO02", "date:\n  tilte: New\n", "unknown-word-key"),
    ("DEMO02", "date:\n  title: New at {place}\n", "bad-word-form"),
    ("mill-lane", "date:\n  title: New\n", "bad-value"),
  ])
  func reportsWordsThatStandInPlaceOfNothing(folder: String, text: String, id: String) async {
    let path = "content/practices/\(folder)/words.yml"
    let found = await load([path: text]).diagnostics
    #expect(found.map(\.id) == [id] && found.first?.span?.path == path)
  }

  @Test func reportsAWordThatAllHaveAnyway() async {
    let shared = "date:\n  title: What is new\n"
    let found = await load(["words/en.yml": shared, "content/practices/DEMO02/words.yml": shared]).diagnostics
    #expect(found.map(\.id) == ["override-without-effect"])
    #expect(found.first?.severity == .warning && found.first?.span?.start.line == 2)
  }

  @Test func eachMayHaveTemplatesOfItsOwn() async {
    let folder = "content/practices/DEMO02/templates/"
    let loaded = await load([
      folder + "pages/module.mustache": "own", folder + "partials/new.mustache": "new",
    ])
    #expect(loaded.diagnostics == [])
    var site = loaded.value.site
    #expect(site.ownTemplates.keys.sorted() == ["DEMO02"])
    let own = site.ownTemplates["DEMO02"] ?? []
    #expect(own.map(\.name) == ["assets/site.css", "pages/module.mustache", "partials/new.mustache"])
    #expect(own[1].bytes == Array("own".utf8) && own[1].path == folder + "pages/module.mustache")
    #expect(site.templates.map(\.name) == ["assets/site.css", "pages/module.mustache"])
    #expect(site.templates[1].bytes != own[1].bytes)
    #expect(site.narrow(to: "DEMO02") == [])
    site.takeItsOwn()
    #expect(site.templates[1].bytes == own[1].bytes)
  }

  /// Style sheets and script are files that the pages of all practices share.
  @Test(arguments: [
    ("DEMO02", "pages/modul.mustache", "unknown-template"), ("DEMO02", "assets/site.css", "unknown-template"),
    ("DEMO02", "assets/logo.png", "unknown-template"), ("DEMO02", "partials/notes.txt", "unknown-template"),
    ("DEMO02", "partials/policy.mustache", "fixed-template"),
    ("mill-lane", "pages/module.mustache", "bad-value"),
  ])
  func reportsTemplatesThatStandInPlaceOfNothing(folder: String, name: String, id: String) async {
    let path = "content/practices/\(folder)/templates/\(name)"
    let found = await load([path: "x"]).diagnostics
    #expect(found.map(\.id) == [id] && found.first?.span == .file(path))
    if name.contains("modul.") {
      #expect(found.first?.suggestion == "did you mean 'templates/pages/module.mustache'?")
    }
  }

  @Test func reportsATemplateThatAllHaveAnyway() async {
    let path = "content/practices/DEMO02/templates/pages/module.mustache"
    let found = await load([path: "{{{body}}}"]).diagnostics
    #expect(found.map(\.id) == ["override-without-effect"])
    #expect(found.first?.severity == .warning && found.first?.span == .file(path))
  }

  private static let module = """
    ---
    title: One
    summary: In short.
    roles: [gp]
    minutes: 5
    objectives: [say what it is]
    clinical-review: none yet
    reviewed: 2026-10-01
    review-due: 2027-10-01
    ---
    Text.
    """

  @Test func eachMayHaveModulesOfItsOwn() async {
    let path = "content/practices/DEMO02/modules/start/one.md"
    let loaded = await load([path: Self.module])
    #expect(loaded.diagnostics == [])
    let page = loaded.value.pages.first { $0.path == path }
    #expect(page?.kind == .module && page?.practice == "DEMO02" && page?.section == "start")
    #expect(page?.slug == "modules/start/one" && page?.contentPath == "modules/start/one.md")
  }

  @Test(arguments: [
    ("mill-lane/modules/start/one.md", "bad-value"), ("DEMO02/modules/start/One.md", "bad-id"),
    ("DEMO02/modules/one.md", "misplaced-page"), ("DEMO02/stories/one.md", "misplaced-page"),
    ("DEMO02/one.md", "misplaced-page"), ("one.md", "misplaced-page"),
  ])
  func reportsModulesWhereNoneMayLie(place: String, id: String) async {
    let path = "content/practices/" + place
    let found = await load([path: Self.module]).diagnostics
    #expect(found.map(\.id) == [id] && found.first?.span == .file(path))
  }

  @Test func asksForTheListOfPractices() async {
    let loaded = await load(["content/data/practices.csv": nil])
    #expect(loaded.diagnostics.map(\.id) == ["missing-file"])
    #expect(loaded.diagnostics.first?.span == .file("content/data/practices.csv"))
  }
}
