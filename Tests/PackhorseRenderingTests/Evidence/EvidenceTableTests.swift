import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct EvidenceTableTests {
  @Test func hasARowForEachPeriodAndSaysWhatItsSignsMean() {
    let points = [
      rounded("2023", 45, of: 110, months: 6), withheld("2024", of: .rounded(20)), missing("2025"),
    ]
    let html = renderTable(series(points), text: EvidenceText(catalogue), caption: "Took up an activity")
    let rows = html.source.split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: /<t[hd][^>]*>/).map { plain(HTML(ready: String($0.prefix { $0 != "\n" }))) }
    }
    #expect(
      rows[0] == ["Period", "Took up an activity", "People referred", "Percent", "95% confidence interval"])
    #expect(rows[1] == ["2023 (6 of 12 months)", "45", "110", "41%", "32% to 50%"])
    #expect(rows[2] == ["2024", "[c]", "20", "[c]", "[c]"])
    #expect(rows[3] == ["2025", "[x]", "[x]", "[x]", "[x]"])
    for note in ["[c] withheld", "[x] not available", "rounded to the nearest 5", "fewer months"] {
      #expect(plain(html).contains(note))
    }
  }

  @Test func explainsNoSignThatItDoesNotUse() {
    let html = renderTable(
      series([exact("2025", 3, of: 7)]), text: EvidenceText(catalogue), caption: "Figures")
    #expect(!html.source.contains("figures-notes"))
  }

  @Test func namesTheValueBehindEveryNumber() {
    for series in variousSeries {
      let html = renderTable(series, text: EvidenceText(catalogue), caption: "Figures")
      let cells = html.source.matches(of: /<td>(.*?)<\/td>/).map {
        plain(HTML(ready: String($0.1)), withoutValues: true)
      }
      #expect(cells.allSatisfy { !$0.contains(/[0-9]/) })
    }
  }

  @Test func saysThatThereAreNoFiguresYet() {
    let html = renderTable(series([]), text: EvidenceText(catalogue), caption: "Figures")
    #expect(!html.source.contains("<table") && plain(html).contains("no figures yet"))
  }

  @Test func escapesWhatAuthorsWrite() {
    var measure = demoMeasure()
    measure.numerator = "<script>alert(1)</script>"
    let html = renderTable(
      series([rounded("2025", 45, of: 110)], measure), text: EvidenceText(catalogue), caption: "\"><script>")
    #expect(!html.source.contains("<script>") && !html.source.contains("\"\">"))
  }
}
