import Foundation
import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct ArchiveTests {
  let site: TemporaryFolder
  let day = CalendarDate(year: 2026, month: 11, day: 23)

  init() throws {
    site = try TemporaryFolder()
    try site.write("picture", to: "content/practice/alex.jpg")
  }

  private func archive(_ files: [OutputFile], to path: String) throws -> Int {
    try writeArchive(
      of: OutputPlan(files: files), from: site.path, to: path, named: "demo", startPage: Array("start".utf8),
      day: try #require(day))
  }

  private func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(address: Address(path), content: .rendered { Array(text.utf8) })
  }

  private var copied: OutputFile {
    OutputFile(
      address: Address("practice/alex.jpg"), content: .copied(source: "content/practice/alex.jpg"))
  }

  @Test func holdsTheStartPageAndEveryFileOfTheSite() throws {
    let path = site.path + "/demo.zip"
    #expect(try archive([file("index.html", "Tŷ"), copied], to: path) == 2)
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let text = String(decoding: bytes, as: UTF8.self)
    for part in ["demo/start.htmlstart", "demo/site/index.htmlTŷ", "demo/site/practice/alex.jpgpicture"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(bytes.suffix(22).prefix(4) == [0x50, 0x4B, 5, 6])
  }

  @Test func givesTheSameBytesAgain() throws {
    let path = site.path + "/demo.zip"
    _ = try archive([copied], to: path)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = try archive([copied], to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
  }

  @Test(arguments: ["notes.txt", "content/x.zip", "private/x.zip", "taken.zip"])
  func refusesAPlaceThatIsNotItsOwn(_ name: String) throws {
    try site.write("mine", to: "taken.zip")
    try site.write("x", to: "private/consent.csv")
    #expect { try archive([], to: site.path + "/" + name) } throws: {
      ($0 as? FileFailure)?.id == "bad-archive"
    }
    #expect(site.files(in: ".")["taken.zip"] == "mine")
  }

  @Test func refusesMoreFilesThanAnArchiveCanHold() throws {
    let files = (0..<65_535).map { file("\($0).html", "") }
    #expect { try archive(files, to: site.path + "/demo.zip") } throws: {
      ($0 as? FileFailure)?.id == "archive-too-large"
    }
    #expect(site.files(in: ".")["demo.zip"] == nil)
  }

  /// The check value that catalogues of checksums give for this one.
  @Test func sumsAsOthersDo() {
    #expect(checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(checksum(of: []) == 0)
  }
}
