import Foundation
import PackhorseCore
import PackhorseTestSupport
import Testing

/// Holds every key of the catalogue that blocks use to the catalogue, and the other way round.
struct BodyWordsTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func keysInSources() throws -> Set<String> {
    var keys: Set<String> = []
    for folder in ["Body", "References"] {
      let root = root.appending(path: "Sources/PackhorseRendering/\(folder)")
      let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        keys.formUnion(text.matches(of: /"((?:block|date)\.[^"]+)"/).map { String($0.1) })
      }
    }
    return keys
  }

  @Test func everyKeyUsedIsInTheCatalogue() throws {
    for key in try keysInSources() where !key.contains("\\(") {
      #expect(catalogue.has(key), "\(key)")
    }
  }

  @Test func everyKeyOfBlocksIsUsed() throws {
    let used = try keysInSources()
    let prefixes = used.filter { $0.contains("\\(") }.map { String($0.prefix { $0 != "\\" }) }
    for key in catalogue.keys where key.hasPrefix("block.") {
      #expect(used.contains(key) || prefixes.contains { key.hasPrefix($0) }, "\(key)")
    }
  }
}
