import Foundation
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import PackhorseTestSupport
import Testing

/// A site that one process after the other builds, each with what an earlier one left.
private struct LeftSite {
  let site: IncrementalSite
  private var left: (site: FileParts, pages: PackedPages)?
  /// A page that was saved so shortly before that its state would not show one more change.
  var unsettled: String?

  /// Of a site with files to search or to keep, every file may tell of a text.
  init(copying sites: [String]) throws {
    site = try IncrementalSite(copying: sites)
    let settings = "content/site.yml"
    try site.write(site.text(settings) + "search: false\noffline: false\n", to: settings)
  }

  /// What a build gives that goes on from what was left; nil where it is of no use, and then what a whole build leaves
  /// takes its place.
  mutating func build() async throws -> Outcome<OutputPlan>? {
    let tree = try self.tree
    if let earlier = EarlierBuild(site: left?.site, pages: left?.pages),
      let planned = await PackhorseKit.build(tree, goingOnFrom: earlier, date: try date, jobs: 2)
    {
      return planned
    }
    let built = try await whole()
    guard !built.diagnostics.hasErrors, let note = await built.value.note?.value else { return nil }
    let pages = try #require(await PackedPages(FileParts(built.value.memory.packed(jobs: 2))))
    left = (FileParts([note.packed]), pages)
    return nil
  }

  /// What a build gives that knows nothing.
  func whole() async throws -> Outcome<BuiltSite> {
    await PackhorseKit.build(try tree, date: try date, jobs: 2)
  }

  /// The addresses of the files that a plan makes otherwise than a whole build does, or believes to be otherwise.
  func differing(_ plan: OutputPlan, from whole: OutputPlan) throws -> [String] {
    let files = Dictionary(uniqueKeysWithValues: whole.files.map { ($0.address, $0.digest) })
    let (made, all) = (try site.bytes(of: plan), try site.bytes(of: whole))
    let wrong =
      plan.files.filter { files[$0.address] != $0.digest || made[$0.address.path] != all[$0.address.path] }
      .map(\.address) + plan.standing.filter { files[$0.address] != $0.digest }.map(\.address)
    return (wrong + Set(files.keys).symmetricDifference(plan.addresses)).map(\.path)
  }

  private var date: CalendarDate { get throws { try #require(CalendarDate(iso: site.date)) } }

  private var tree: FileTree {
    get throws {
      // Ten seconds later the files that a test has just written count as settled.
      var tree = try readSite(at: site.folder.path, now: currentTime() + 10_000_000_000).value
      for place in tree.pages.indices where tree.pages[place].path == unsettled {
        tree.pages[place].state = nil
      }
      return tree
    }
  }
}

@Suite struct GoingOnTests {
  private static let sites = ["stories", "figures", "groups", "links", "pathways"]

  /// Whatever somebody changed: a build either does not go on, or has the files and the problems of one that knows nothing.
  @Test(arguments: 0..<4) func goingOnGivesWhatACleanBuildGives(_ seed: UInt64) async throws {
    var site = try LeftSite(copying: Self.sites)
    var random = Seeded(seed: seed)
    _ = try await site.build()
    let kinds = SiteEdit.all.filter { $0.name.hasPrefix("a page") || !$0.name.contains("output") }
    let texts = kinds.filter { ["a page grows", "a page links to another"].contains($0.name) }
    for number in 1...40 {
      let edit = random.pick(number % 3 == 0 ? kinds : texts)
      // Some edits need a file that an earlier one took away.
      guard (try? edit.make(site.site, &random)) != nil, let planned = try await site.build() else {
        continue
      }
      let whole = try await site.whole()
      let differing = try site.differing(planned.value, from: whole.value.plan)
      try #require(differing == [], "after \(number) edits, the last \(edit.name)")
      try #require(planned.diagnostics == whole.diagnostics, "after \(number) edits, the last \(edit.name)")
    }
  }

  @Test func onlyTheTextsOfModulesAreGoneOnFrom() async throws {
    var site = try LeftSite(copying: Self.sites)
    _ = try await site.build()
    let path = "content/modules/whole-practice/three.md"
    let text = try site.site.text(path)
    for (changed, files) in [
      (text, 0), (text + "\nMore.\n", 1), (text + "\n## A heading\n", nil), (text, nil),
      (text.replacing("title: Third module", with: "title: Another title"), nil), (text, nil),
      (text + "\n[Nowhere](nowhere.md)\n", nil), (text + "\nAgain.\n", 1),
    ] {
      try site.site.write(changed, to: path)
      #expect(try await site.build()?.value.files.count == files)
    }
    site.site.date = "2027-01-01"
    #expect(try await site.build() == nil)
  }

  /// Whoever saves and builds in quick turns goes on too.
  @Test func aModuleSavedJustBeforeAWholeBuildIsGoneOnFrom() async throws {
    var site = try LeftSite(copying: Self.sites)
    let path = "content/modules/whole-practice/three.md"
    let text = try site.site.text(path)
    site.unsettled = path
    _ = try await site.build()
    for (number, isUnsettled) in [true, false].enumerated() {
      site.unsettled = isUnsettled ? path : nil
      try site.site.write(text + "\nEdit \(number).\n", to: path)
      let planned = try #require(try await site.build())
      #expect(planned.value.files.map(\.address.path) == ["modules/whole-practice/three.html"])
      let whole = try await site.whole()
      #expect(try site.differing(planned.value, from: whole.value.plan) == [])
    }
  }

  /// A note is all numbers: what is no note is not gone on from.
  @Test func whatIsNoNoteIsLeftAlone() async throws {
    let pages = try #require(await PackedPages(FileParts(PageMemory().packed(jobs: 1))))
    #expect(EarlierBuild(site: nil, pages: pages) == nil)
    #expect(EarlierBuild(site: FileParts([]), pages: pages) == nil)
    #expect(EarlierBuild(site: FileParts([Array("packhorse".utf8)]), pages: pages) == nil)
    #expect(PackedPages(FileParts([])) == nil)
    #expect(PackedPages(FileParts([[0, 0]])) == nil)
  }
}
