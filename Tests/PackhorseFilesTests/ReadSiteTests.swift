import Glibc
import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct ReadSiteTests {
  let site: TemporaryFolder

  init() throws {
    site = try TemporaryFolder()
    try site.write("title: x\n", to: "content/site.yml")
  }

  @Test func sortsWhatPeopleWriteByTreatment() throws {
    for name in [
      "content/index.md", "content/references.json", "content/data/outcomes.csv", "content/a-b/x.PNG",
      "content/a/x.svg",
      "content/notes.docx", "content/.hidden/x.md", "content/index.md~", "private/consent.csv",
      "private/deep/x.csv",
      "private/letter.pdf", "templates/pages/module.mustache", "templates/assets/site.css", "words/en.yml",
      "public/index.html", "README.md",
    ] { try site.write(name, to: name) }
    let tree = try readSite(at: site.path).value
    #expect(
      tree.texts.map(\.path) == [
        "content/references.json", "content/site.yml", "templates/assets/site.css",
        "templates/pages/module.mustache", "words/en.yml",
      ])
    #expect(tree.data.map(\.path) == ["content/data/outcomes.csv", "private/consent.csv"])
    #expect(tree.assets.map(\.path) == ["content/a-b/x.PNG", "content/a/x.svg"])
    #expect(tree.pages.map(\.path) == ["content/index.md"])
    #expect(try tree.pages.first?.read() == Array("content/index.md".utf8))
  }

  @Test(arguments: [
    "content/data/~$groups.csv", "content/#page.md#", "templates/pages/module.mustache___jb_tmp___",
    "templates/4913",
    "templates/pages/module.mustache.swp", "templates/assets/packhorse.css.bak", "words/en.yml~",
  ])
  func passesOverWhatProgramsKeepBesideAFile(_ name: String) throws {
    try site.write("half a file", to: name)
    let reading = try readSite(at: site.path)
    #expect(reading.value.texts.map(\.path) == ["content/site.yml"])
    #expect(reading.value.pages.isEmpty && reading.value.data.isEmpty && reading.diagnostics.isEmpty)
  }

  @Test func readsAPageWhoseNameOnlyBeginsLikeABackup() throws {
    for name in ["content/#1.md", "content/2026.md"] {
      try site.write("text", to: name)
      #expect(isWatched(name))
    }
    #expect(try readSite(at: site.path).value.pages.map(\.path) == ["content/#1.md", "content/2026.md"])
  }

  @Test func readsADataFileInPiecesAndEachTimeAnew() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try site.write(bytes, to: "content/data/big.csv")
    let file = try #require(try readSite(at: site.path).value.data.first)
    for _ in 0..<2 {
      var pieces: [Int] = []
      var read: [UInt8] = []
      try file.read {
        pieces.append($0.count)
        read += $0
      }
      #expect(read == bytes)
      #expect(pieces.count > 1)
    }
  }

  @Test func readsAPictureOnDemand() throws {
    try site.write("old", to: "content/x.png")
    let asset = try #require(try readSite(at: site.path).value.assets.first)
    try site.write("newer", to: "content/x.png")
    #expect(try asset.bytes() == Array("newer".utf8))
  }

  @Test func followsALinkThatStaysInTheSite() throws {
    try site.write("common", to: "common/text.md")
    try site.link("content/one.md", to: "../common/text.md")
    try site.link("content/folder", to: site.path + "/common")
    let outcome = try readSite(at: site.path)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.pages.map(\.path) == ["content/folder/text.md", "content/one.md"])
  }

  @Test(arguments: [
    ("content/x.md", "/etc/hostname", "symlink-leaves-site"),
    ("content/x.md", "../../outside.md", "symlink-leaves-site"),
    ("content/folder", "/etc", "symlink-leaves-site"),
    ("content/x.md", "nowhere.md", "symlink-leaves-site"),
    ("content/x.md", "x.md", "symlink-leaves-site"),
    ("content/folder", "..", "symlink-leaves-site"),
    ("content/folder", ".", "symlink-leaves-site"),
    ("content/x.csv", "../private/records.csv", "symlink-to-private"),
    ("content/folder", "../private", "symlink-to-private"),
    ("content/x.pdf", "data/outcomes.csv", "symlink-to-private"),
    ("content/x.md", "../.packhorse/note.md", "symlink-to-private"),
  ])
  func refusesALink(_ name: String, to target: String, as id: String) throws {
    try site.write("secret", to: "private/records.csv")
    try site.write("secret", to: ".packhorse/note.md")
    try site.write("n", to: "content/data/outcomes.csv")
    try site.link(name, to: target)
    let outcome = try readSite(at: site.path)
    #expect(outcome.diagnostics.map(\.id) == [id])
    #expect(outcome.diagnostics.first?.span?.path == name)
    #expect(outcome.value.pages.isEmpty)
    #expect(outcome.value.texts.map(\.path) == ["content/site.yml"])
    #expect(outcome.value.assets.isEmpty)
    #expect(outcome.value.data.map(\.path) == ["content/data/outcomes.csv", "private/records.csv"])
  }

  @Test func doesNotReadThroughALinkThatAppearsAfterwards() throws {
    try site.write("mine", to: "content/data/x.csv")
    try site.write("mine", to: "content/x.png")
    try site.write("mine", to: "content/x.md")
    let tree = try readSite(at: site.path).value
    for name in ["content/data/x.csv", "content/x.png", "content/x.md"] {
      unlink(site.path + "/" + name)
      try site.link(name, to: "/etc/hostname")
    }
    #expect(throws: FileFailure.self) { try tree.data[0].read { _ in } }
    #expect(throws: FileFailure.self) { try tree.assets[0].bytes() }
    #expect(throws: FileFailure.self) { try tree.pages[0].read() }
  }

  @Test func neitherOpensNorWaitsForAPipe() throws {
    mkfifo(site.path + "/content/pipe.md", 0o644)
    mkfifo(site.path + "/content/pipe", 0o644)
    let outcome = try readSite(at: site.path)
    #expect(outcome.diagnostics.map(\.id) == ["not-a-file"])
  }

  @Test func refusesNamesThatAreNotText() throws {
    for name: [UInt8] in [
      [0x61, 0xFF, 0x2E, 0x6D, 0x64], Array("a\nb.md".utf8), Array("a\u{1B}[2J.md".utf8),
    ] {
      let path = (Array((site.path + "/content/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
      let file = creat(path, 0o644)
      try #require(file >= 0)
      close(file)
    }
    let outcome = try readSite(at: site.path)
    #expect(outcome.diagnostics.map(\.id) == ["bad-file-name", "bad-file-name", "bad-file-name"])
    #expect(outcome.value.pages.isEmpty)
  }

  @Test func refusesOneNameInTwoSpellings() throws {
    try site.write("x", to: "content/caf\u{E9}.md")
    try site.write("x", to: "content/cafe\u{301}.md")
    #expect(try readSite(at: site.path).diagnostics.map(\.id) == ["bad-file-name"])
  }

  @Test func stopsAtFoldersTooDeep() throws {
    let deep = "content/" + String(repeating: "d/", count: 40)
    try site.write("x", to: deep + "x.md")
    try site.write("x", to: "content/" + String(repeating: "e/", count: 30) + "x.md")
    let outcome = try readSite(at: site.path)
    #expect(outcome.diagnostics.map(\.id) == ["folder-too-deep"])
    #expect(outcome.value.pages.count == 1)
  }

  @Test(arguments: [("content/huge.md", 4), ("content/huge.yml", 64)])
  func refusesATextTooLarge(path: String, most: Int) throws {
    try site.write("", to: path)
    truncate(site.path + "/" + path, most << 20)
    #expect(try readSite(at: site.path).diagnostics.isEmpty)
    truncate(site.path + "/" + path, most << 20 + 1)
    #expect(try readSite(at: site.path).diagnostics.map(\.id) == ["file-too-large"])
  }

  @Test func readsNoPictureTooLarge() throws {
    try site.write("", to: "content/huge.png")
    truncate(site.path + "/content/huge.png", 65 << 20)
    let tree = try readSite(at: site.path).value
    let failure = try #require(throws: FileFailure.self) { try tree.assets[0].bytes() }
    let problem = Diagnostic.unreadableFile("content/huge.png", failure)
    #expect(problem.summary == "'content/huge.png' cannot be read: it is larger than 64 MiB")
    #expect(problem.explanation == nil, "nothing is wrong with the account")
    #expect(problem.suggestion == "make it smaller")
  }

  @Test func readsNoTableThatGrowsMeanwhile() throws {
    try site.write("a\n", to: "content/data/x.csv")
    let tree = try readSite(at: site.path).value
    var chunks = 0
    #expect(throws: FileFailure.self) {
      try tree.data[0].read { _ in
        chunks += 1
        if chunks < 9 {
          try site.write(String(repeating: "a\n", count: chunks + 1), to: "content/data/x.csv")
        }
      }
    }
    #expect(chunks < 9)
  }

  @Test func reportsAnUnreadableFolder() throws {
    try site.link("content/loop", to: "loop/inner")
    #expect(try readSite(at: site.path).diagnostics.map(\.id) == ["symlink-leaves-site"])
  }

  @Test func linksThatMultiplyAreCutOff() throws {
    for level in 0..<12 {
      try site.makeFolder("content/l\(level)")
      for twin in ["a", "b"] { try site.link("content/l\(level)/\(twin)", to: "../l\(level + 1)") }
    }
    try site.write("x", to: "content/l12/x.md")
    let outcome = try readSite(at: site.path)
    #expect(outcome.diagnostics.contains { $0.summary.contains("more than 256 links") })
    #expect(outcome.value.pages.count < 300)
  }

  @Test func namesAFolderThatIsNoSite() throws {
    let empty = try TemporaryFolder()
    let failure = #expect(throws: FileFailure.self) { try readSite(at: empty.path) }
    #expect(failure?.id == "no-site-folder")
    #expect(throws: FileFailure.self) { try readSite(at: empty.path + "/none") }
  }

  @Test func knowsTheStoriesWithdrawnAtOnce() throws {
    try site.write("garden\nwalk\n", to: ".packhorse/withdrawn")
    #expect(try readSite(at: site.path).value.withdrawnStories == ["garden", "walk"])
  }
}
