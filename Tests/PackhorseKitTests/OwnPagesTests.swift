import Foundation
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import PackhorseTestSupport
import Testing

/// A site of several practices, one of which has modules and templates of its own, built, edited and built again.
@Suite struct OwnPagesTests {
  private static let folder = "content/practices/DEMO02/"
  private static let module = folder + "modules/start/one.md"

  private func site() throws -> IncrementalSite { try IncrementalSite(copying: ["practices"]) }

  /// Modules and templates come, change and go; what is built on the last build is what a build of nothing gives.
  @Test func aRebuildEqualsACleanBuild() async throws {
    let site = try site()
    let wheel = Self.folder + "modules/mill/wheel.md"
    try site.write(site.text(wheel).replacing("one.md#here", with: "one.md"), to: wheel)
    let (text, template) = (try site.text(Self.module), Self.folder + "templates/pages/home.mustache")
    let (one, two) = (
      try site.text("content/modules/start/one.md"), try site.text("content/modules/start/two.md")
    )
    let edits: [(name: String, path: String, text: String?)] = [
      ("its text", Self.module, text + "\n## More\n\nText.\n"),
      ("its title", Self.module, text.replacing("title: One with", with: "title: First with")),
      ("it goes", Self.module, nil), ("it comes", Self.module, text),
      ("that of another practice", "content/practices/DEMO01/modules/start/two.md", two),
      ("a section", Self.folder + "modules/start/index.md", "---\ntitle: Begin\nsummary: All.\n---\nText.\n"),
      ("a template", template, "<h1>{{title}}</h1>\n{{{own-modules}}}\n"),
      ("the template again", template, "<h1>{{title}}!</h1>\n{{{own-modules}}}\n"),
      ("no template", template, nil),
      ("the shared module", "content/modules/start/one.md", one + "\nMore.\n"),
      ("its name", "content/modules/start/two.md", two.replacing("title: Two", with: "title: Second")),
      (
        "the picture", Self.folder + "modules/mill/wheel.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"
      ),
      (
        "a path", "content/pathways/gp.yml",
        try site.text("content/pathways/gp.yml").replacing("start/one, ", with: "")
      ),
    ]
    _ = try await site.build()
    for edit in edits {
      try site.write(edit.text, to: edit.path)
      try #require(try await site.build() != nil, "\(edit.name)")
      let (written, clean) = (try site.written(), try await site.clean())
      let differing = Set(written.keys).union(clean.keys).filter { written[$0] != clean[$0] }
      #expect(differing.sorted() == [], "\(edit.name)")
    }
  }

  @Test func anEditOfItsTextLeavesThePagesOfOthersAlone() async throws {
    let site = try site()
    _ = try await site.build()
    try site.write(site.text(Self.module) + "\nOne more sentence.\n", to: Self.module)
    // Its page and its two files for searching.
    #expect(try await site.build()?.made == 3)
  }

