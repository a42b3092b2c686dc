import Foundation
import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

private func planned(_ change: (inout EvidencedSite) -> Void = { _ in }) -> Outcome<OutputPlan> {
  var site = FixtureSite.site
  change(&site)
  return plan(site, date: FixtureSite.date, parser: FixtureSite.parser)
}

private let files = planned().value.texts
private let pages = files.filter { $0.key.hasSuffix(".html") }

@Suite struct PlannedSite {
  @Test func hasNoProblems() {
    #expect(planned().diagnostics == [])
  }

  /// Whether a reader can do something on a page, or sees there what they did.
  private func hasScript(_ path: String) -> Bool {
    let folder = path.split(separator: "/").first.map(String.init) ?? ""
    return [Address.modules.path, Address.search.path, Address.groups.path, Address.changes.path].contains(
      path)
      || ["modules", "pathways"].contains(folder) && !path.hasSuffix("/index.html")
        && path != "modules/old.html"
  }

  @Test func hasItsScriptOnlyWhereItIsOfUseOnceNobodyKeepsTheSite() {
    let made = planned { $0.publication.settings.isKeptOffline = false }.value.texts
    for path in pages.keys {
      #expect(made[path]?.contains("<script src") == hasScript(path), "\(path)")
    }
    #expect(made["offline.js"] == nil && made["offline.json"] == nil)
  }

  @Test func aSiteThatIsNotSearchedHasNothingOfIt() {
    let made = planned { $0.publication.settings.isSearched = false }.value.texts
    #expect(!made.keys.contains { $0.hasPrefix("search") })
    #expect(made["index.html"]?.contains("search.html") == false)
  }

  @Test func listsEveryFileOfTheSiteToBeKept() {
    let list = files["offline.json"] ?? ""
    for file in planned().value.files where !file.address.path.hasPrefix("offline.") {
      #expect(list.contains("\"\(file.address.path)\""), "\(file.address.path)")
    }
  }

  @Test(arguments: pages.keys.sorted()) func isWellFormed(_ path: String) {
    let markup = Markup(pages[path] ?? "")
    #expect(markup.problems == [])
    #expect(markup.elements.count { $0 == "h1" } == 1)
    #expect(markup.elements.count { $0 == "main" } == 1)
    #expect(!markup.attributes.contains("style"))
    let scripts = ["404.html": 0, "modules/old.html": 0, "outcomes.html": 2][path] ?? 1
    #expect(markup.elements.count { $0 == "script" } == scripts, "outcomes.html names its data in one")
    #expect(!markup.text.contains("{{"))
    #expect(!markup.text.contains(/page\.[a-z]/), "a word is missing from the catalogue")
  }

  @Test(arguments: pages.keys.sorted()) func linksOnlyToFilesThatExist(_ path: String) {
    let known = Set(planned().value.files.map(\.address.path))
    for link in Markup(pages[path] ?? "").links {
      if link.hasPrefix("https://example.org/sp/") || link.hasPrefix("mailto:") { continue }
      let file = link.prefix { $0 != "#" }
      let target = file.isEmpty ? path : resolved(String(file), from: path)
      #expect(known.contains(target), "\(link) on \(path)")
      let fragment = link.dropFirst(file.count + 1)
      if !fragment.isEmpty, target == path, !["one", "two", "three"].contains(fragment) {
        #expect(Markup(pages[path] ?? "").ids.contains(String(fragment)), "\(link) on \(path)")
      }
    }
  }

