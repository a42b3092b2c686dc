import Foundation
import PackhorseCore
import Testing

@testable import packhorse

@Suite struct ShownSiteTests {
  let good = [
    "index.html": "home <link href=\"assets/site.css\">", "modules/index.html": "modules",
    "404.html": "not here",
    "assets/site.css": "p {}", "feed.xml": "<feed>",
  ]

  func plan(_ files: [String: String]) -> OutputPlan {
    OutputPlan(
      files: files.map { path, text in
        OutputFile(address: Address(path), content: .rendered { Array(text.utf8) })
      })
  }

  func problems(_ summary: String = "Something is wrong") throws -> Problems {
    let error = Diagnostic(.error, "bad-value", summary, at: .file("content/index.md"))
    return try #require(Problems([error], sources: [], pathPrefix: "site/"))
  }

  func shown(_ files: [String: String]) -> ShownSite {
    var shown = ShownSite(siteFolder: ".")
    shown.take(plan(files), problems: nil, withdrawn: [])
    return shown
  }

  /// What is at a path, as text.
  func text(_ shown: ShownSite, _ path: String) -> String {
    switch shown.content(at: path) {
    case .page(let status, let bytes, let address):
      "\(status.rawValue) \(address.path): \(String(decoding: bytes, as: UTF8.self))"
    case .copied(let source): "copy of \(source)"
    case .other(let bytes): String(decoding: bytes, as: UTF8.self)
    case .folder: "folder"
    case .unreadable: "unreadable"
    case .nothing: "nothing"
    }
  }

  @Test func aPathLeadsToItsFile() {
    let shown = shown(good)
    #expect(text(shown, "") == "200 index.html: \(good["index.html"] ?? "")")
    #expect(text(shown, "index.html").hasPrefix("200 index.html"))
    #expect(text(shown, "modules/") == "200 modules/index.html: modules")
    #expect(text(shown, "modules") == "folder")
    #expect(text(shown, "assets/site.css") == "p {}")
    for path in [
      "nowhere", "modules/index", "index.html/", "assets/", "/", "/etc/passwd", "modules//index.html", "feed",
    ] {
      #expect(text(shown, path) == "404 404.html: not here")
    }
  }

  @Test func theLastGoodPagesStay() throws {
    var shown = shown(good)
    shown.take(plan(["index.html": "half a page"]), problems: try problems(), withdrawn: [])
    #expect(shown.showsEarlierBuild)
    #expect(text(shown, "").hasPrefix("200 index.html: home"))
    shown.take(plan(["index.html": "new"]), problems: nil, withdrawn: [])
    #expect(!shown.showsEarlierBuild && shown.problems == nil)
    #expect(text(shown, "") == "200 index.html: new")
  }

  @Test func beforeTheFirstGoodBuildEveryAddressShowsTheErrors() throws {
    var shown = ShownSite(siteFolder: ".")
    shown.take(plan(good), problems: try problems("<script> is wrong"), withdrawn: [])
    for path in ["", "modules/x.html"] {
      let page = text(shown, path)
      #expect(page.hasPrefix("503 index.html: <!doctype html>"))
      #expect(page.contains("<h1>1 error</h1>"))
      #expect(page.contains("<p class=\"summary\">error: &lt;script&gt; is wrong  [bad-value]</p>"))
      #expect(page.contains("<p class=\"place\">--&gt; site/content/index.md:1:1</p>"))
    }
    #expect(!shown.showsEarlierBuild)
  }

  @Test func noPageStaysOnShowOnceAStoryIsWithdrawn() throws {
    for (withdrawn, stays) in [(["garden"], true), (["garden", "choir"], false), (nil, false)] {
      var shown = ShownSite(siteFolder: ".")
      shown.take(plan(good), problems: nil, withdrawn: ["garden"])
      shown.take(plan([:]), problems: try problems(), withdrawn: withdrawn)
      #expect(shown.showsEarlierBuild == stays)
      #expect(text(shown, "").hasPrefix(stays ? "200" : "503"))
      #expect(text(shown, "feed.xml").contains("<feed>") == stays)
    }
  }

  @Test func theStateOfAPageIsThatOfWhatItShows() throws {
    let before = shown(good)
    func isSame(_ path: String, _ changes: [String: String]) -> Bool {
      before.state(at: path) == shown(good.merging(changes) { $1 }).state(at: path)
    }
    #expect(isSame("", [:]) && isSame("index.html", [:]))
    #expect(before.state(at: "") == before.state(at: "index.html"))
    #expect(isSame("", ["modules/index.html": "other", "feed.xml": "other", "assets/unused.css": "p {}"]))
    #expect(!isSame("", ["index.html": "other"]))
    #expect(!isSame("", ["assets/site.css": "h1 {}"]))
    #expect(isSame("modules/", ["assets/site.css": "h1 {}"]))
    #expect(!isSame("nowhere.html", ["404.html": "other"]))
    #expect(!isSame("nowhere.html", ["nowhere.html": "here now"]))
    var failed = before
    failed.take(plan([:]), problems: try problems(), withdrawn: [])
    #expect(failed.state(at: "") == before.state(at: ""))
  }

  @Test func aChangedPictureIsAnotherStateOfThePagesThatShowIt() throws {
    let folder = try BuiltCommand()
    defer { folder.remove() }
    try folder.write("one", to: "content/a b.png")
    var shown = ShownSite(siteFolder: folder.folder.path)
    var plan = plan(["index.html": "<img src=\"a%20b.png\">", "other.html": "<p>"])
    plan.files.append(OutputFile(address: Address("a b.png"), content: .copied(source: "content/a b.png")))
    shown.take(plan, problems: nil, withdrawn: [])
    let states = [shown.state(at: "index.html"), shown.state(at: "other.html")]
    #expect(shown.state(at: "index.html") == states[0])
    try folder.write("another", to: "content/a b.png")
    #expect(shown.state(at: "index.html") != states[0])
    #expect(shown.state(at: "other.html") == states[1])
    #expect(text(shown, "a b.png") == "copy of content/a b.png")
  }
}