  /// DEMO02 has words of its own and modules, DEMO03 gets words alone.
  @Test func theMenuOfItsPagesIsInItsWords() async throws {
    let site = try site()
    try site.write("page:\n  nav:\n    groups: Walks\n", to: "content/practices/DEMO03/words.yml")
    try site.write(
      "words:\n  link-worker: {singular: village agent, plural: village agents, article: a}\n",
      to: "content/practices/DEMO03/practice.yml")
    let files = try await site.clean()
    func shown(on page: String) throws -> Substring {
      let text = String(decoding: try #require(files[page]), as: UTF8.self)
      return try #require(text.firstMatch(of: /(?s)<nav class="menu".*?<\/nav>/)?.output)
    }
    for page in ["practices/demo02/index.html", "practices/demo02/modules/start/one.html"] {
      let menu = try shown(on: page)
      #expect(menu.contains(">Groups and walks<") && menu.contains("wellbeing coach"))
    }
    let menu = try shown(on: "practices/demo03/index.html")
    #expect(menu.contains(">Walks<") && menu.contains("village agent"))
    for page in ["index.html", "practices/demo01/index.html", "modules/start/two.html"] {
      #expect(try shown(on: page).contains(">Groups and activities<"))
    }
  }

  /// DEMO02 gave a telephone number, DEMO01 none.
  @Test func pagesSayWhomToTellThatSomethingDoesNotWork() async throws {
    let files = try await site().clean()
    func said(_ page: String) throws -> String { String(decoding: try #require(files[page]), as: UTF8.self) }
    for page in ["practices/demo02/index.html", "practices/demo02/modules/start/one.html"] {
      let foot = try #require(said(page).firstMatch(of: /(?s)<footer class="colophon">.*?<\/footer>/)?.output)
      #expect(foot.contains("Tell Mill Lane Practice which page it was"))
      #expect(foot.ranges(of: "01632 960002").count == 1, "its number stands there, once")
    }
    let statement = try said("checked.html")
    #expect(statement.contains("Tell your own practice which page it was"))
    #expect(statement.contains("<a href=\"index.html\">All practices</a>"))
    #expect(try !said("modules/start/two.html").contains("colophon-tell"))
  }

  @Test func aWithdrawnStoryLeavesItToo() async throws {
    let site = try site()
    let page = "practices/demo02/modules/start/one.html"
    let told = Array("vegetable beds did".utf8)
    #expect(try await site.clean()[page]?.firstRange(of: told) != nil)
    try site.write("garden\n", to: ".packhorse/withdrawn")
    let files = try await site.clean()
    #expect(files[page] != nil)
    #expect(files.filter { $0.value.firstRange(of: told) != nil }.keys.sorted() == [])
  }

  @Test(arguments: [
    ("unknown-template-tag", "<p>{{sumary}}</p>"), ("bad-template", "<p>{{summary</p>"),
    ("unclosed-section", "{{#roles}}"), ("unknown-word-key", "<p>{{words.page.home.hwo}}</p>"),
  ])
  func reportsWhereItsTemplateIsWrong(id: String, line: String) async throws {
    let site = try site()
    let path = Self.folder + "templates/pages/home.mustache"
    try site.write("<h1>{{title}}</h1>\n\(line)\n", to: path)
    let found = try await site.checked().diagnostics
    #expect(found.first?.id == id && found.count == 1)
    #expect(found.first?.span?.path == path && found.first?.span?.start.line == 2)
  }

  @Test func holdsItsProseToTheRulesOfStyle() async throws {
    let site = try site()
    try site.write(site.text(Self.module) + "\nPlease utilise the the form.\n", to: Self.module)
    let tree = try readSite(at: site.folder.path).value
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    let built = await build(tree, date: date, jobs: 2)
    let found = await proofread(tree, of: built.value, jobs: 2)
    #expect(found.contains { $0.span?.path == Self.module })
  }

  /// What the practice has for itself says the same as in the site of all, whatever its links lead through.
  @Test func builtAloneItLooksTheSame() async throws {
    let site = try site()
    let shared = try await site.clean()
    let tree = try readSite(at: site.folder.path).value
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    let alone = await build(tree, date: date, jobs: 2, practice: "DEMO02")
    #expect(alone.diagnostics == [])
    var pages: [String: String] = [:]
    for file in alone.value.plan.files where file.address.path.hasSuffix(".html") {
      if case .rendered(let render) = file.content {
        pages[file.address.path] = String(decoding: try render(), as: UTF8.self)
      }
    }
    for page in [
      "index", "link-worker", "modules/index", "modules/start/index", "modules/start/one",
      "modules/mill/wheel",
      "pathways/gp",
    ] {
      let one = text(String(decoding: try #require(shared["practices/demo02/\(page).html"]), as: UTF8.self))
      #expect(one == text(try #require(pages[page + ".html"])), "\(page)")
    }
  }

  /// What a page's main part says, without its tags.
  private func text(_ page: String) -> String {
    let main = page.split(separator: "<main").last?.split(separator: "</main>").first ?? ""
    return String(main.replacing(/<[^>]*>/, with: ""))
  }
}
