import Foundation
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import Testing

/// Each folder of Sites/ is a small site with all that it is expected to become.
///
/// `make record` writes what they become now and fails, so that a recording is always looked at. Of a page only what
/// stands inside `<main>` is kept: what surrounds it is the same everywhere and has a site of its own, `frame`.
struct GoldenSiteTests {
  static let sites = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Sites")

  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: sites.path).sorted()) ?? []

  @Test(arguments: names)
  func becomesWhatIsExpected(name: String) async throws {
    let folder = Self.sites.appendingPathComponent(name)
    let made = try await files(of: folder, name)
    let expected = folder.appendingPathComponent("expected")
    if ProcessInfo.processInfo.environment["RECORD_SITES"] != nil {
      try record(made, in: expected)
      Issue.record("recorded \(name); look at the difference, then run the tests again")
      return
    }
    let kept = try recorded(in: expected)
    #expect(made.keys.sorted() == kept.keys.sorted())
    for (path, text) in made where kept[path] != text {
      Issue.record("\(name)/\(path) differs:\n\(firstDifference(text, kept[path] ?? ""))")
    }
  }

  @Test func coversEveryFeature() {
    #expect(Self.names.count >= 14)
  }

  private func files(of folder: URL, _ name: String) async throws -> [String: String] {
    let tree = try readSite(at: folder.path)
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    let built = await build(tree.value, date: date, jobs: 2, after: tree.diagnostics)
    var made = ["diagnostics.txt": built.diagnostics.map(line).joined()]
    if built.diagnostics.hasErrors { return made }  // Nothing of such a site is written.
    for file in built.value.plan.files {
      switch file.content {
      case .copied(let source): made[file.address.path] = "copied from \(source)\n"
      case .rendered(let render):
        let path = file.address.path
        // The worker's list changes with the theme. What is searched in follows from the pages; one site shows it.
        guard !path.hasPrefix("offline.") else { continue }
        guard !path.hasPrefix("assets/packhorse"), !path.hasPrefix("search") || name == "kinds" else {
          continue
        }
        let text = String(decoding: try render(), as: UTF8.self)
        made[file.address.path] = name == "frame" ? text : main(of: text)
      }
    }
    return made
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.span.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
    return "\(place)\(diagnostic.severity): \(diagnostic.summary) [\(diagnostic.id)]\n"
  }

  private func main(of page: String) -> String {
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else { return page }
    return String(page[start.lowerBound..<end.upperBound]) + "\n"
  }

  private func record(_ made: [String: String], in expected: URL) throws {
    try? FileManager.default.removeItem(at: expected)
    for (path, text) in made {
      let file = expected.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private func recorded(in expected: URL) throws -> [String: String] {
    let paths = FileManager.default.enumerator(atPath: expected.path)?.compactMap { $0 as? String } ?? []
    var kept: [String: String] = [:]
    for path in paths {
      let file = expected.appendingPathComponent(path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      kept[path] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return kept
  }

  private func firstDifference(_ one: String, _ other: String) -> String {
    let lines = zip(one.split(separator: "\n"), other.split(separator: "\n"))
    guard let (made, kept) = lines.first(where: { $0 != $1 }) else { return "one is longer than the other" }
    return "  now:      \(made)\n  expected: \(kept)"
  }
}
