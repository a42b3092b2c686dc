import PackhorseCore
import Testing

@testable import PackhorseRendering

/// The statements on accessibility and figures say what a build was held to, and no more.
@Suite struct CheckedPageTests {
  private func statement(_ change: (inout EvidencedSite) -> Void = { _ in }) -> String {
    var site = FixtureSite.site
    change(&site)
    return plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.text("checked.html")
  }

  /// What stands under a heading.
  private func part(_ page: String, after heading: String) -> String {
    let rest = page.split(separator: heading, maxSplits: 1).last ?? ""
    return String(rest.split(separator: "<h", maxSplits: 1).first ?? "")
  }

  @Test func everyPageLeadsToIt() {
    let files = plan(FixtureSite.site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    let pages = files.filter { $0.key.hasSuffix(".html") && $0.value.contains("class=\"colophon\"") }
    #expect(pages.count > 10 && pages.values.allSatisfy { $0.contains("checked.html\">") })
  }

  @Test func namesWhatPagesAreHeldTo() {
    let page = statement()
    let held = part(page, after: "Checked each time this site is built</h3>")
    #expect(held.contains("pages with text: \(FixtureSite.pages.count)"))
    #expect(held.contains("Films have a transcript."))
    #expect(page.contains("We do not claim to have reached it."))
    #expect(page.contains("Tell Demo Surgery which page it was"))
  }

  @Test func saysWhatASiteLetsPass() {
    let page = statement { site in
      let levels: [String: Diagnostic.Severity] = ["image-without-alt": .warning, "unknown-link": .error]
      site.publication.settings.diagnosticLevels = levels.mapValues {
        Located($0, at: .file("content/site.yml"))
      }
      site.publication.settings.allowsHTML = true
    }
    let held = part(page, after: "Checked each time this site is built</h3>")
    #expect(!held.contains("Pictures have words") && held.contains("Links have words"))
    let open = part(page, after: "Not checked</h3>")
    #expect(open.contains("What this site lets pass: image-without-alt."))
    #expect(open.contains("HTML that stands in this site"))
  }

  @Test func countsWhatIsPublishedAndWithheld() {
    let period = Period(length: .year, year: 2025)
    let page = statement { site in
      site.evidence.series[0].points = [
        PublishedPoint(
          period: period,
          figure: .proportion(numerator: .withheld, denominator: .rounded(40), share: nil), months: 4095)
      ]
      site.evidence.others = []
      site.evidence.earlierFigures = 12
    }
    #expect(page.contains("Counts: 2. Withheld among them: 1."))
    #expect(page.contains("it can still be 1, and it can still be 7"))
    #expect(page.contains("Figures published before that were taken into account: 12."))
  }

  /// Whatever it says of the site is a part of what it depends on.
  @Test func isMadeAnewWhereWhatItSaysHasChanged() {
    func digest(_ change: (inout EvidencedSite) -> Void = { _ in }) -> Digest? {
      var site = FixtureSite.site
      change(&site)
      let files = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.files
      return files.first { $0.address == .checked }?.digest
    }
    let digests = [
      digest(), digest { $0.evidence.earlierFigures = 3 }, digest { $0.evidence.isReadBack = true },
      digest { site in
        let area = site.evidence.series[0].area
        site.evidence.place([area: [Placing(Area(level: .pcn, code: "N1", name: "N"), since: 24_300)]])
      },
    ]
    #expect(Set(digests).count == digests.count && !digests.contains(nil))
  }

  @Test func promisesNoMoreThanTheSiteIsProtectedBy() {
    let four = statement { $0.publication.settings.protection = .four }
    #expect(!four.contains("it can still be 7"))
    let cells = statement { $0.publication.settings.disclosure = .sumOfCells }
    #expect(cells.contains("Each person counts in one group") && !cells.contains("was tested"))
    let readBack = statement { $0.evidence.isReadBack = true }
    #expect(readBack.contains("Whoever published the figures first") && !readBack.contains("was tested"))
    let exact = statement { $0.evidence.isExact = true }
    #expect(exact.contains("must not be published") && !exact.contains("was tested"))
    let none = statement { $0.evidence = PublishedEvidence() }
    #expect(none.contains("This site publishes no figures."))
  }
}
