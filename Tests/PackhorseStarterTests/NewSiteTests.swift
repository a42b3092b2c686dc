import Foundation
import PackhorseCore
import PackhorseStarter
import Testing

@Suite struct NewSiteTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func isTheSharedContentWithTheStartersFilesInPlace() throws {
    var expected = try texts(in: "content").reduce(into: [:]) { $0["content/" + $1.key] = $1.value }
    expected.merge(try texts(in: "starter")) { _, starter in starter }
    var made = newSite(practiceName: nil, practiceCode: nil).reduce(into: [:]) {
      $0[$1.path] = String(decoding: $1.bytes, as: UTF8.self)
    }
    #expect(made.removeValue(forKey: ".gitignore") != nil)
    #expect(made.keys.sorted() == expected.keys.sorted())
    for (path, text) in made { #expect(text == expected[path], "\(path)") }
  }

  @Test func changesFourLinesForAPractice() throws {
    let plain = newSite(practiceName: nil, practiceCode: nil)
    let own = newSite(practiceName: "A \"B\" \\C", practiceCode: "A00000")
    var changes: [String] = []
    for (before, after) in zip(plain, own) {
      #expect(before.path == after.path)
      let lines = zip(lines(of: before), lines(of: after))
      changes += lines.filter { $0 != $1 }.map { "\(after.path): \($1)" }
    }
    #expect(
      changes == [
        #"content/practice.yml: name: "A \"B\" \\C""#, "content/practice.yml: code: A00000",
        "content/site.yml: practices: A00000", "content/site.yml: sample: false",
      ])
  }

  @Test func theDemonstrationsCodeLeavesItASample() {
    #expect(
      newSite(practiceName: "X", practiceCode: "DEMO01") == newSite(practiceName: "X", practiceCode: nil))
  }

  private func lines(of file: SourceFile) -> [Substring] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func texts(in folder: String) throws -> [String: String] {
    let root = Self.project.appendingPathComponent(folder)
    let walk = try #require(FileManager.default.enumerator(atPath: root.path))
    var texts: [String: String] = [:]
    while let path = walk.nextObject() as? String {
      guard path.contains(".") else { continue }
      texts[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
    return texts
  }
}
