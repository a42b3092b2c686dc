import Glibc
import PackhorseCore
import Synchronization
import Testing

@testable import PackhorseFiles

@Suite struct WriteSiteTests {
  let site: TemporaryFolder
  var output: String { site.path + "/public" }

  init() throws {
    site = try TemporaryFolder()
    try site.write("title: x\n", to: "content/site.yml")
  }

  @discardableResult
  func write(
    _ files: [String: String], by takeover: Takeover = .exchange, to output: String? = nil,
    progress: @escaping WriteProgress = { _ throws(FileFailure) in }
  ) async throws(FileFailure) -> WriteReport {
    try await PackhorseFiles.write(
      plan(files), from: site.path, to: output ?? self.output, jobs: 2, by: takeover, progress: progress)
  }

  @Test(arguments: [Takeover.exchange, .journal])
  func writesAndReplacesASite(by takeover: Takeover) async throws {
    let first = ["index.html": "1", "modules/a.html": "1", "modules/deep/b.html": "1", "feed.xml": "1"]
    let second = ["index.html": "2", "modules/a.html": "2", "stories/c.html": "2", "modules/deep": "2"]
    try await write(first)
    #expect(site.files(in: "public") == first)
    let report = try await write(second, by: takeover)
    #expect(site.files(in: "public") == second)
    #expect(report.removed == ["feed.xml", "modules/deep/b.html"])
    #expect(report.files == 4)
    #expect(site.names() == ["content", "public", ".packhorse"])
    #expect(site.names(in: ".packhorse") == ["lock", "manifest"])
  }

  @Test(arguments: [Takeover.exchange, .journal])
  func keepsForeignFiles(by takeover: Takeover) async throws {
    try site.write("k", to: "public/.gitkeep")
    try site.write("g", to: "public/.git/objects/ab/cd")
    try site.makeFolder("public/empty")
    try site.link("public/link", to: "/etc")
    let odd = (Array((output + "/odd").utf8) + [0xFF, 0]).map { CChar(bitPattern: $0) }
    try #require(creat(odd, 0o600) >= 0)
    try await write(["index.html": "1", "gone/x.html": "1"], by: takeover)
    try site.write("f", to: "public/gone/foreign.txt")
    let report = try await write(["index.html": "2"], by: takeover)
    #expect(site.text("public/index.html") == "2")
    #expect(site.text("public/.gitkeep") == "k")
    #expect(site.text("public/.git/objects/ab/cd") == "g")
    #expect(site.text("public/gone/foreign.txt") == "f")
    #expect(site.text("public/gone/x.html") == nil)
    #expect(site.names(in: "public").isSuperset(of: ["empty", "link"]))
    #expect(access(odd, F_OK) == 0)
    #expect(report.foreign == 5)
  }

