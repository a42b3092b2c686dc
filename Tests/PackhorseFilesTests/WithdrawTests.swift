import Foundation
import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct WithdrawTests {
  static let sentence = "I had not left the house since the winter before last"
  static let made = [
    "index.html": #"<a href="stories/garden.html">Read on</a>"#,
    "stories/index.html": #"<a href="garden.html">Garden</a>"#,
    "stories/garden.html":
      #"<img src="garden.jpg" alt=""><img srcset="a%20b.png 2x, shared.png"><a href="../logo.svg"><link href="../site.css">"#,
    "stories/my-garden.html": #"<a href="my-garden.html">Another</a><img src="shared.png">"#,
    "stories/garden.jpg": "picture", "stories/a b.png": "picture", "stories/shared.png": "picture",
    "logo.svg": "<svg/>",
    "site.css": "x", "modules/a.html": "<img src='../logo.svg'>",
    "modules/garden.html": #"<a href="garden.html">"#,
    "modules/quote.html": "<p>\(sentence)</p>", "modules/card.html": "<p>What the allotment did for me</p>",
    "feed.xml": "<id>https://example.org/sp/stories/garden.html</id>", "sitemap.xml": "<loc>x</loc>",
    "feed.json": #"{"url": "https:\/\/example.org\/stories\/garden.html"}"#,
    "search.js": "['stories/garden.html']",
    "site.zip": "PK",
  ]
  static let pages = StandInPages(withdrawn: Array("WITHDRAWN".utf8), rebuilding: Array("REBUILDING".utf8))

  let site: TemporaryFolder
  var output: String { site.path + "/public" }

  init() async throws {
    site = try TemporaryFolder()
    try site.write("title: x\n", to: "content/site.yml")
    try site.write(
      "---\ntitle: What the allotment did for me\n---\n\n\(Self.sentence). *So*\n",
      to: "content/stories/garden.md")
    _ = try await write(plan(Self.made), from: site.path, to: output, jobs: 1)
    try site.write("see stories/garden.html", to: "public/foreign.txt")
    try site.write("half", to: ".public.packhorse-staging/stories/garden.html")
  }

  @Test(arguments: ["garden", "stories/garden.html", "content/stories/garden.md"])
  func takesAStoryOutWithEveryTrace(named name: String) throws {
    let report = try withdraw(story: name, site: site.path, output: output, pages: Self.pages)
    let files = site.files(in: "public")
    #expect(files["stories/garden.html"] == "WITHDRAWN")
    let rebuilding = ["index.html", "stories/index.html", "modules/quote.html", "modules/card.html"]
    for page in rebuilding { #expect(files[page] == "REBUILDING", "\(page)") }
    #expect(report.replaced == (rebuilding + ["stories/garden.html"]).sorted())
    #expect(
      report.removed == [
        "feed.json", "feed.xml", "search.js", "site.zip", "stories/a b.png", "stories/garden.jpg",
      ])
    #expect(report.foreign == ["foreign.txt"])
    for kept in [
      "stories/my-garden.html", "stories/shared.png", "logo.svg", "site.css", "modules/garden.html",
      "sitemap.xml",
    ] {
      #expect(files[kept] == Self.made[kept], "\(kept)")
    }
    #expect(files.count == Self.made.count - 6 + 1)
    #expect(site.names() == ["content", "public", ".packhorse"])
    #expect(try readSite(at: site.path).value.withdrawnStories == ["garden"])
  }

  @Test func doingItTwiceChangesNothingMore() throws {
    _ = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    let files = site.files(in: "public")
    let report = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    #expect(report.removed == [])
    #expect(site.files(in: "public") == files)
    #expect(site.text(".packhorse/withdrawn") == "garden\n")
  }

  @Test func aWithdrawalThatStopsHalfWaySaysSoAndCanBeFinished() throws {
    // A folder in the way of the draft: the story's page cannot be replaced.
    try site.makeFolder("public/stories/.garden.html.packhorse-new")
    let failure = #expect(throws: FileFailure.self) {
      try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    }
    #expect(failure?.id == "interrupted-withdrawal")
    #expect(site.text("public/stories/garden.jpg") == nil)
    rmdir(site.path + "/public/stories/.garden.html.packhorse-new")
    _ = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    #expect(site.text("public/stories/garden.html") == "WITHDRAWN")
    #expect(site.text("public/stories/a b.png") == nil)
    #expect(site.text("public/index.html") == "REBUILDING")
  }

  @Test func theNextBuildBringsTheRestBack() async throws {
    _ = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    _ = try await write(plan(["index.html": "whole"]), from: site.path, to: output, jobs: 1)
    #expect(site.files(in: "public") == ["index.html": "whole", "foreign.txt": "see stories/garden.html"])
  }

  @Test func worksWithoutAnyNoteOfTheBuild() throws {
    try FileManager.default.removeItem(atPath: site.path + "/.packhorse")
    try FileManager.default.removeItem(atPath: site.path + "/content/stories/garden.md")
    let report = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    #expect(report.removed.contains("foreign.txt"))
    #expect(site.text("public/stories/garden.html") == "WITHDRAWN")
  }

  @Test func remembersAStoryThatWasNotBuiltYet() throws {
    try FileManager.default.removeItem(atPath: output)
    let report = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    #expect(report.replaced == [])
    #expect(site.text(".packhorse/withdrawn") == "garden\n")
  }

  @Test(arguments: [
    ("gardn", "did you mean 'garden'?"), ("index", nil), ("../garden.jpg", nil), ("", nil), ("stories/", nil),
  ])
  func namesTheNearestStoryForATypo(_ name: String, suggestion: String?) throws {
    let failure = #expect(throws: FileFailure.self) {
      try withdraw(story: name, site: site.path, output: output, pages: Self.pages)
    }
    #expect(failure?.id == "unknown-story")
    if let suggestion { #expect(failure?.advice == suggestion) }
    #expect(site.text("public/stories/garden.html") == Self.made["stories/garden.html"])
  }

  @Test func aStoryPageThatIsALinkIsNotWrittenThrough() throws {
    let victim = try TemporaryFolder()
    try victim.write("mine", to: "garden.html")
    try FileManager.default.removeItem(atPath: output + "/stories")
    try site.link("public/stories", to: victim.path)
    _ = try withdraw(story: "garden", site: site.path, output: output, pages: Self.pages)
    #expect(victim.text("garden.html") == "mine")
  }
}
