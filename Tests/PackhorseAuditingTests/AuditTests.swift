import PackhorseCore
import Testing

@testable import PackhorseAuditing

@Suite struct AuditTests {
  @Test func findsNothingInASafeSite() async {
    #expect(await AuditFixture().diagnostics() == [])
  }

  @Test func countsWhatItLookedAt() async {
    let audit = await audit(AuditFixture().files, jobs: 2)
    #expect(audit.values == 3 && audit.counts == 8 && audit.withheld == 2)
  }

  @Test(arguments: [
    ("3", "60", ["0.0500", "0.0100", "0.1500", "0.0100", "0.1500"]),
    ("43", "100", ["0.4300", "0.3400", "0.5200", "0.2900", "0.5800"]),
  ])
  func reportsACountThatIsNotRounded(part: String, whole: String, values: [String]) async {
    var site = AuditFixture()
    site.rows[2] = AuditFixture.row("practice,DEMO03", "2025", part, whole, values)
    #expect(await site.problems().contains("count-not-rounded"))
  }

  @Test func reportsAShareOfAWithheldCount() async {
    var site = AuditFixture()
    site.rows[0] = AuditFixture.row(
      "practice,DEMO01", "2025", "[c]", "60", ["0.0500", "[c]", "[c]", "[c]", "[c]"])
    #expect(await site.problems() == ["share-of-withheld"])
  }

  @Test(arguments: 0..<5)
  func reportsANumberThatWasMadeFromOtherCounts(index: Int) async {
    var site = AuditFixture()
    var values = ["0.4000", "0.2849", "0.5274", "0.2416", "0.5825"]
    values[index] = "0.4300"
    site.rows[2] = AuditFixture.row("practice,DEMO03", "2025", "40", "100", values)
    #expect(await site.problems().contains("figure-of-other-counts"))
  }

  @Test func reportsARowThatCannotBeRead() async {
    var site = AuditFixture()
    site.rows.append("practice,DEMO01,Demo Surgery,July,attended,proportion,,3,60,,,,,,,,")
    #expect(await site.problems() == ["unreadable-figure"])
  }