  @Test(arguments: ["modules/a.html", "modules", "index.html/inner.txt"])
  func refusesToWriteOverAForeignFile(_ name: String) async throws {
    try site.write("mine", to: "public/" + name)
    let before = site.files(in: "public")
    let failure = await #expect(throws: FileFailure.self) {
      try await write(["index.html": "1", "modules/a.html": "1"])
    }
    #expect(failure?.id == "output-not-ours")
    #expect(site.files(in: "public") == before)
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test func copiesFilesOfTheSiteAndOnlyThose() async throws {
    try site.write("picture", to: "content/x.png")
    let file = OutputFile(address: Address("stories/x.png"), content: .copied(source: "content/x.png"))
    _ = try await PackhorseFiles.write(OutputPlan(files: [file]), from: site.path, to: output, jobs: 1)
    #expect(site.text("public/stories/x.png") == "picture")
    unlink(site.path + "/content/x.png")
    try site.link("content/x.png", to: "/etc/hostname")
    await #expect(throws: FileFailure.self) {
      try await PackhorseFiles.write(OutputPlan(files: [file]), from: site.path, to: output, jobs: 1)
    }
    #expect(site.text("public/stories/x.png") == "picture")
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test func aPageThatChangesDuringTheBuildStopsIt() async throws {
    try await write(["index.html": "1"])
    let page = PageFile(path: "content/a.md") { Array("new".utf8) }
    let body = PageBody(of: page, digest: Digest(of: Array("old".utf8)[...]), offset: 0)
    let file = OutputFile(address: Address("a.html"), content: .rendered { Array(try body.bytes()) })
    let failure = await #expect(throws: FileFailure.self) {
      try await PackhorseFiles.write(OutputPlan(files: [file]), from: site.path, to: output, jobs: 1)
    }
    #expect(failure?.id == "changed-meanwhile")
    #expect(failure?.path == "content/a.md")
    #expect(site.files(in: "public") == ["index.html": "1"])
  }

  @Test(arguments: [
    "../x.html", "/etc/x", "a//b", "", "a/./b", "a/../../b", "a\u{1B}b", "a/\u{301}/../../../x", "a",
  ])
  func refusesAnAddressThatLeavesTheOutput(_ address: String) async throws {
    let failure = await #expect(throws: FileFailure.self) {
      try await write([address: "x", "a/b.html": "x"])
    }
    #expect(failure?.id == "bad-address")
    #expect(site.names() == ["content", ".packhorse"])
  }

  @Test(arguments: [
    ("", "bad-output-folder"), ("/content", "bad-output-folder"), ("/content/out", "bad-output-folder"),
    ("/templates", "bad-output-folder"), ("/private/x", "unwritable-output"),
    ("/.packhorse", "bad-output-folder"),
    ("/..", "bad-output-folder"), ("/link", "bad-output-folder"), ("/file", "unwritable-output"),
    ("/file/public", "unwritable-output"), ("/none/public", "unwritable-output"),
    ("/../../../../proc/1/public", "unwritable-output"),
  ])
  func refusesAnOutputFolder(_ name: String, as id: String) async throws {
    try site.link("link", to: "/tmp")
    try site.write("x", to: "file")
    let before = site.files(in: "")
    let failure = await #expect(throws: FileFailure.self) {
      try await write(["index.html": "1"], to: site.path + name)
    }
    #expect(failure?.id == id)
    #expect(site.files(in: "").filter { !$0.key.hasPrefix(".packhorse") } == before)
  }

  @Test func writesOutsideTheSiteToo() async throws {
    let elsewhere = try TemporaryFolder()
    try await write(["index.html": "1"], to: elsewhere.path + "/www/")
    try await write(["index.html": "2"], to: elsewhere.path + "/www")
    #expect(elsewhere.files(in: "www") == ["index.html": "2"])
    #expect(elsewhere.names() == ["www"])
  }

  @Test func turnsASecondWriterAway() async throws {
    let lock = try SiteLock(site: site.path)
    let failure = await #expect(throws: FileFailure.self) { try await write(["index.html": "1"]) }
    #expect(failure?.id == "site-busy")
    _ = try await PackhorseFiles.write(
      plan(["index.html": "1"]), from: site.path, to: output, jobs: 1, holding: lock)
    #expect(site.files(in: "public") == ["index.html": "1"])
  }

  @Test func aFailureWhileRenderingChangesNothing() async throws {
    try await write(["index.html": "1"])
    let files = Dictionary(uniqueKeysWithValues: (0..<200).map { ("p\($0).html", "x") })
    let failure = await #expect(throws: FileFailure.self) {
      try await write(files) { step throws(FileFailure) in
        if case .rendered(let count, _) = step, count > 50 { throw .stopped }
      }
    }
    #expect(failure == .stopped)
    #expect(site.files(in: "public") == ["index.html": "1"])
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test func aFileThatArrivesDuringTheExchangeSurvives() async throws {
    try await write(["index.html": "1"])
    let site = site
    try await write(["index.html": "2"]) { step throws(FileFailure) in
      if step == .staged { try? site.write("late", to: "public/late.txt") }
    }
    #expect(site.files(in: "public") == ["index.html": "2", "late.txt": "late"])
  }

  @Test func aForeignFileThatIsReplacedDuringTheExchangeIsTheNewOne() async throws {
    try await write(["index.html": "1"])
    try site.write("first", to: "public/status.json")
    let site = site
    try await write(["index.html": "2"]) { step throws(FileFailure) in
      guard step == .staged else { return }
      try? site.write("second", to: "content/draft")
      rename(site.path + "/content/draft", site.path + "/public/status.json")
    }
    #expect(site.files(in: "public") == ["index.html": "2", "status.json": "second"])
  }

  @Test(arguments: [Takeover.exchange, .journal])
  func anUnchangedFileKeepsItsDate(by takeover: Takeover) async throws {
    try site.write("picture", to: "content/x.png")
    let copied = OutputFile(address: Address("x.png"), content: .copied(source: "content/x.png"))
    let paths = ["same.html", "x.png", "changed.html"].map { output + "/" + $0 }
    let whole = OutputPlan(files: [copied] + plan(["same.html": "1", "changed.html": "1"]).files)
    _ = try await PackhorseFiles.write(whole, from: site.path, to: output, jobs: 1)
    for path in paths { utimes(path, [timeval(), timeval()]) }
    try site.write("2", to: "public/changed.html")
    _ = try await PackhorseFiles.write(whole, from: site.path, to: output, jobs: 1, by: takeover)
    let isOld = paths.map { path in
      var status = stat()
      stat(path, &status)
      return status.st_mtim.tv_sec == 0
    }
    #expect(isOld == [true, true, false])
    #expect(site.files(in: "public") == ["same.html": "1", "x.png": "picture", "changed.html": "1"])
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test func filesAreReadableByAWebServer() async throws {
    try await write(["a/index.html": "1"])
    var status = stat()
    stat(output + "/a/index.html", &status)
    #expect(status.st_mode & 0o777 == 0o644)
    stat(output + "/a", &status)
    #expect(status.st_mode & 0o777 == 0o755)
  }
}

/// A plan of rendered files.
func plan(_ files: [String: String]) -> OutputPlan {
  OutputPlan(
    files: files.sorted { $0.key < $1.key }.map { name, text in
      OutputFile(address: Address(name), content: .rendered { Array(text.utf8) })
    })
}

extension FileFailure {
  /// Stands for a kill at the step where it is thrown.
  static let stopped = FileFailure(act: "continued", path: "the test", reason: "it was killed")
}
