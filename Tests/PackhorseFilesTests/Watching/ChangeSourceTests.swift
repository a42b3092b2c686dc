import Foundation
import PackhorseCore
import Testing

@testable import PackhorseFiles

/// Both ways to hear of changes: the system's notices and looking again.
///
/// A change that was made before `wait` is called is told at once, so that no test waits for time to pass.
@Suite struct ChangeSourceTests {
  let site: TemporaryFolder
  let stop: (read: Descriptor, write: Descriptor)

  init() throws {
    site = try TemporaryFolder()
    for name in [
      "content/index.md", "templates/pages/module.mustache", "words/en.yml", "private/consent.csv",
    ] {
      try site.write("x", to: name)
    }
    stop = try Descriptor.pipe()
  }

  enum Way: CaseIterable { case notices, polling }

  func source(_ way: Way) throws -> any ChangeSource {
    let folder = try SiteFolder(at: site.path)
    return switch way {
    case .notices: try FolderNotices(site: folder, stop: stop.read)
    case .polling: PolledChanges(site: folder, stop: stop.read)
    }
  }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: site.path + "/" + name, toPath: site.path + "/" + other)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: site.path + "/" + name) }

  @Test(arguments: Way.allCases) func tellsOfEveryKindOfChange(_ way: Way) throws {
    var source = try source(way)
    func told(_ change: () throws -> Void) throws -> Bool {
      try change()
      let told = try source.wait(milliseconds: 0) == .changed
      try source.renew()
      return told
    }
    #expect(try source.wait(milliseconds: 0) == .quiet)
    #expect(try told { try site.write("longer", to: "content/index.md") })
    #expect(try told { try site.write("new", to: "content/modules/a/new.md") })
    #expect(try told { try site.write("longer", to: "content/modules/a/new.md") })
    #expect(try told { try move("content/modules/a/new.md", to: "content/modules/a/named.md") })
    #expect(try told { try move("content/modules", to: "content/units") })
    #expect(try told { try site.write("longer still", to: "content/units/a/named.md") })
    #expect(try told { try remove("content/units") })
    #expect(try told { try site.write("longer", to: "private/consent.csv") })
    #expect(try told { try site.write("longer", to: "words/en.yml") })
    #expect(try told { try site.write("x", to: "templates/assets/site.css") })
    #expect(try told { try site.write("garden\n", to: ".packhorse/withdrawn") })
    #expect(try source.wait(milliseconds: 0) == .quiet)
  }

  @Test(arguments: Way.allCases) func tellsOfAReplacedPartOfTheSite(_ way: Way) throws {
    var source = try source(way)
    try site.write("other text", to: "elsewhere/index.md")
    try move("content", to: "former")
    try move("elsewhere", to: "content")
    #expect(try source.wait(milliseconds: 0) == .changed)
    try source.renew()
    try site.write("longer", to: "former/index.md")
    #expect(try source.wait(milliseconds: 0) == .quiet)
    try site.write("longer text", to: "content/index.md")
    #expect(try source.wait(milliseconds: 0) == .changed)
  }

  @Test(arguments: Way.allCases) func tellsOfFilesThatAreReachedThroughLinks(_ way: Way) throws {
    try site.write("x", to: "drafts/page.md")
    try site.write("x", to: "drafts/more/other.md")
    try site.link("content/page.md", to: "../drafts/page.md")
    try site.link("content/more", to: "../drafts/more")
    var source = try source(way)
    for text in ["longer", "longer still"] {
      // Written beside the old file and renamed over it: another file under the same name.
      try site.write(text, to: "drafts/next.md")
      rename(site.path + "/drafts/next.md", site.path + "/drafts/page.md")
      #expect(try source.wait(milliseconds: 0) == .changed)
      try source.renew()
    }
    try site.write("longer", to: "drafts/more/other.md")
    #expect(try source.wait(milliseconds: 0) == .changed)
    try site.link("content/again", to: "../drafts/more")
    #expect(try source.wait(milliseconds: 0) == .changed)
  }

  @Test(arguments: Way.allCases) func aLinkThatLeavesTheSiteIsNotFollowed(_ way: Way) throws {
    let other = try TemporaryFolder()
    try other.write("x", to: "secret.md")
    try site.link("content/out", to: other.path)
    try site.link("content/out.md", to: other.path + "/secret.md")
    var source = try source(way)
    try other.write("longer", to: "secret.md")
    #expect(try source.wait(milliseconds: 0) == .quiet)
  }

  @Test(arguments: Way.allCases) func keepsQuietAboutEverythingElse(_ way: Way) throws {
    var source = try source(way)
    let others = [
      "content/.index.md.swp", "content/index.md~", "content/4913", "content/#index.md#",
      "content/index.md.tmp",
      "content/.drafts/page.md", "content/table.xlsx", "public/index.html", ".packhorse/manifest.json",
      ".packhorse/lock", "README.md", "private/deep/consent.csv", "templates/pages/module.mustache.bak",
    ]
    for name in others { try site.write("x", to: name) }
    // A folder of its own below private/ is no news; making .packhorse/ is, because something may lie in it.
    _ = try source.wait(milliseconds: 0)
    try source.renew()
    for name in others {
      try site.write("longer", to: name)
      #expect(try source.wait(milliseconds: 0) == .quiet, "\(name)")
      try remove(name)
      #expect(try source.wait(milliseconds: 0) == .quiet, "\(name)")
    }
    // Reading is no change either.
    let tree = try readSite(at: site.path).value
    #expect(try tree.pages.map { try $0.read() }.count == 1 && tree.texts.count == 2)
    #expect(try source.wait(milliseconds: 0) == .quiet)
  }

  @Test func anOverflowCountsAsAChange() throws {
    var source = try source(.notices)
    let most = try #require(
      Int(
        String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8).trimmingCharacters(
          in: .whitespacesAndNewlines)))
    let path = site.path + "/content/.noise"
    for _ in 0...most {
      close(open(path, O_WRONLY | O_CREAT, 0o644))
      unlink(path)
    }
    #expect(try source.wait(milliseconds: 0) == .changed)
    try source.renew()
    #expect(try source.wait(milliseconds: 0) == .quiet)
  }

  @Test(arguments: Way.allCases) func endsOnceNobodyListens(_ way: Way) throws {
    var pipe: (Descriptor, Descriptor)? = try Descriptor.pipe()
    let end = try #require(pipe?.0)
    let folder = try SiteFolder(at: site.path)
    var source: any ChangeSource = PolledChanges(site: folder, stop: end)
    if way == .notices { source = try FolderNotices(site: folder, stop: end) }
    pipe = nil
    #expect(try source.wait(milliseconds: nil) == .stopped)
    #expect(try source.next() == false)
  }
}
