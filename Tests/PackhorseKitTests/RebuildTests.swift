import Foundation
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import PackhorseTestSupport
import Synchronization
import Testing

/// A site that one process builds again and again, as a preview does.
private struct RebuiltSite {
  let site: IncrementalSite
  private var memory = PageMemory()
  private var stages: BuildStages?
  /// True where the last build went on from the one before after its pages were read.
  private(set) var wentOn = false

  init(_ site: IncrementalSite) { self.site = site }

  /// Builds on what is known from before: every file's bytes, and every problem.
  mutating func build() async throws -> Outcome<[String: Data]> {
    let (built, stages, wentOn) = try await built(memory, stages)
    (memory, self.stages, self.wentOn) = (built.value.memory, stages, wentOn)
    return Outcome(try site.bytes(of: built.value.plan), built.diagnostics)
  }

  /// The same of a build that knows nothing.
  func clean() async throws -> Outcome<[String: Data]> {
    let built = try await built(PageMemory(), nil).built
    return Outcome(try site.bytes(of: built.value.plan), built.diagnostics)
  }

  private func built(
    _ memory: PageMemory, _ stages: BuildStages?
  ) async throws -> (built: Outcome<BuiltSite>, stages: BuildStages, wentOn: Bool) {
    // Ten seconds later the files that a test has just written count as settled.
    let tree = try readSite(at: site.folder.path, now: currentTime() + 10_000_000_000)
    let date = try #require(CalendarDate(iso: site.date))
    let wasResolved = Mutex(false)
    let made = await rebuild(
      tree.value, goingOnFrom: stages, memory: memory, date: date, jobs: 2, after: tree.diagnostics
    ) { stage in
      if stage == .resolving { wasResolved.withLock { $0 = true } }
    }
    return (made.built, made.stages, !wasResolved.withLock { $0 })
  }
}

@Suite struct RebuildTests {
  /// Whatever somebody changed, with errors or without: going on from the last build gives the files and the problems
  /// of a build that knows nothing.
  @Test(arguments: 0..<4) func goingOnGivesWhatACleanBuildGives(_ seed: UInt64) async throws {
    try await edit(["stories", "figures", "groups", "links", "pathways"], times: 20, seed)
  }

  @Test(arguments: 0..<1) func soItIsOfSeveralPractices(_ seed: UInt64) async throws {
    try await edit(["practices"], times: 10, seed)
  }

  private func edit(_ sites: [String], times: Int, _ seed: UInt64) async throws {
    var site = RebuiltSite(try IncrementalSite(copying: sites))
    var random = Seeded(seed: seed)
    _ = try await site.build()
    // Of every second page a text grows, as it does while somebody writes.
    let kinds = SiteEdit.all.filter { $0.name.hasPrefix("a page") || !$0.name.contains("output") }
    let growing = kinds.filter { $0.name == "a page grows" }
    for number in 1...times {
      let edit = random.pick(number % 2 == 0 ? growing : kinds)
      // Some edits need a file that an earlier one took away.
      guard (try? edit.make(site.site, &random)) != nil else { continue }
      let (rebuilt, clean) = (try await site.build(), try await site.clean())
      let addresses = Set(rebuilt.value.keys).union(clean.value.keys)
      let differing = addresses.filter { rebuilt.value[$0] != clean.value[$0] }
      try #require(differing.sorted() == [], "after \(number) edits, the last \(edit.name)")
      try #require(rebuilt.diagnostics == clean.diagnostics, "after \(number) edits, the last \(edit.name)")
    }
  }

  @Test func onlyTheTextsOfModulesAreGoneOnFrom() async throws {
    var site = RebuiltSite(try IncrementalSite(copying: ["stories", "pathways"]))
    _ = try await site.build()
    #expect(!site.wentOn)
    let path = "content/modules/whole-practice/three.md"
    let text = try site.site.text(path)
    for (changed, wentOn) in [
      (text, true), (text + "\nMore.\n", true), (text + "\n## A heading\n", false),
      (text.replacing("title: Third module", with: "title: Another title"), false),
      (text + "\n[Nowhere](nowhere.md)\n", false), (text, false), (text + "\nAgain.\n", true),
    ] {
      try site.site.write(changed, to: path)
      _ = try await site.build()
      #expect(site.wentOn == wentOn)
    }
    try site.site.write("page:\n  skip: Skip\n", to: "words/en.yml")
    _ = try await site.build()
    #expect(!site.wentOn)
    site.site.date = "2027-01-01"
    _ = try await site.build()
    #expect(!site.wentOn)
  }
}
