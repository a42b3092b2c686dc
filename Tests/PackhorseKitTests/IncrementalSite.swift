import Foundation
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import PackhorseTestSupport

/// A copy of a golden site that is edited and built again and again, each build taking over what the last one knew.
final class IncrementalSite {
  let folder: URL
  private var memory = PageMemory()
  var date = "2026-11-23"

  init(copying sites: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("packhorse-\(UUID().uuidString)")
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Sites")
    for name in sites {
      let source = golden.appendingPathComponent(name)
      for part in ["content", "private", "templates"] {
        try copy(source.appendingPathComponent(part), to: part)
      }
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Builds into public/ with what is known from before; nil where the site has errors and nothing is written.
  func build(trustsStates: Bool = true) async throws -> WriteReport? {
    let (tree, built) = try await built(memory: trustsStates ? memory : PageMemory())
    guard !built.diagnostics.hasErrors else { return nil }
    memory = await PageMemory(
      unpacking: PackedPages(FileParts(await built.value.memory.packed(jobs: 2))), files: tree.pages, jobs: 1)
    return try await PackhorseFiles.write(
      built.value.plan, from: folder.path, to: folder.path + "/public", jobs: 2, trustsStates: trustsStates)
  }

  /// What a build without any knowledge would write: every file's bytes, by address.
  func clean() async throws -> [String: Data] { try await checked().value }

  /// The same, with every problem that was found.
  func checked() async throws -> Outcome<[String: Data]> {
    let (_, built) = try await built(memory: PageMemory())
    return Outcome(try bytes(of: built.value.plan), built.diagnostics)
  }

  /// Every file's bytes, by address.
  func bytes(of plan: OutputPlan) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in plan.files {
      switch file.content {
      case .rendered(let render): files[file.address.path] = Data(try render())
      case .copied(let source):
        files[file.address.path] = try Data(contentsOf: folder.appendingPathComponent(source))
      }
    }
    return files
  }

  /// What lies in public/.
  func written() throws -> [String: Data] {
    let output = folder.appendingPathComponent("public")
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
      let file = output.appendingPathComponent(path)
      if (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Writes a file, or removes it where there is no text.
  func write(_ text: String?, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    guard let text else { return try FileManager.default.removeItem(at: file) }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The files below a folder of the site, in order.
  func paths(in part: String, ending: String = "") -> [String] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + part)) ?? []
    return found.filter { $0.contains(".") && $0.hasSuffix(ending) }.map { part + "/" + $0 }.sorted()
  }

  private func built(memory: PageMemory) async throws -> (FileTree, Outcome<BuiltSite>) {
    // Ten seconds later the files that a test has just written count as settled.
    let tree = try readSite(at: folder.path, now: currentTime() + 10_000_000_000)
    guard let date = CalendarDate(iso: date) else { throw CocoaError(.formatting) }
    return (
      tree.value,
      await PackhorseKit.build(tree.value, memory: memory, date: date, jobs: 2, after: tree.diagnostics)
    )
  }

  private func copy(_ source: URL, to part: String) throws {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: source.path) else { return }
    for path in paths where path.contains(".") {
      let text = try Data(contentsOf: source.appendingPathComponent(path))
      let target = folder.appendingPathComponent(part).appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: target)
    }
  }
}