  private func resolved(_ link: String, from path: String) -> String {
    if link.hasPrefix("/sp/") { return String(link.dropFirst(4)) }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { folders = folders.dropLast() } else { folders.append(String(part)) }
    }
    return folders.joined(separator: "/")
  }

  @Test(arguments: pages.keys.sorted()) func keepsToItsPolicy(_ path: String) {
    let page = pages[path] ?? ""
    #expect(page.contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"))
    #expect(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"))
    #expect(page.contains("<html lang=\"en-GB\">"))
  }

  @Test func givesTheSameBytesTwice() {
    #expect(planned().value.texts == files)
  }

  @Test(arguments: [true, false]) func tellsTheParserWhetherHTMLIsAllowed(_ isAllowed: Bool) {
    var site = FixtureSite.site
    site.publication.settings.allowsHTML = isAllowed
    let planned = plan(site, date: FixtureSite.date) { _, options in
      let text = Array("HTML allowed: \(options.allowsHTML)".utf8)
      let node = Document.Node(.text(0..<text.count), end: 1, position: SourcePosition(line: 1, column: 1))
      return Outcome(Document(nodes: [node], text: text))
    }
    #expect(planned.value.text("index.html").contains("HTML allowed: \(isAllowed)"))
  }

  @Test func saysOnEveryPageThatASampleIsInvented() {
    for (path, page) in pages where path != "modules/old.html" {
      #expect(page.contains("Invented sample data"), "\(path)")
    }
    let real = planned { $0.publication.settings.isSample = false }.value.text("index.html")
    #expect(!real.contains("Invented sample data"))
  }

  @Test func marksEveryPageOfAPracticesOwnSite() {
    let own = planned { $0.publication.settings.audience = .practice }.value.texts
    for (path, page) in own where path.hasSuffix(".html") {
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
      if path != "modules/old.html" { #expect(page.contains("Not for publication"), "\(path)") }
    }
    #expect(own["sitemap.xml"] == nil)
  }

  @Test func hidesOnlyWhatNobodyShouldFind() {
    let hidden = pages.filter { $0.value.contains("noindex") }.keys.sorted()
    #expect(hidden == ["404.html", "stories/gone.html"])
  }

  @Test func makesNoFeedOrSitemapWithoutAnAddress() {
    let texts = planned { $0.publication.settings.url = nil }.value.texts
    for file in ["feed.xml", "feed.json", "sitemap.xml"] {
      #expect(texts[file] == nil)
      #expect(!(texts["index.html"] ?? "").contains(file))
    }
  }

  @Test(arguments: ["feed.xml", "sitemap.xml"]) func makesSoundXML(_ path: String) {
    let texts = planned { site in
      site.edit(page: 1) { $0.title = "A & B <c> \u{1}\u{FFFE} \"d\"" }
    }.value.texts
    let parser = XMLParser(data: Data((texts[path] ?? "").utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  @Test func leadsOnFromAFormerAddress() {
    let page = pages["modules/old.html"] ?? ""
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=talking/ask.html\">"))
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://example.org/sp/modules/talking/ask.html\">"))
  }

  @Test func leadsHomeFromAMissingPageAtAnyAddress() {
    let page = pages["404.html"] ?? ""
    #expect(page.contains("href=\"https://example.org/sp/index.html\""))
    #expect(!page.contains("<nav"))
    let folder = planned { $0.publication.settings.url = nil }.value.text("404.html")
    #expect(folder.contains("href=\"index.html\""))
  }

  @Test func reportsAnAliasThatIsTaken() {
    let outcome = planned { site in
      site.publication.redirects = [Redirect(from: .groups, to: .home)]
      let span = SourceSpan(path: "content/modules/talking/ask.md", line: 4, column: 11, length: 11)
      site.edit(page: 3) { $0.aliases = [Located("groups.html", at: span)] }
    }
    #expect(outcome.diagnostics.map(\.id) == ["taken-address"])
    #expect(outcome.diagnostics.first?.span?.start.line == 4)
    #expect(outcome.value.text("groups.html").contains("<h1>Groups and activities</h1>"))
  }

  @Test func reportsAFileInTheWayOfAFolder() {
    let outcome = planned {
      $0.publication.redirects = [Redirect(from: Address("groups.html/x.html"), to: .home)]
    }
    #expect(outcome.diagnostics.map(\.id) == ["taken-address"])
  }

  @Test func takesATemplateOfTheSitesOwn() {
    let own = planned { site in
      site.publication.templates.removeAll { $0.name == "pages/module.mustache" }
      site.publication.templates.append(
        TemplateSource(
          name: "pages/module.mustache", path: "templates/pages/module.mustache",
          bytes: Array(
            "<h1>{{title}}!</h1>{{{body}}}{{#overdue}}Overdue.{{/overdue}}{{clinical-review}}".utf8)))
    }
    #expect(own.diagnostics == [])
    #expect(own.value.text("modules/talking/ask.html").contains("<h1>Ask first!</h1>Body of Ask first"))
  }

  @Test func plansAnEmptySite() {
    let empty = EvidencedSite(publication: Publication(), evidence: PublishedEvidence())
    var site = empty
    site.publication.words = ThemeOnDisk.words
    site.publication.templates = ThemeOnDisk.templates
    let outcome = plan(site, date: FixtureSite.date, parser: FixtureSite.parser)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.text("groups.html").contains("No groups are listed yet."))
    for (path, text) in outcome.value.texts where path.hasSuffix(".html") {
      #expect(Markup(text).problems == [])
    }
  }
}

@Suite struct HostileSite {
  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{title}} {{{main}}}", "' & < > ]]>",
  ])
  func escapesWhatPeopleWrite(_ text: String) {
    let outcome = planned { site in
      site.publication.settings.title = text
      site.publication.settings.licence = text
      site.publication.settings.roles[0] = Role(id: "gp-trainee", title: text, plural: text)
      site.publication.settings.localWords["link-worker"]?.singular = text
      site.publication.practice.name = text
      site.publication.practice.linkWorker.name = text
      site.publication.practice.linkWorker.photoAlt = text
      site.publication.practice.linkWorker.howToRefer = [text]
      site.publication.glossary[0].definition = text
      site.publication.sections[0].title = text
      site.publication.pathways[0].role = Role(id: "x", title: text, plural: text)
      site.publication.pathways[0].source.title = text
      site.publication.groups[0].name = text
      for index in site.publication.pages.indices {
        site.edit(page: index) { matter in
          matter.title = text
          matter.summary = text
          matter.language = text
          matter.author = text
        }
      }
      site.evidence.series[0].measure.title = text
      site.evidence.series[0].measure.caveats = [text]
    }
    for (path, page) in outcome.value.texts where path.hasSuffix(".html") {
      let markup = Markup(page)
      #expect(markup.problems == [], "\(path)")
      let ours = /<script (src="[.\/]*assets\/packhorse.js" defer|type="application\/ld\+json")>/
      #expect(page.matches(of: /<script/).count == page.matches(of: ours).count)
      #expect(!markup.attributes.contains("onerror"))
    }
  }

  @Test func linksAContactOnlyWhereItIsNothingElse() {
    let page = planned { $0.publication.practice.linkWorker.contact = "javascript:alert(1)" }.value.text(
      "index.html")
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.contains("<dd>javascript:alert(1)</dd>"))
  }
}
