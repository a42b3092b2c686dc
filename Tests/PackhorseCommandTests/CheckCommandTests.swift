import Foundation
import Testing

@Suite final class CheckCommandTests {
  let packhorse: BuiltCommand

  init() throws {
    packhorse = try BuiltCommand()
    _ = try packhorse("new", "site")
  }

  deinit { packhorse.remove() }

  private static let page = "site/content/evidence/claims-to-leave-out.md"

  private func check(_ arguments: String...) throws -> BuiltCommand.Run {
    try packhorse(["check", "--site", "site", "--date", "2026-11-29"] + arguments)
  }

  private func append(_ text: String) throws {
    try packhorse.write(try #require(packhorse.text(Self.page)) + text, to: Self.page)
  }

  @Test func whatANewSiteSaysKeepsToTheRules() throws {
    let run = try check("--format", "json")
    #expect(!run.output.contains("\"style-"), "\(run.output)")
  }

  @Test func aBuildSaysNothingOfWords() throws {
    try append("\nWe don't.\n")
    #expect(try check().error.contains("[style-contraction]"))
    #expect(try check("--strict").status == 1)
    #expect(try !packhorse("build", "--site", "site").error.contains("style-"))
  }

  @Test func mendsInPlaceAndSaysWhat() throws {
    let before = try #require(packhorse.text(Self.page))
    try append("\r\nWe don't utilise it.  \r\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: packhorse.folder.appendingPathComponent(Self.page).path)
    let run = try check("--fix")
    #expect(run.status == 0)
    #expect(run.error.contains("Mended \(Self.page): 1 × style-contraction, 1 × style-plain-word\n"))
    #expect(run.error.hasSuffix(" 1 file was mended.\n"))
    #expect(packhorse.text(Self.page) == before + "\r\nWe do not use it.  \r\n")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: packhorse.folder.appendingPathComponent(Self.page).path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try check("--fix").error.hasSuffix(" Nothing was written.\n"))
  }

  @Test func mendsNothingThatALinkLeadsTo() throws {
    let page = try #require(packhorse.text(Self.page)) + "\nWe don't.\n"
    let link = packhorse.folder.appendingPathComponent(Self.page).path
    try FileManager.default.removeItem(atPath: link)
    try packhorse.write(page, to: "site/elsewhere.md")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: packhorse.folder.appendingPathComponent("site/elsewhere.md").path)
    let run = try check("--fix")
    #expect(run.status == 1)
    #expect(run.error.contains("cannot be mended: a link leads to it"))
    #expect(packhorse.text("site/elsewhere.md") == page)
  }

  @Test func leavesStoriesAndData() throws {
    let story = "site/content/stories/nineteen.md"
    let text = try #require(packhorse.text(story)).replacing("summary: ", with: "summary: We don't say. ")
    try packhorse.write(text, to: story)
    let run = try check("--fix")
    #expect(run.error.contains("[style-contraction]"))
    #expect(!run.error.contains("don't"))
    #expect(packhorse.text(story) == text)
  }
}
