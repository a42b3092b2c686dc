import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct PageTests {
  private let module = """
    ---
    title: Who to refer
    summary: Nearly everybody.
    roles: [gp]
    minutes: 10
    objectives:
      - Say who
    clinical-review: none yet
    reviewed: 2026-10-01
    review-due: 2027-10-01
    ---

    """
  private let path = "content/modules/referral-criteria/who.md"

  @Test func keepsTheBodyAsBytesWithItsLine() async {
    let outcome = await SiteSample.load([path: module + "\nBody ---\n"])
    let page = outcome.value.pages.last
    #expect(outcome.diagnostics == [])
    #expect(page?.bodyLine == 12)
    #expect(page.map(bodyText) == "\nBody ---\n")
    #expect(page?.span == SourceSpan(path: path, line: 1, column: 1, length: 3))
    #expect(page?.frontMatter.clinicalReview == "none yet")
    #expect(page?.frontMatter.objectives == ["Say who"])
    #expect(page?.frontMatter.reviewDue?.span == SourceSpan(path: path, line: 10, column: 13, length: 10))
  }

  @Test(arguments: [
    ("\u{FEFF}---\r\ntitle: T\r\n---\r\nBody\r\n", "Body\r\n", 4),
    ("---  \ntitle: T\n---\t\nBody", "Body", 4),
    ("---\rtitle: T\r---\rBody", "Body", 4), ("---\ntitle: T\n---", "", 4), ("---\ntitle: T\n---\n", "", 4),
    ("---\ntitle: 'T\n  ---'\n---\n---\n", "---\n", 5),
  ])
  func findsTheBodyAfterEveryKindOfLineEnd(text: String, body: String, line: Int) async {
    let outcome = await SiteSample.load(["content/index.md": text])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.pages.first.map(bodyText) == body)
    #expect(outcome.value.pages.first?.bodyLine == line)
  }

  @Test func readsEveryKeyOfFrontMatter() async {
    let outcome = await SiteSample.load([
      path: module.replacing(
        "minutes: 10",
        with: """
          minutes: 10
          order: -2
          requires: [a/b]
          interventions: [1, 10]
          themes: [2.1]
          techniques: ["1.4"]
          capabilities: [Working with people]
          author: yes
          sources: [kiely2022]
          lang: cy
          aliases: [modules/old.html]
          """),
      "content/summaries/ours.md": "---\ntitle: T\nsummary: S\nfor: practice\nmeasures: [attended]\n---\n",
    ])
    let matter = outcome.value.pages.first { $0.kind == .module }?.frontMatter
    #expect(outcome.diagnostics == [])
    #expect(matter?.order == -2)
    #expect(matter?.requires.map(\.value) == ["a/b"])
    #expect(matter?.interventions.map(\.value) == [1, 10])
    #expect(matter?.themes.map(\.value) == ["2.1"])
    #expect(matter?.techniques.map(\.value) == ["1.4"])
    #expect(matter?.capabilities == ["Working with people"])
    #expect(matter?.author == "yes")
    #expect(matter?.sources.first?.span.start.line == 13)
    #expect(
      (matter?.language, matter?.aliases.map(\.value)) == ("cy", ["modules/old.html"]) as (String?, [String]?)
    )
    #expect(outcome.value.pages.last?.frontMatter.level == .practice)
  }

  @Test(arguments: [
    ("missing-front-matter", "«»Hello\n"), ("missing-front-matter", "«»"),
    ("missing-front-matter", "«» ---\ntitle: T\n---\n"),
    ("unclosed-front-matter", "«---»\ntitle: T\n"), ("unclosed-front-matter", "«---»"),
    ("missing-key", "«---»\n---\n"), ("missing-key", "---\n«title»:\n---\n"),
    ("wrong-type", "---\n«»- a\n---\n"),
    ("unknown-key", "---\ntitle: T\n«roles»: [gp]\n---\n"),
    ("unknown-key", "---\ntitle: T\n«tilte»: T\n---\n"),
    ("duplicate-key", "---\ntitle: T\nsummary: S\n«title»: T\n---\n"),
    ("bad-yaml", "---\ntitle: a«:» b\n---\n"),
    ("hidden-character", "---\ntitle: a«\u{202E}»b\n---\n"),
    ("hidden-character", "---\ntitle: T\n---\na\tb«\u{B}»\n"),
    ("bad-yaml", "---\ntitle: \"a\n«»---\n---\n"),
    ("bad-date", "---\ntitle: T\nreviewed: «1 May 2026»\n---\n"),
    ("bad-date", "---\ntitle: T\nreview-due: «»[2026-05-01]\n---\n"),
    ("bad-value", "---\ntitle: T\nlang: «e»\n---\n"),
    ("yaml-alias", "---\ntitle: «&»a T\n---\n"),
  ])
  func reportsEachFaultOfFrontMatter(id: String, marked: String) async {
    _ = await SiteSample.expect(id, in: "content/index.md", marked)
  }

  @Test(arguments: [
    ("wrong-type", "minutes: 10", "minutes: «ten»"), ("wrong-type", "minutes: 10", "minutes: «»[10]"),
    ("bad-value", "minutes: 10", "minutes: «0»"), ("wrong-type", "[gp]", "«gp»"),
    ("wrong-type", "[gp]", "[gp, «»[gp]]"),
    ("missing-key", "[gp]", "«»[]"), ("missing-key", "[gp]", "«»"),
    ("bad-value", "minutes: 10", "minutes: 10\ninterventions: [1, «11»]"),
    ("unknown-key", "minutes: 10", "minutes: 10\n«measures»: [x]"),
    ("missing-key", "summary: Nearly everybody.\n", ""),
  ])
  func reportsFaultsOfAModule(id: String, part: String, replacement: String) async {
    var text = module.replacing(part, with: replacement)
    if replacement.isEmpty { text = text.replacing("---\ntitle", with: "«---»\ntitle") }
    if replacement == "«»" { text = text.replacing("roles: «»", with: "«roles»:") }
    _ = await SiteSample.expect(id, in: path, text)
  }

  @Test func suggestsTheNearestKey() async {
    let diagnostic = await SiteSample.expect(
      "unknown-key", in: path, module.replacing("minutes: 10", with: "minutes: 10\n«interventons»: [1]"))
    #expect(diagnostic?.suggestion == "did you mean 'interventions'?")
    #expect(diagnostic?.summary == "'interventons' is no key of a module")
  }

  /// The table of docs/content.md: what each kind of page needs.
  @Test(arguments: [
    ("index", "title"), ("modules/a/index", "summary title"), ("stories/a", "summary title"),
    ("practice/a", "title"),
    ("modules/a/b", "clinical-review minutes objectives review-due reviewed roles summary title"),
    ("evidence/a", "clinical-review review-due reviewed summary title"),
    ("summaries/a", "for measures summary title"),
  ])
  func needsTheKeysOfTheTable(page: String, keys: String) {
    let outcome = loadPage(PageFile(path: "content/\(page).md", bytes: Array("---\n---\n".utf8)))
    #expect(outcome.diagnostics.allSatisfy { $0.id == "missing-key" })
    let named = outcome.diagnostics.map { String($0.summary.split(separator: "'")[0]) }
    #expect(named.sorted().joined(separator: " ") == keys)
  }

  @Test func wantsNamesThatCanStandInAnAddress() async {
    let diagnostic = await SiteSample.expect(
      "bad-id", in: "content/stories/Maya's Garden.md", "---\ntitle: T\nsummary: S\n---\n")
    #expect(diagnostic?.suggestion == "rename it to 'maya-s-garden'")
    _ = await SiteSample.expect("misplaced-page", in: "content/modules/index.md", "---\ntitle: T\n---\n")
    _ = await SiteSample.expect("misplaced-page", in: "content/about.md", "no front matter needed to say so")
  }

  @Test(arguments: [
    ("bad-utf8", [UInt8(0xE9)], 3), ("nul-byte", [0], 3), ("bad-utf8", [0xFE, 0xFF, 0x00], 3),
  ])
  func reportsFilesThatAreNoText(id: String, bytes: [UInt8], line: Int) async {
    let text = Array("---\ntitle: T\né".utf8) + bytes + Array("\n---\n".utf8)
    let outcome = await SiteSample.load(bytes: ["content/index.md": text])
    #expect(outcome.diagnostics.map(\.id) == [id])
    #expect(
      outcome.diagnostics.first?.span
        == SourceSpan(path: "content/index.md", line: line, column: 3, length: 1))
    #expect(outcome.value.pages.isEmpty)
  }

  @Test(arguments: [
    ("content/index.md", "---\ntitle: T\n---\n", 4), ("content/site.yml", "title: T\n", 2),
    ("content/references.json", "[\n", 2), ("words/en.yml", "", 1),
    ("content/data/outcomes.csv", "practice_code,period,measure,numerator,denominator\n", 2),
  ])
  func refusesLinesWithoutEnd(path: String, start: String, line: Int) async {
    // No cell of it is too long by itself.
    let part = Array(repeating: UInt8(ascii: "a"), count: 1 << 19) + [UInt8(ascii: ",")]
    let text = Array(start.utf8) + Array([[UInt8]](repeating: part, count: 32).joined())
    let outcome = await SiteSample.load(bytes: [path: text])
    let found = outcome.diagnostics.filter { $0.span?.path == path }
    #expect(found.map(\.id) == ["line-too-long"])
    #expect(found.first?.span?.start == SourcePosition(line: line, column: 1))
  }
}

/// The body of a page as text.
private func bodyText(_ page: SourcePage) -> String {
  (try? page.body.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? "unreadable"
}
