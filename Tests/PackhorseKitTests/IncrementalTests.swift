import Foundation
import PackhorseFiles
import PackhorseTestSupport
import Testing

@Suite struct IncrementalTests {
  private static let sites = ["stories", "figures", "groups", "links", "pathways"]

  /// A thousand edits in all: whatever somebody changed, building on what the last build knew gives the bytes of a
  /// build that knows nothing.
  @Test(arguments: 0..<10) func aRebuildEqualsACleanBuild(_ seed: UInt64) async throws {
    try await edit(IncrementalSite(copying: Self.sites), SiteEdit.all, times: 100, seed)
  }

  /// The same of a site of several practices, one of which has modules and templates of its own.
  @Test(arguments: 0..<4) func soItIsWithModulesOfOnePracticesOwn(_ seed: UInt64) async throws {
    let edits = SiteEdit.all.filter { $0.name.hasPrefix("a page") || $0.name.hasPrefix("a file") }
    try await edit(IncrementalSite(copying: ["practices"]), edits, times: 40, seed)
  }

  private func edit(_ site: IncrementalSite, _ kinds: [SiteEdit], times: Int, _ seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    try #require(try await site.build() != nil)
    var edits = 0
    while edits < times {
      let before = try snapshot(of: site)
      let edit = random.pick(kinds)
      try edit.make(site, &random)
      guard try await site.build() != nil else {
        try restore(before, of: site)
        continue
      }
      edits += 1
      let (written, clean) = (try site.written(), try await site.clean())
      let differing = Set(written.keys).union(clean.keys).filter { written[$0] != clean[$0] }
      try #require(differing.sorted() == [], "after \(edits) edits, the last \(edit.name)")
    }
  }

  /// Its page, its two files for searching, and the list of what a browser keeps.
  @Test func anEditOfAModulesTextMakesFourFiles() async throws {
    let site = try IncrementalSite(copying: Self.sites)
    _ = try await site.build()
    #expect(try await site.build()?.made == 0)
    let path = "content/modules/whole-practice/three.md"
    try site.write(site.text(path) + "\nOne more sentence.\n", to: path)
    #expect(try await site.build()?.made == 4)
    #expect(try await site.build()?.made == 0)
  }

  @Test func aNewTitleMakesThePagesThatShowIt() async throws {
    let site = try IncrementalSite(copying: Self.sites)
    let all = try #require(try await site.build()?.files)
    let path = "content/modules/whole-practice/three.md"
    try site.write(site.text(path).replacing("title: Third module", with: "title: Another title"), to: path)
    let made = try #require(try await site.build()?.made)
    #expect(made > 1 && made < all - 3)
  }

  @Test func verifyingMakesEverythingAndChangesNothing() async throws {
    let site = try IncrementalSite(copying: Self.sites)
    let first = try #require(try await site.build())
    let before = try site.written()
    let second = try #require(try await site.build(trustsStates: false))
    #expect(second.made == first.files)
    #expect(try site.written() == before)
  }

  @Test func verifyingMendsAFileWhoseStateTellsNothing() async throws {
    let site = try IncrementalSite(copying: Self.sites)
    _ = try await site.build()
    let file = site.folder.appendingPathComponent("public/groups.html")
    let (bytes, date) = (
      try Data(contentsOf: file), try file.resourceValues(forKeys: [.contentModificationDateKey])
    )
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: Data("X".utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(date.contentModificationDate)], ofItemAtPath: file.path)
    _ = try await site.build(trustsStates: false)
    #expect(try Data(contentsOf: file) == bytes)
  }

  private func snapshot(of site: IncrementalSite) throws -> [String: String] {
    let parts = ["content", "private", "templates", "words"]
    let paths = parts.flatMap { site.paths(in: $0) }.filter { !$0.hasSuffix(".mp4") }
    return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try site.text($0)) })
  }

  private func restore(_ before: [String: String], of site: IncrementalSite) throws {
    let after = try snapshot(of: site)
    for path in Set(before.keys).union(after.keys) where before[path] != after[path] {
      try site.write(before[path], to: path)
    }
  }
}
