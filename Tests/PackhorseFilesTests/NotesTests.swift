import Foundation
import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct NotesTests {
  let site: TemporaryFolder

  init() throws {
    site = try TemporaryFolder()
    try site.write("title: x\n", to: "content/site.yml")
  }

  /// Whoever goes on with a newer Packhorse keeps the output: its files are still known to be ours.
  @Test func aManifestOfAnotherPackhorseIsRead() throws {
    let maker: [UInt8] = [2, 4]
    let file: [UInt8] = [20] + Array("index.html".utf8) + [2, 6, 8] + [2, 18, 2, 0, 10, 14]
    let packed = maker + [2, 12] + Array("public".utf8) + [2] + file
    try site.write(Note.sealed("manifest", packed), to: ".packhorse/manifest")
    let known = try Manifest.read(from: SiteLock(site: site.path).notes).files(in: "public")
    let state = FileState(size: 9, modified: 1, changed: 0, device: 5, number: 7)
    #expect(known == ["index.html": Manifest.File(digest: nil, state: state)])
  }

  @Test func whatABuildLeavesIsReadInParts() async throws {
    try await leave([[1, 2], [3, 4, 5]])
    let parts = try #require(Remembered.pages.parts(ofSite: site.path))
    #expect((parts.size, parts.whole) == (5, [1, 2, 3, 4, 5]))
    #expect(try parts.bytes(1..<3) == [2, 3])
    #expect(Remembered.site.parts(ofSite: site.path) == nil)
  }

  /// What cannot be packed to the end leaves the last note as it was, and no draft.
  @Test func aNoteThatCannotBeWrittenLeavesTheLast() async throws {
    try await leave([[1]])
    await #expect(throws: FileFailure.self) {
      try await Remembered.pages.leave(holding: SiteLock(site: site.path)) { write throws(FileFailure) in
        try write([2])
        throw FileFailure(act: "written", path: "x", reason: "the disk is full")
      }
    }
    #expect(Remembered.pages.parts(ofSite: site.path)?.whole == [1])
    #expect(site.names(in: ".packhorse") == ["lock", "pages"])
  }

  private func leave(_ pieces: [[UInt8]]) async throws {
    try await Remembered.pages.leave(holding: SiteLock(site: site.path)) { write throws(FileFailure) in
      for piece in pieces { try write(piece) }
    }
  }

  /// Another Packhorse may have packed it otherwise; a link is not followed.
  @Test func nothingElseIsTakenForIt() async throws {
    let name = Remembered.pages.rawValue
    let heading = Note.heading(name)
    for bytes in [[], heading, heading + [2, 4, 1, 2, 3], Array("packhorse pages".utf8)] {
      try site.write(bytes, to: ".packhorse/" + name)
      #expect(Remembered.pages.parts(ofSite: site.path) == nil)
    }
    try site.remove(".packhorse/" + name)
    try await leave([[1]])
    try FileManager.default.moveItem(atPath: site.path + "/.packhorse/" + name, toPath: site.path + "/moved")
    try site.link(".packhorse/" + name, to: "../moved")
    #expect(Remembered.pages.parts(ofSite: site.path) == nil)
    #expect(Remembered.pages.parts(ofSite: site.path + "/none") == nil)
  }

  /// A folder that somebody emptied or that lost a file of ours is not somebody else's; an empty one that we never made is.
  @Test func tellsFoldersOfOursFromOthers() async throws {
    let output = site.path + "/public"
    let addresses = ["index.html", "a/one.html", "a/two.html", "b/c/three.html"]
    let plan = OutputPlan(
      files: addresses.sorted().map { address in
        OutputFile(
          address: Address(address), digest: Digest(of: Array(address.utf8)[...]), content: .rendered { [1] })
      })
    _ = try await write(plan, from: site.path, to: output, jobs: 2)
    try site.write("changed", to: "public/a/two.html")
    for gone in ["a/one.html", "b/c/three.html"] { try site.remove("public/" + gone) }
    try site.makeFolder("public/theirs/inner")
    let found = try OutputInventory(of: output, site: site.path, holding: SiteLock(site: site.path))
    #expect(found.survey.differing == ["a/one.html", "a/two.html", "b/c/three.html"])
    let again = try await write(plan, from: site.path, to: output, jobs: 2)
    #expect((again.made, again.foreign) == (3, 0))
    #expect(site.names(in: "public") == ["index.html", "a", "b", "theirs"])
    #expect(site.names(in: "public/theirs") == ["inner"])
  }
}

extension TemporaryFolder {
  fileprivate func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }
}
