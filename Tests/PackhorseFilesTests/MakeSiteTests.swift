import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct MakeSiteTests {
  let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  func make(_ files: [String: String], at name: String = "site") throws(FileFailure) {
    let sorted = files.sorted { $0.key < $1.key }
    try makeSite(
      sorted.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }, at: place.path + "/" + name)
  }

  static let files = [
    "README.md": "read", ".gitignore": "x", "content/site.yml": "s", "content/modules/a/b.md": "b",
    "private/consent.csv": "c",
  ]

  @Test(arguments: ["site", "site/", "there", "link"])
  func makesAFolderOrFillsAnEmptyOne(_ name: String) throws {
    try place.makeFolder("there")
    try place.link("link", to: "there")
    try make(Self.files, at: name)
    #expect(place.files(in: name == "link" ? "there" : name) == Self.files)
    #expect(place.names(in: name) == ["README.md", ".gitignore", "content", "private"])
  }

  @Test(arguments: [".hidden", "content/site.yml", "README.md", ".packhorse-new/content/x"])
  func leavesAFolderThatHoldsAnything(_ name: String) throws {
    try place.write("mine", to: "site/" + name)
    #expect(failure { () throws(FileFailure) in try make(Self.files) }?.id == "folder-not-empty")
    #expect(place.files(in: "site") == [name: "mine"])
  }

  /// A file in the place of a folder stands for whatever makes the disk refuse half-way.
  @Test(arguments: [
    ["README.md": "r", "content": "in the way", "content/site.yml": "s"],
    ["README.md": "r", "content/site.yml": "s", "private": "in the way", "private/consent.csv": "c"],
    ["content/a": "in the way", "content/a/b.md": "s", ".gitignore": "x"],
  ])
  func aFailureLeavesNothing(_ files: [String: String]) throws {
    #expect(failure { () throws(FileFailure) in try make(files) }?.id == "file-failure")
    #expect(place.names() == [])
    try place.makeFolder("there")
    #expect(failure { () throws(FileFailure) in try make(files, at: "there") }?.id == "file-failure")
    #expect(place.names() == ["there"])
    #expect(place.names(in: "there") == [])
  }

  @Test func namesAPlaceWhereNoFolderCanBe() throws {
    try place.write("mine", to: "file")
    for name in ["file", "file/site", "nowhere/site"] {
      #expect(failure { () throws(FileFailure) in try make(Self.files, at: name) }?.id == "unwritable-folder")
    }
    #expect(place.names() == ["file"])
  }

  private func failure(_ work: () throws(FileFailure) -> Void) -> FileFailure? {
    do throws(FileFailure) { try work() } catch { return error }
    return nil
  }
}
