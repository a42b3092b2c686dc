import Foundation
import PackhorseCore
import Synchronization
import Testing

@testable import PackhorseFiles

@Suite struct RecoveryTests {
  static let old = ["index.html": "old", "a/b.html": "old", "was-file": "old", "was-folder/x.html": "old"]
  static let new = ["index.html": "new", "c/d.html": "new", "was-file/y.html": "new", "was-folder": "new"]

  let site: TemporaryFolder
  var output: String { site.path + "/public" }

  init() throws {
    site = try TemporaryFolder()
    try site.write("title: x\n", to: "content/site.yml")
  }

  /// By then every file is rendered, and with a journal that says which are moved where.
  static let stepOfMoving = new.count + 4

  /// Writes and is killed at a step; false where it ran through.
  func writeKilled(at kill: Int, by takeover: Takeover, _ look: @escaping @Sendable () -> Void = {})
    async throws -> Bool
  {
    let steps = Atomic(0)
    do throws(FileFailure) {
      _ = try await write(plan(Self.new), from: site.path, to: output, jobs: 2, by: takeover) {
        step throws(FileFailure) in
        look()
        if steps.wrappingAdd(1, ordering: .relaxed).newValue == kill { throw .stopped }
      }
      return false
    } catch {
      #expect(error == .stopped || error.id == "interrupted-write")
      return true
    }
  }

  func start() async throws {
    try? FileManager.default.removeItem(atPath: site.path + "/.packhorse")
    try? FileManager.default.removeItem(atPath: output)
    _ = try await write(plan(Self.old), from: site.path, to: output, jobs: 2)
    try site.write("foreign", to: "public/a/foreign.txt")
  }

  @Test(arguments: [Takeover.exchange, .journal])
  func aKillAtAnyStepLeavesOneWholeSiteAfterTheNextCommand(_ takeover: Takeover) async throws {
    var kill = 1
    var killed = true
    while killed {
      try await start()
      killed = try await writeKilled(at: kill, by: takeover)
      try recover(site: site.path, output: output, holding: SiteLock(site: site.path))
      var files = site.files(in: "public")
      #expect(files.removeValue(forKey: "a/foreign.txt") == "foreign", "killed at step \(kill)")
      #expect(files == Self.old || files == Self.new, "killed at step \(kill)")
      #expect(site.names() == ["content", "public", ".packhorse"])
      _ = try await write(plan(Self.new), from: site.path, to: output, jobs: 2)
      #expect(site.files(in: "public").count == Self.new.count + 1)
      kill += 1
    }
    #expect(kill > (takeover == .journal ? 11 : 6))
  }

  @Test func anExchangeShowsNoMixtureAtAnyStep() async throws {
    try await start()
    let site = site
    _ = try await writeKilled(at: .max, by: .exchange) {
      var files = site.files(in: "public")
      #expect(files.removeValue(forKey: "a/foreign.txt") == "foreign")
      #expect(files == Self.old || files == Self.new)
    }
  }

