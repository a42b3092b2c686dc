import PackhorseCore
import PackhorseResolving
import Testing

struct LinkTests {
  @Test func looksForTheNearestNameOnlySoOften() async {
    var site = SiteBuilder()
    site.add("content/practice/garden.md")
    site.add(
      "content/practice/page.md",
      outline: { $0.links = (0..<150).map { at("gardn.md#\($0)", line: $0 + 5) } })
    let suggestions = await site.diagnostics().map(\.suggestion)
    #expect(suggestions.count == 150)
    #expect(suggestions.count { $0 != nil } == 100)
  }

  @Test(arguments: [
    ("who.md", "modules/skills/who.html"), ("../skills/who.md", "modules/skills/who.html"),
    ("/modules/skills/who.md", "modules/skills/who.html"),
    ("./who.md#first-steps", "modules/skills/who.html"),
    ("/groups.html", "groups.html"), ("../../glossary.html#warm-handover", "glossary.html"),
    ("/outcomes.html#measure-attended", "outcomes.html"), ("/data/outcomes.csv", "data/outcomes.csv"),
    ("/modules/skills/index.html", "modules/skills/index.html"), ("w%68o.md", "modules/skills/who.html"),
  ])
  func bindsALinkToThePageItNames(destination: String, address: String) async throws {
    var site = SiteBuilder()
    site.addModule(linkingTo: destination)
    site.add("content/modules/skills/who.md") { outline in
      outline.headings = [.init(level: 2, anchor: "first-steps", text: "First steps")]
    }
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    let page = try #require(
      resolved.value.publication.pages.first { $0.address.path.hasSuffix("listening.html") })
    guard case .site(let target, _) = page.bindings.links[destination] else {
      Issue.record("the link is not bound")
      return
    }
    #expect(target == Address(address))
  }

  @Test(arguments: [
    "https://example.org/a?b=c", "http://example.org", "mailto:a@example.org", "tel:01632960001",
  ])
  func leavesLinksToOtherSitesAsTheyAre(url: String) async throws {
    var site = SiteBuilder()
    site.addModule(linkingTo: url)
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    #expect(resolved.value.publication.pages[0].bindings.links[url] == .external(url))
  }

  @Test(arguments: [
    ("javascript:alert(1)", "unsafe-link"), ("JaVaScRiPt:alert(1)", "unsafe-link"),
    ("data:text/html,x", "unsafe-link"),
    ("file:///etc/passwd", "unsafe-link"), (" javascript:x", "unsafe-link"),
    ("java\tscript:x", "unsafe-link"),
    ("//example.org/x", "unsafe-link"), ("\\\\example.org", "unsafe-link"),
    ("../../../private/consent.csv", "link-leaves-site"), ("/data/groups.csv", "link-to-data"),
    ("../../data/measures.yml", "link-to-data"), ("nobody.md", "unknown-link"),
    ("#nowhere", "unknown-anchor"),
    ("/glossary.html#warm-handovr", "unknown-anchor"), ("listening.html", "unknown-link"),
  ])
  func refusesALinkThatLeadsNowhereGood(destination: String, id: String) async throws {
    var site = SiteBuilder()
    site.addModule(linkingTo: destination)
    let resolved = await site.resolved()
    let diagnostic = try #require(resolved.diagnostics.first)
    #expect(resolved.diagnostics.count == 1)
    #expect(diagnostic.id == id)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.span?.start == SourcePosition(line: 9, column: 3))
    #expect(resolved.value.publication.pages[0].bindings.links.isEmpty)
  }

  @Test func suggestsTheNearestPageForABrokenLink() async {
    var site = SiteBuilder()
    site.addModule(linkingTo: "listenin.md")
    #expect(await site.diagnostics().first?.suggestion == "did you mean '/modules/skills/listening.md'?")
  }

  @Test func copiesOnlyFilesThatAPageNames() async {
    var site = SiteBuilder()
    site.source.assets = [
      "content/stories/garden.jpg", "content/stories/other.jpg", "content/data/secret.pdf",
    ]
    site.add(
      "content/modules/skills/listening.md", outline: { $0.images = [at("/stories/garden.jpg", line: 7)] })
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    #expect(
      resolved.value.publication.copies == [
        CopiedFile(source: "content/stories/garden.jpg", address: Address("stories/garden.jpg"))
      ])
  }

  @Test(arguments: [
    ("/stories/gardn.jpg", "unknown-image"), ("https://example.org/a.png", "remote-file"),
    ("data:image/png;base64,AA", "remote-file"), ("/data/secret.pdf", "unknown-image"),
    ("../../../x.png", "link-leaves-site"),
  ])
  func refusesAnImageThatIsNotTheSites(path: String, id: String) async {
    var site = SiteBuilder()
    site.source.assets = ["content/stories/garden.jpg", "content/data/secret.pdf"]
    site.add("content/modules/skills/listening.md", outline: { $0.images = [at(path, line: 7)] })
    #expect(await site.diagnostics().map(\.id) == [id])
  }

  @Test func reportsAFilmWithoutItsFile() async {
    var site = SiteBuilder()
    let directive = Directive(
      name: .video, arguments: ["src": at("clip.mp4", line: 3), "captions": at("clip.vtt", line: 3)],
      span: SourceSpan(path: "content/modules/skills/listening.md", line: 3, column: 1))
    site.add("content/modules/skills/listening.md", outline: { $0.directives = [directive] })
    #expect(await site.diagnostics().map(\.id) == ["unknown-linked-file", "unknown-linked-file"])
  }

  private func codeDiagnostics(_ target: String, url: String? = "https://example.org/sp/") async
    -> [Diagnostic]
  {
    var site = SiteBuilder()
    site.source.settings.url = url
    let directive = Directive(
      name: .poster, arguments: ["code": at(target, line: 3)],
      span: SourceSpan(path: "content/modules/skills/listening.md", line: 3, column: 1))
    site.add("content/modules/skills/listening.md", outline: { $0.directives = [directive] })
    return await site.diagnostics()
  }

  @Test(arguments: [
    ("listening.md", nil), ("https://other.example/", nil), ("HTTPS://other.example/", nil),
    ("nobody.md", "unknown-link"), ("javascript:x", "unsafe-link"),
    ("tel:01632960001", "code-leads-to-no-page"),
    ("mailto:a@example.org", "code-leads-to-no-page"), ("https://other.example/é", "code-too-long"),
    ("https://other.example/" + String(repeating: "a", count: 192), "code-too-long"),
    ("https://other.example/" + String(repeating: "a", count: 191), nil),
  ])
  func holdsACodeToWhatATelephoneCanOpen(target: String, id: String?) async {
    let found = await codeDiagnostics(target)
    #expect(found.map(\.id) == [id].compactMap(\.self))
    #expect(found.first?.span.map { $0.start.line == 3 } != false)
  }

  @Test func warnsOfACodeThatHasNoAddressToLeadTo() async {
    let found = await codeDiagnostics("listening.md", url: nil)
    #expect(found.map(\.id) == ["code-without-address"] && found.first?.severity == .warning)
    #expect(await codeDiagnostics("https://other.example/", url: nil).isEmpty)
    let long = "https://example.org/" + String(repeating: "a", count: 170) + "/"
    #expect(await codeDiagnostics("listening.md", url: long).map(\.id) == ["code-too-long"])
  }

  @Test func groupsHavePagesToLinkTo() async {
    var site = SiteBuilder()
    var walk = CommunityGroup(id: at("walk", line: 2, path: "content/data/groups.csv"))
    walk.status = .active
    var gone = CommunityGroup(id: at("gone", line: 3, path: "content/data/groups.csv"))
    gone.status = .defunct
    site.source.groups = [walk, gone]
    site.add(
      "content/modules/skills/listening.md",
      outline: { $0.links = [at("/groups/walk.html", line: 5), at("/groups/gone.html", line: 6)] })
    let found = await site.diagnostics().filter { $0.id == "unknown-link" }
    #expect(found.map(\.span?.start.line) == [6])
  }
}
