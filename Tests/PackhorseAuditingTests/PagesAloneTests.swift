import PackhorseCore
import Testing

@testable import PackhorseAuditing

/// What is found in a site without `data/outcomes.csv`.
@Suite struct PagesAloneTests {
  @Test func reportsANumberWhereTheFileOfFiguresIsGone() async {
    let site = AuditFixture()
    let page = site.page + "<a href=\"../data/outcomes.csv\">Download the figures</a>"
    let found = await audit([site.file("index.html", page)], jobs: 1).diagnostics
    #expect(found.map(\.id) == ["unnamed-figure"])
  }

  @Test func readsASiteThatLeavesTheFileOfFiguresOut() async {
    let site = AuditFixture()
    let pages = ["index.html", "outcomes.html"].map { site.file($0, site.page) }
    let found = await audit(pages, jobs: 1).diagnostics
    #expect(found.map(\.id) == ["sums-not-checked"] && found.map(\.severity) == [.note])
    let later = await audit(pages, after: site.files, jobs: 1).diagnostics
    #expect(later.map(\.id) == ["sums-not-checked"] && later.map(\.severity) == [.error])
    #expect(await audit([site.file("index.html", "<p>In 2025</p>")], jobs: 1).diagnostics == [])
  }

  /// One page against another, since there is no file.
  @Test(arguments: [
    ("numerator\">40<", "numerator\">45<", "contradicting-figure"),
    ("value\">40%", "value\">42%", "contradicting-figure"),
    ("numerator\">40<", "numerator\">[c]<", "withheld-figure-told"),
    ("DEMO03.2025.numerator", "nothing", "unnamed-figure"),
    ("DEMO03.2025.numerator\">40", "DEMO09.2025.numerator\">3", "count-not-rounded"),
    ("DEMO03.2025.numerator\">40", "DEMO09.2025.numerator\">41", "count-not-rounded"),
    ("people ", "people, 3 of them ", "untraced-number"), ("<main>", "<main><!-- 3 -->", "untraced-number"),
  ])
  func holdsPagesAgainstOneAnother(old: String, new: String, id: String) async {
    let site = AuditFixture()
    let other = site.file("other.html", site.page.replacing(old, with: new))
    let found = await audit([site.file("index.html", site.page), other], jobs: 1).diagnostics
    #expect(found.map(\.id) == [id, "sums-not-checked"] && found.first?.span?.path == "other.html")
  }

  /// Tables name areas; the pages' own numbers are not among what they name.
  @Test(arguments: [
    ("Surgery 1", ["sums-not-checked"]), ("Surgery 10", ["sums-not-checked"]),
    ("Surgery 2", ["sums-not-checked", "untraced-number"]),
    ("2025: 3", ["sums-not-checked", "untraced-number"]),
  ])
  func knowsTheNamesOfAreasByTheTablesOfPages(said: String, ids: [String]) async {
    let site = AuditFixture()
    let rows = ["Surgery 1", "Surgery 10", "April to June 2025"].map {
      "<tr><th scope=\"row\">\($0)</th></tr>"
    }
    let page =
      "<table class=\"figures\">\(rows.joined())</table><p class=\"finding\">\(said): "
      + "<span data-value-id=\"attended.P1.2025.numerator\">40</span></p>"
    let found = await audit([site.file("index.html", page)], jobs: 1).diagnostics
    #expect(found.map(\.id).sorted() == ids)
  }

  /// The people on a list are public, and so is a sum of cells that were rounded one by one.
  @Test(arguments: [
    "<p><span data-value-id=\"a.P1.2025.value\">4.1</span> of <span data-value-id=\"a.P1.2025.denominator\">8,431</span></p>",
    "<p><span data-value-id=\"a.P1.2025.numerator\">44</span> <span data-value-id=\"a.P1.2025.numerator_fewest\">40</span></p>",
  ])
  func letsCountsBeThatNeedNoRounding(page: String) async {
    let site = AuditFixture()
    #expect(
      await audit([site.file("index.html", page)], jobs: 1).diagnostics.map(\.id) == ["sums-not-checked"])
  }
}