  /// The network has 55 and one practice 40, so the other has at most 19 less what is withheld: shown, it leaves 1 to 4.
  @Test func reportsAWithheldCountThatSumsLeaveFewNumbersFor() async {
    var site = AuditFixture()
    site.rows[1] = AuditFixture.row(
      "practice,DEMO02", "2025", "15", "80", ["0.1875", "0.0951", "0.3216", "0.0709", "0.3885"])
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["count-narrowed"])
    #expect(found[0].summary.contains("'numerator' of 'attended' for 'DEMO01' in 2025"))
    #expect(
      found[0].notes.map(\.text) == ["'DEMON1' is the sum of what is part of it, for 'attended' in 2025"])
  }

  @Test func reportsCountsThatCannotAllBeTrue() async {
    var site = AuditFixture()
    site.rows[3] = AuditFixture.row(
      "pcn,DEMON1", "2025", "30", "240", ["0.1250", "0.0813", "0.1836", "0.0663", "0.2170"])
    #expect(await site.problems() == ["counts-contradict"])
  }

  @Test(arguments: [
    ("numerator\">40<", "numerator\">45<", "contradicting-figure"),
    ("value\">40%", "value\">42%", "contradicting-figure"),
    ("numerator\">40<", "numerator\">[c]<", "withheld-figure-told"),
    ("DEMO03.2025.numerator", "DEMO01.2025.numerator", "withheld-figure-told"),
    ("DEMO03.2025.numerator", "DEMO09.2025.numerator", "unnamed-figure"),
    ("DEMO03.2025.numerator", "nothing", "unnamed-figure"),
    ("people ", "people, 3 of them ", "untraced-number"), ("in 2025 ", "in 2025 (3) ", "untraced-number"),
    (
      "<main>", "<main><figure class=\"chart\"><svg><text class=\"chart-value\">3%</text></svg></figure>",
      "untraced-number"
    ),
    ("<main>", "<main><!-- 3 -->", "untraced-number"),
    ("<main>", "<main><img alt=\"3 people at Demo Surgery\">", "untraced-number"),
    ("<main>", "<main data-x=\"DEMO01: 3\">", "untraced-number"),
    ("<main>", "<main><script type=\"application/ld+json\">{\"value\": 3}</script>", "untraced-number"),
    (
      "<main>", "<main><script type=\"application/ld+json\">{\"name\": \"3 at Demo Surgery\"}</script>",
      "untraced-number"
    ),
  ])
  func reportsWhatAPageTellsBesides(old: String, new: String, id: String) async {
    var site = AuditFixture()
    site.page = site.page.replacing(old, with: new)
    let found = await site.diagnostics()
    #expect(found.map(\.id) == [id])
    #expect(
      found.first?.span?.path == "index.html"
        && found.first?.span?.start.line == (old == "<main>" ? 1 : found[0].span?.start.line))
  }

  /// Levels, periods, an author's own words, and what is not about people.
  @Test(arguments: [
    "in 2025/26 ", "99.8% limits ", "after a walk of 12 weeks ", "for each 1,000 ",
  ])
  func letsOtherNumbersOfAFigureBe(words: String) async {
    var site = AuditFixture()
    site.page = site.page.replacing("took part", with: words + "took part")
    #expect(await site.diagnostics() == [])
  }

  @Test(arguments: [
    ("search/1-0.js", "packhorseTexts([\"3 people took part\"]);"),
    ("feed.xml", "<feed><summary>Only 3 people</summary></feed>"),
    ("data/notes.txt", "DEMO01 has 3.\n"),
    ("data/datapackage.json", "{\"title\": \"Demo Surgery: 3 people\"}"),
    ("feed.json", "{\"summary\": \"It was \\u0033 of them\"}"),
  ])
  func reportsWhatNoPageTells(path: String, text: String) async {
    var site = AuditFixture()
    site.others = [site.file(path, text)]
    #expect(await site.problems() == ["untraced-number"])
  }

  @Test func letsTextsOfThePagesBeRepeated() async {
    var site = AuditFixture()
    site.others = [
      site.file("search/1-0.js", "packhorseTexts([\"A walk of 12 weeks.\"]);"),
      site.file("feed.xml", "<feed><summary>A walk of 12 weeks.</summary></feed>"),
      site.file("assets/packhorse.js", "let seven = 7 + 3;"),
    ]
    #expect(await site.diagnostics() == [])
  }

  @Test func aNameMayBeginAsAnotherDoes() async {
    var site = AuditFixture()
    let names = ["Surgery 1", "Surgery 10", "Surgery 101"]
    site.areas = zip(["DEMO01", "DEMO02", "DEMO03"], names).map { "practice,\($0),\($1),DEMON1" }
    site.page = site.page.replacing(
      "<main>", with: "<main><p class=\"finding\">\(names.joined(separator: ", "))</p>")
    #expect(await site.problems().isEmpty)
    site.page = site.page.replacing("Surgery 101", with: "Surgery 102")
    #expect(await site.problems() == ["untraced-number"])
  }

  @Test func saysThatItCannotCheckFiguresWhoseFileIsLeftOut() async {
    let site = AuditFixture()
    let found = await audit([site.file("index.html", site.page)], jobs: 1).diagnostics
    #expect(found.map(\.id) == ["figures-left-out"] && found.allSatisfy { $0.severity == .error })
    #expect(await audit([site.file("index.html", "<main></main>")], jobs: 1).diagnostics.isEmpty)
  }

  @Test func reportsAFolderThatIsNoSite() async {
    #expect(await audit([], jobs: 1).diagnostics.map(\.id) == ["no-built-site"])
    let site = AuditFixture()
    #expect(await audit(Array(site.files.prefix(2)), jobs: 1).diagnostics.map(\.id) == ["no-built-site"])
  }

  @Test func reportsAnEarlierReleaseWithoutFigures() async {
    let site = AuditFixture()
    let found = await audit(site.files, after: [site.file("index.html", "")], jobs: 1).diagnostics
    #expect(found.map(\.id) == ["no-earlier-figures"])
  }

  @Test func reportsThatNobodySaysWhatAddsUp() async {
    let site = AuditFixture()
    let found = await audit(site.files.filter { $0.path != "data/areas.csv" }, jobs: 1).diagnostics
    #expect(found.map(\.id) == ["unknown-areas"])
  }

  /// DEMO02 was in another network in the first half of the year, so that of the whole year only both together are told.
  @Test func knowsWhatAPracticeWasAPartOfBeforeItMoved() async {
    func site(wholeOfBoth: String) -> AuditFixture {
      var site = AuditFixture()
      site.rows = [
        AuditFixture.row("practice,DEMO01", "2025", "[c]", "60"),
        AuditFixture.row("practice,DEMO02", "2025", "[c]", "80"),
        AuditFixture.row("pcn,DEMON1", "2025", "[c]", wholeOfBoth),
        AuditFixture.row("pcn,DEMON2", "2025", "[c]", "40"),
      ]
      site.areas = ["practice,DEMO01,A,DEMON1", "practice,DEMO02,B,DEMON1", "pcn,DEMON2,C,"]
      site.others = [
        site.file("data/moves.csv", "area_code,month,part_of_before,part_of\nDEMO02,2025-07,DEMON2,DEMON1\n")
      ]
      site.page = ""
      return site
    }
    // 60 and 80 people are 100 and 40.
    #expect(await site(wholeOfBoth: "100").problems() == [])
    #expect(await site(wholeOfBoth: "160").problems() == ["counts-contradict"])
  }

  @Test func reportsAMoveWithoutAMonth() async {
    var site = AuditFixture()
    site.others = [
      site.file("data/moves.csv", "area_code,month,part_of_before,part_of\nDEMO02,spring,,DEMON1\n")
    ]
    let found = await site.diagnostics()
    #expect(found.map(\.id) == ["unreadable-figure"] && found.first?.span?.path == "data/moves.csv")
  }

  /// Each of several practices has a feed that repeats what its digest says.
  @Test(arguments: ["feed.xml", "practices/demo03/feed.xml", "practices/demo03/feed.json"])
  func letsAFeedRepeatWhatAPageSays(path: String) async {
    var site = AuditFixture()
    let text = "Of 100 people 40 took part in 2025"
    let feed =
      path.hasSuffix("xml") ? "<feed><summary>\(text)</summary></feed>" : "{\"items\": [\"\(text)\"]}"
    site.others = [site.file(path, feed)]
    #expect(await site.problems() == [])
    site.others = [site.file(path, feed.replacing("40", with: "41"))]
    #expect(await site.problems() == ["untraced-number"])
  }

  /// An entry of a feed may hold the markup of a page.
  @Test(arguments: [("40", []), ("41", ["contradicting-figure", "untraced-number"])])
  func readsTheNumbersOfAnEntryByTheirNames(printed: String, ids: [String]) async {
    var site = AuditFixture()
    let entry = """
      <p>Of <span data-value-id="attended.DEMO03.2025.denominator">100</span> people \
      <span data-value-id="attended.DEMO03.2025.numerator">\(printed)</span> took part in 2025</p>
      """
    let text = entry.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    site.others = [site.file("feed.xml", "<feed><content type=\"html\">\(text)</content></feed>")]
    #expect(Set(await site.problems()) == Set(ids))
  }

  /// DEMO02 is in another network, in a year that was published with it here.
  @Test func reportsFiguresWithoutAPracticeThatTheyHadBefore() async {
    var now = AuditFixture()
    now.areas[1] = "practice,DEMO02,Demo Surgery,DEMON2"
    now.areas.append("pcn,DEMON2,Other Network,")
    now.rows[3] = AuditFixture.row("pcn,DEMON1", "2025", "[c]", "160")
    let found = await now.diagnostics(after: AuditFixture())
    #expect(found.count == 2 && found.allSatisfy { $0.id == "released-with-others" })
    #expect(await AuditFixture().problems(after: AuditFixture()) == [])
    #expect(await AuditFixture().problems(after: now) == [])
  }

  /// 160 people and, with the practice that came, 160.
  @Test func reportsHowFewAPracticeThatCameCounts() async {
    var before = AuditFixture()
    before.areas[1] = "practice,DEMO02,Demo Surgery,"
    before.rows[1] = AuditFixture.row("practice,DEMO02", "2025", "[c]", "[c]")
    before.rows[3] = AuditFixture.row("pcn,DEMON1", "2025", "[c]", "160")
    var now = before
    now.areas[1] = AuditFixture().areas[1]
    #expect(await now.problems(after: before).contains("people-since-release"))
  }

  @Test func neverTellsACount() async {
    var site = AuditFixture()
    site.rows[0] = AuditFixture.row(
      "practice,DEMO01", "2025", "6", "60", ["0.1000", "0.0100", "0.1500", "0.0100", "0.1500"])
    for problem in await site.diagnostics() {
      let texts =
        [problem.summary, problem.explanation ?? "", problem.suggestion ?? ""] + problem.notes.map(\.text)
      for text in texts { #expect(!text.contains(/\b6\b/)) }
    }
  }

  @Test(arguments: [
    "", "area_type", "area_type,area_code\n\"", "\u{FEFF}period,measure\n2025,x",
    String(repeating: "\"", count: 999),
  ])
  func takesAnyFileOfFigures(text: String) async {
    let site = AuditFixture()
    let files = [
      site.file("data/outcomes.csv", text), site.file("data/areas.csv", text), site.file("index.html", "<"),
    ]
    _ = await audit(files, after: files, jobs: 1)
  }
}