  @Test func replayingIsInterruptibleToo() async throws {
    try await start()
    #expect(try await writeKilled(at: Self.stepOfMoving, by: .journal))
    let lock = try SiteLock(site: site.path)
    let journal = try #require(try Journal.read(from: lock.notes))
    let folder = try OutputFolder(output, of: SiteFolder(at: site.path))
    for stop in 1...4 {
      let steps = Atomic(0)
      #expect(throws: FileFailure.self) {
        try journal.replay(in: folder, notes: lock.notes) { _ throws(FileFailure) in
          if steps.wrappingAdd(1, ordering: .relaxed).newValue == stop { throw .stopped }
        }
      }
    }
    #expect(try recover(site: site.path, output: output, holding: lock))
    #expect(site.files(in: "public") == Self.new.merging(["a/foreign.txt": "foreign"]) { one, _ in one })
  }

  @Test func aNewWriteFinishesTheOldOneFirst() async throws {
    try await start()
    #expect(try await writeKilled(at: 6, by: .journal))
    _ = try await write(plan(["index.html": "third"]), from: site.path, to: output, jobs: 2)
    #expect(site.files(in: "public") == ["index.html": "third", "a/foreign.txt": "foreign"])
  }

  @Test func whatCameIntoTheReplacedSiteIsSavedAfterAKill() async throws {
    try await start()
    try site.write("old", to: ".public.packhorse-replaced/a/b.html")
    try site.write("late", to: ".public.packhorse-replaced/late/x.txt")
    try recover(site: site.path, output: output, holding: SiteLock(site: site.path))
    let kept = ["a/foreign.txt": "foreign", "late/x.txt": "late"]
    #expect(site.files(in: "public") == Self.old.merging(kept) { one, _ in one })
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test func nothingOfAReplacedSiteComesBackWithoutANoteOfWhatIsOurs() throws {
    try site.write("old", to: ".public.packhorse-replaced/stories/gone.html")
    try site.write("new", to: "public/index.html")
    try recover(site: site.path, output: output, holding: SiteLock(site: site.path))
    #expect(site.files(in: "public") == ["index.html": "new"])
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test(arguments: [Takeover.exchange, .journal])
  func draftsOfAKilledCommandGo(_ takeover: Takeover) async throws {
    try await start()
    try site.write("half", to: ".packhorse/.journal.packhorse-new")
    try site.write("half", to: "public/a/.b.html.packhorse-new")
    try site.write("foreign", to: "public/a/.other.packhorse-new")
    _ = try await write(plan(Self.old), from: site.path, to: output, jobs: 2, by: takeover)
    let kept = ["a/foreign.txt": "foreign", "a/.other.packhorse-new": "foreign"]
    #expect(site.files(in: "public") == Self.old.merging(kept) { one, _ in one })
    #expect(site.names(in: ".packhorse") == ["lock", "manifest"])
  }

  @Test func leftoversOfAKilledBuildGo() async throws {
    try site.write("half", to: ".public.packhorse-staging/x/y.html")
    _ = try await write(plan(Self.old), from: site.path, to: output, jobs: 2)
    #expect(site.names() == ["content", "public", ".packhorse"])
  }

  @Test(arguments: [
    Journal(output: "/etc", moved: [], stale: ["hostname"]),
    Journal(output: "../victim", moved: [], stale: ["x"]),
    Journal(output: "link/victim", moved: [], stale: ["x"]),
    Journal(output: "content", moved: [], stale: ["site.yml"]),
    Journal(output: "public", moved: [], stale: ["../content/site.yml"]),
    Journal(output: "public", moved: ["../x"], stale: []),
  ])
  func aJournalFromElsewhereMovesNothing(_ journal: Journal) throws {
    let victim = try TemporaryFolder()
    try victim.write("x", to: "victim/x")
    try site.link("link", to: victim.path)
    let lock = try SiteLock(site: site.path)
    try journal.write(to: lock.notes)
    #expect(throws: FileFailure.self) { try recover(site: site.path, output: output, holding: lock) }
    #expect(site.text("content/site.yml") != nil)
    #expect(victim.text("victim/x") == "x")
    #expect(site.names(in: "public").isEmpty)
  }

  @Test func aLinkInTheOutputIsNotWrittenThrough() async throws {
    let victim = try TemporaryFolder()
    try await start()
    #expect(try await writeKilled(at: Self.stepOfMoving, by: .journal))
    try site.link("public/c", to: victim.path)
    let failure = #expect(throws: FileFailure.self) {
      try recover(site: site.path, output: output, holding: SiteLock(site: site.path))
    }
    #expect(failure?.id == "interrupted-write")
    #expect(victim.names().isEmpty)
  }

  @Test(
    arguments: ["manifest", "journal"],
    ["", "{", "packhorse manifest 1\n", "packhorse journal 1\nxxxxxxxxxxxxxxxxxxxx"])
  func aDamagedNoteIsNamed(_ name: String, _ text: String) async throws {
    try site.write(text, to: ".packhorse/" + name)
    let failure = await #expect(throws: FileFailure.self) {
      try await write(plan(Self.old), from: site.path, to: output, jobs: 2)
    }
    #expect(failure?.id == "damaged-note")
  }

  @Test func aNoteWithOneBitChangedIsDamaged() async throws {
    try await start()
    var bytes = try #require(FileManager.default.contents(atPath: site.path + "/.packhorse/manifest"))
    for index in bytes.indices {
      bytes[index] ^= 1
      try bytes.write(to: URL(fileURLWithPath: site.path + "/.packhorse/manifest"))
      #expect(throws: FileFailure.self) { try Manifest.read(from: SiteLock(site: site.path).notes) }
      bytes[index] ^= 1
    }
  }
}
